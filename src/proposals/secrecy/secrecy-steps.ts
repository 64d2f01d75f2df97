import type { Act, NewEvent } from '../../kernel/index.js';
import type { Proposal } from '../proposal.entity.js';
import { NothingToDecide } from './secrecy.errors.js';

/** 保密办理: until it is decided the wish counts as granted; refused, the proposal goes the open way. */
export function decideConfidentiality(proposal: Proposal, granted: boolean, answer: string, deed: Act): NewEvent {
  if (proposal.confidentiality !== 'asked') throw new NothingToDecide();
  const confidentiality = granted ? ('granted' as const) : ('refused' as const);
  const change = { confidentiality, confidential: granted, confidentialityAnswer: answer };
  return proposal.record('decide_confidentiality', deed, { granted }, answer, change);
}
