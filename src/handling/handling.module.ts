import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { msg } from '../kernel/index.js';
import { Chrome } from '../web/index.js';
import { Assignment } from './assignment.entity.js';
import { AssistingUnits } from './assisting-units.service.js';
import { AssignmentDesk } from './assignment-desk.js';
import { Assignments } from './assignments.service.js';
import { CaseBusiness } from './case-business.js';
import { CaseLists } from './case-lists.js';
import { CaseParties } from './case-parties.js';
import { CaseLookup } from './case-lookup.js';
import { CaseOrigin } from './case-origin.entity.js';
import { CaseParty } from './case-party.entity.js';
import { CaseReader } from './case-reader.js';
import { CaseRecount } from './case-recount.js';
import { CaseSections } from './case-sections.js';
import { CaseSteps } from './case-steps.js';
import { CaseTodos } from './case-todos.js';
import { CasesRepository } from './cases.repository.js';
import { Cases } from './cases.service.js';
import { Contact } from './contact.entity.js';
import { Contacts } from './contacts.service.js';
import { DESK_CONTROLLERS, DESK_ENTITIES, DESK_PROVIDERS } from './desk-parts.js';
import { FormerDuties } from './former-duties.js';
import { HandOver } from './hand-over.service.js';
import { HandlingCase } from './handling-case.entity.js';
import { Opinions } from './opinions.service.js';
import { Ratings } from './ratings.service.js';
import { REPLY_CONTROLLERS, REPLY_ENTITIES, REPLY_PROVIDERS } from './reply-parts.js';
import { SideRoads } from './side-roads.service.js';
import { WITHDRAWAL_CONTROLLERS, WITHDRAWAL_ENTITIES, WITHDRAWAL_PROVIDERS } from './withdrawal-parts.js';
import { PaperRatings } from './paper-ratings.service.js';
import { Withdrawals } from './withdrawals.service.js';
import { UnstaffedTodos } from './unstaffed-todos.js';
import { AssistingUnitController } from './web/assisting-unit.controller.js';
import { FreeUnits } from './web/free-units.js';
import { ReassignmentController } from './web/reassignment.controller.js';
import { AssignmentController } from './web/assignment.controller.js';
import { BoardController } from './web/board.controller.js';
import { CaseDoor } from './web/case-door.js';
import { CaseController } from './web/case.controller.js';
import { ContactController } from './web/contact.controller.js';
import { ExtensionController } from './web/extension.controller.js';
import { OpinionController } from './web/opinion.controller.js';
import { ReturnController } from './web/return.controller.js';
import { ReceiptController } from './web/receipt.controller.js';
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
