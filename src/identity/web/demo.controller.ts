import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { msg } from '../../kernel/index.js';
import { type Locale, Public, type Reply, type Request } from '../../web/index.js';
import { type DemoAccount, DemoAccounts } from '../demo-accounts.js';
import { Arrival } from './arrival.js';

/** Who is asked for together, in the order in which a matter passes through their hands. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  delegates: ['delegate', 'seconder', 'delegation_head'],
  committee: ['committee_secretary', 'committee_chair', 'committee_member'],
  units: ['unit_officer', 'unit_head'],
  leaders: ['leader'],
  disclosure: ['publisher', 'secrecy_reviewer', 'disclosure_office'],
  staff: ['staff'],
  office: ['supervisor', 'administrator'],
};

/** One click and one is somebody: only where everything is invented. */
@Controller('demo')
@Public()
export class DemoController {
  constructor(
    private readonly accounts: DemoAccounts,
    private readonly arrival: Arrival,
  ) {}

  @Get()
  async show(@Req() { locale }: Request, @Res() reply: Reply): Promise<void> {
    const accounts = await this.accounts.list();
    reply.view('identity/demo', {
      pageTitle: msg('identity.demo.title'),
      groups: Object.entries(GROUPS)
        .map(([group, roles]) => ({
          title: msg(`identity.demo.groups.${group}`),
          accounts: accounts.filter(({ as }) => roles.includes(as)).map((account) => presentAccount(account, locale)),
        }))
        .filter((group) => group.accounts.length > 0),
    });
  }

  @Post('sign-in')
  async signIn(
    @Body() body: Record<string, unknown> | undefined,
    @Req() request: Request,
    @Res() reply: Reply,
  ): Promise<void> {
    const account = await this.accounts.find(textOf(body?.number));
    await this.arrival.letIn(account.id, { to: textOf(body?.to) || '/', parked: '' }, request, reply);
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function presentAccount({ number, name, unit, as, intro, introEn }: DemoAccount, locale: Locale): object {
  return { number, name, unit, role: msg(`identity.roles.${as}`), intro: locale === 'zh' ? intro : introEn };
}
