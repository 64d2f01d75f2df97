import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Actors } from '../identity/index.js';
import { msg } from '../kernel/index.js';
import { AdminPages, Chrome } from '../web/index.js';
import { Congress, CongressTerm } from './congress.entity.js';
import { CongressAdministration } from './congress-administration.js';
import { CongressDuties } from './congress-duties.js';
import { CongressSession } from './congress-session.entity.js';
import { Congresses } from './congresses.js';
import { CommitteeSeat, Delegate, Delegation } from './delegate.entity.js';
import { DelegateImport } from './import/delegate-import.js';
import { Honours } from './honours.js';
import { KeptCongresses } from './kept-congresses.js';
import { LightMode } from './light-mode.js';
import { NumberSeries } from './number-series.js';
import { Roster } from './roster.js';
import { RosterAdministration } from './roster-administration.js';
import { SessionArchive } from './session-archive.js';
import { SessionBusiness } from './session-business.js';
import { SessionFigures } from './session-figures.js';
import { CongressAdminController } from './web/congress-admin.controller.js';
import { CongressController } from './web/congress.controller.js';
import { LightModeController } from './web/light-mode.controller.js';
import { DelegatesController } from './web/delegates.controller.js';
import { RosterController } from './web/roster.controller.js';
import { SessionAdminController } from './web/session-admin.controller.js';
import { SessionEndController } from './web/session-end.controller.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Congress, CongressTerm, CongressSession, Delegation, Delegate, CommitteeSeat])],
  controllers: [
    CongressController,
    DelegatesController,
    RosterController,
    SessionAdminController,
    SessionEndController,
    LightModeController,
    CongressAdminController,
  ],
  providers: [
    CongressAdministration,
    CongressDuties,
    Congresses,
    DelegateImport,
    Honours,
    KeptCongresses,
    LightMode,
    NumberSeries,
    Roster,
    RosterAdministration,
    SessionArchive,
    SessionBusiness,
    SessionFigures,
  ],
  exports: [
    CongressAdministration,
    Congresses,
    Honours,
    LightMode,
    NumberSeries,
    SessionArchive,
    SessionBusiness,
    SessionFigures,
  ],
})
export class CongressModule implements OnModuleInit {
  constructor(
    private readonly actors: Actors,
    private readonly congresses: Congresses,
    private readonly adminPages: AdminPages,
    private readonly chrome: Chrome,
  ) {}

  onModuleInit(): void {
    this.actors.addSource((staffId, today) => this.congresses.keysOf(staffId, today));
    const [text, hint] = [msg('congress.admin.title'), msg('congress.admin.hint')];
    const keepers = ['administrator', 'committee_secretary'];
    this.adminPages.add({ href: '/admin/congress', text, hint, for: keepers, order: 40 });
    this.chrome.addEntry({ href: '/congress', text: msg('congress.nav'), order: 60 });
  }
}
