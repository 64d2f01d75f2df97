import type { ProposalEnd } from './plan.js';
import type { Person, School } from './school.js';

interface ProposalReaders {
  readonly status: ProposalEnd;
  readonly serial: string | null;
  readonly author: Person;
  readonly joint: Person | null;
  readonly seconders: readonly Person[];
  readonly publishable: boolean;
  readonly school: School;
}

const ACCEPTED: readonly ProposalEnd[] = ['filed', 'merged', 'converted'];

/** The same as the room of the proposals computes. */
export function proposalAudience(proposal: ProposalReaders): string[] {
  const { status, serial, author, joint, seconders, publishable, school } = proposal;
  const person = ({ id }: Person) => `person:${id}`;
  const proposers = [author, ...(joint ? [joint] : [])].map(person);
  if (status === 'draft' || status === 'withdrawn') return proposers;
  const named = [...proposers, ...seconders.map(person)];
  if (serial === null) return named;
  const presidium = status === 'referred' ? [`presidium:${school.congressId}`] : [];
  const open = ACCEPTED.includes(status) && publishable ? ['staff', 'public'] : [];
  return [...named, `committee:${school.congressId}`, `supervisor:${school.congressUnitId}`, ...presidium, ...open];
}
