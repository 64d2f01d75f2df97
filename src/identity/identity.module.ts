import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { msg } from '../kernel/index.js';
import { AdminPages, Doorkeeper } from '../web/index.js';
import { Account } from './account.entity.js';
import { AccountMails } from './account-mails.js';
import { Accounts } from './accounts.js';
import { Actors } from './actors.js';
import { BrowserSession } from './browser-session.entity.js';
import { ComingsAndGoings } from './comings-and-goings.js';
import { DemoAccounts } from './demo-accounts.js';
import { Duties } from './duties.js';
import { GuardedAddresses } from './guarded-addresses.js';
import { GrantList } from './grant-list.js';
import { Leftovers } from './leftovers.js';
import { MandateKeys } from './mandate-keys.js';
import { MePages } from './me-pages.js';
import { ParkedForms } from './parked-forms.js';
import { PasswordChanges } from './password-changes.js';
import { RateLimits } from './rate-limits.js';
import { RoleGrant } from './role-grant.entity.js';
import { RoleGrants } from './role-grants.js';
import { RoleHolders } from './role-holders.js';
import { Sessions } from './sessions.js';
import { SigningMandate } from './signing-mandate.entity.js';
import { SigningMandates } from './signing-mandates.js';
import { SignInLink } from './sign-in-link.entity.js';
import { SignInLinks } from './sign-in-links.js';
import { SignIns } from './sign-ins.js';
import { UnknownNumber } from './unknown-number.entity.js';
import { Arrival } from './web/arrival.js';
import { DemoController } from './web/demo.controller.js';
import { MandateController } from './web/mandate.controller.js';
import { MeController } from './web/me.controller.js';
import { ParkedController } from './web/parked.controller.js';
import { RolesController } from './web/roles.controller.js';
import { SignInController } from './web/sign-in.controller.js';
import { SignInLinkController } from './web/sign-in-link.controller.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Account, BrowserSession, RoleGrant, SigningMandate, SignInLink, UnknownNumber])],
  controllers: [
    DemoController,
    MandateController,
    MeController,
    ParkedController,
    RolesController,
    SignInController,
    SignInLinkController,
  ],
  providers: [
    AccountMails,
    Accounts,
    Actors,
    Arrival,
    ComingsAndGoings,
    DemoAccounts,
    Duties,
    GrantList,
    GuardedAddresses,
    Leftovers,
    MandateKeys,
    MePages,
    ParkedForms,
    PasswordChanges,
    RateLimits,
    RoleGrants,
    RoleHolders,
    Sessions,
    SigningMandates,
    SignInLinks,
    SignIns,
    { provide: Doorkeeper, useExisting: Sessions },
  ],
  exports: [
    AccountMails,
    Actors,
    Duties,
    Leftovers,
    MandateKeys,
    MePages,
    RoleHolders,
    SigningMandates,
    Sessions,
    Doorkeeper,
  ],
})
export class IdentityModule implements OnModuleInit {
  constructor(
    private readonly adminPages: AdminPages,
    private readonly mePages: MePages,
  ) {}

  onModuleInit(): void {
    const [text, hint] = [msg('identity.grant.title'), msg('identity.grant.hint')];
    this.adminPages.add({ href: '/admin/roles', text, hint, for: ['administrator'], order: 30 });
    const deputies = { text: msg('mandates.admin.title'), hint: msg('mandates.admin.hint') };
    this.adminPages.add({ href: '/admin/deputies', ...deputies, for: ['administrator'], order: 31 });
    this.mePages.add({ href: '/me/deputies', text: msg('mandates.title'), hint: msg('mandates.hint') });
  }
}
