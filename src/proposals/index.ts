export { ProposalsModule } from './proposals.module.js';
export { ProposalLookup, type ProposalLine } from './proposal-lookup.js';
export { type ProposalText } from './proposal-text.js';
export { Writing } from './writing.service.js';
export { Seconding } from './seconding.service.js';
export { Review } from './review.service.js';
export { CATEGORIES, type Category } from '../handling/index.js';
export { PROPOSAL_STATUSES, type ProposalAction, type ProposalStatus, proposalWorkflow } from './proposal-workflow.js';
