import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { msg } from '../kernel/index.js';
import { Chrome } from '../web/index.js';
import { Assignment } from './duty/assignment.entity.js';
import { AssistingUnits } from './duty/assisting-units.service.js';
import { AssignmentDesk } from './duty/assignment-desk.js';
import { Assignments } from './duty/assignments.service.js';
import { CaseBusiness } from './case/case-business.js';
import { CaseLists } from './case/case-lists.js';
import { CaseParties } from './case/case-parties.js';
import { CaseLookup } from './case/case-lookup.js';
import { CaseOrigin } from './case/case-origin.entity.js';
import { CaseParty } from './case/case-party.entity.js';
import { CaseReader } from './case/case-reader.js';
import { CaseRecount } from './case/case-recount.js';
import { CaseSections } from './case/case-sections.js';
import { CaseSteps } from './case/case-steps.js';
import { CaseTodos } from './case/case-todos.js';
import { CasesRepository } from './case/cases.repository.js';
import { Cases } from './case/cases.service.js';
import { Contact } from './duty/contact.entity.js';
import { Contacts } from './duty/contacts.service.js';
import { DESK_CONTROLLERS, DESK_ENTITIES, DESK_PROVIDERS } from './desk-parts.js';
import { FormerDuties } from './duty/former-duties.js';
import { HandOver } from './duty/hand-over.service.js';
import { HandlingCase } from './case/handling-case.entity.js';
import { Opinions } from './duty/opinions.service.js';
import { Ratings } from './rating/ratings.service.js';
import { REPLY_CONTROLLERS, REPLY_ENTITIES, REPLY_PROVIDERS } from './reply/reply-parts.js';
import { SideRoads } from './duty/side-roads.service.js';
import { WITHDRAWAL_CONTROLLERS, WITHDRAWAL_ENTITIES, WITHDRAWAL_PROVIDERS } from './withdrawal/withdrawal-parts.js';
import { PaperRatings } from './rating/paper-ratings.service.js';
import { Withdrawals } from './withdrawal/withdrawals.service.js';
import { UnstaffedTodos } from './duty/unstaffed-todos.js';
import { AssistingUnitController } from './duty/web/assisting-unit.controller.js';
import { FreeUnits } from './duty/web/free-units.js';
import { ReassignmentController } from './duty/web/reassignment.controller.js';
import { AssignmentController } from './duty/web/assignment.controller.js';
import { BoardController } from './case/web/board.controller.js';
import { CaseDoor } from './case/web/case-door.js';
import { CaseController } from './case/web/case.controller.js';
import { ContactController } from './duty/web/contact.controller.js';
import { ExtensionController } from './duty/web/extension.controller.js';
import { OpinionController } from './duty/web/opinion.controller.js';
import { ReturnController } from './duty/web/return.controller.js';
import { ReceiptController } from './duty/web/receipt.controller.js';
import { UnitCasesController, WORKING_ROLES } from './web/unit-cases.controller.js';

const ENTITIES = [
  HandlingCase,
  CaseOrigin,
  CaseParty,
  Assignment,
  Contact,
  ...REPLY_ENTITIES,
  ...DESK_ENTITIES,
  ...WITHDRAWAL_ENTITIES,
];
const PROVIDERS = [
  CasesRepository,
  CaseSteps,
  CaseLookup,
  CaseParties,
  CaseReader,
  CaseRecount,
  CaseBusiness,
  CaseSections,
  CaseDoor,
  CaseLists,
  CaseTodos,
  Cases,
  AssignmentDesk,
  Assignments,
  Contacts,
  Opinions,
  SideRoads,
  AssistingUnits,
  FreeUnits,
  FormerDuties,
  HandOver,
  UnstaffedTodos,
  ...REPLY_PROVIDERS,
  ...DESK_PROVIDERS,
  ...WITHDRAWAL_PROVIDERS,
];
const CONTROLLERS = [
  BoardController,
  UnitCasesController,
  AssignmentController,
  ReceiptController,
  ContactController,
  OpinionController,
  ReturnController,
  ReassignmentController,
  AssistingUnitController,
  ExtensionController,
  CaseController,
];

@Module({
  imports: [TypeOrmModule.forFeature(ENTITIES)],
  controllers: [...CONTROLLERS, ...REPLY_CONTROLLERS, ...DESK_CONTROLLERS, ...WITHDRAWAL_CONTROLLERS],
  providers: PROVIDERS,
  exports: [
    Cases,
    CaseLookup,
    CaseParties,
    CaseSections,
    Assignments,
    AssistingUnits,
    SideRoads,
    Contacts,
    Opinions,
    Ratings,
    Withdrawals,
    PaperRatings,
  ],
})
export class HandlingModule implements OnModuleInit {
  constructor(private readonly chrome: Chrome) {}

  onModuleInit(): void {
    this.chrome.addEntry({ href: '/board', text: msg('handling.board.nav'), for: ['committee'], order: 30 });
    this.chrome.addEntry({ href: '/units', text: msg('handling.unit.nav'), for: WORKING_ROLES, order: 31 });
  }
}
