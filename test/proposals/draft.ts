import { type CongressSession, DEFAULT_SETTINGS } from '../../src/congress/index.js';
import { type Act, Actor, newId } from '../../src/kernel/index.js';
import type { Circumstances } from '../../src/proposals/proposal-conditions.js';
import type { ProposalText } from '../../src/proposals/writing/proposal-text.js';
import { Proposal } from '../../src/proposals/proposal.entity.js';
import { inviteToSecond, second } from '../../src/proposals/signing/second-steps.js';

export const NOON = new Date('2026-04-14T12:00:00+08:00');
export const CONGRESS = newId();

export const text: ProposalText = {
  title: '关于增设充电点的提案',
  category: 'campus',
  reason: '充电难。',
  measures: '装插口。',
  wishedUnitId: null,
  publishable: true,
  publishRefusal: '',
};

/** A person with keys, for rules without a database. */
export function person(name: string, ...keys: string[]): Actor {
  return Actor.of({ staffId: newId(), number: name, name, unitId: newId(), unitName: '数学学院', keys });
}

export function delegate(name: string): Actor {
  return person(name, 'delegate', `congress:${CONGRESS}`);
}

export function deed(by: Actor, role = 'author'): Act {
  return { by, role, at: NOON };
}

export function circumstances(open = true, settings: Partial<typeof DEFAULT_SETTINGS> = {}): Circumstances {
  const windowUntil = open ? null : NOON;
  const session = {
    isWindowOpen: () => open,
    status: 'open',
    windowUntil,
    dates: {},
    settings: { ...DEFAULT_SETTINGS, ...settings },
  };
  return { session: session as unknown as CongressSession, now: NOON };
}

export function draftOf(author: Actor, written: Partial<ProposalText> = {}): Proposal {
  const place = {
    sessionId: newId(),
    congressId: CONGRESS,
    congressUnitId: newId(),
    delegationId: null,
    kind: 'individual' as const,
  };
  const proposal = Proposal.begin({ id: newId(), ...place, author, at: NOON });
  proposal.edit({ ...text, ...written }, { page: newId(), version: 0 }, deed(author));
  return proposal;
}

export function secondingOf(author: Actor): Proposal {
  const proposal = draftOf(author);
  proposal.startSeconding(deed(author), circumstances());
  return proposal;
}

export function signedBy(proposal: Proposal, author: Actor, ...people: Actor[]): Proposal {
  for (const one of people) {
    inviteToSecond(proposal, one.staffId!, deed(author));
    second(proposal, '', DEFAULT_SETTINGS, deed(one, 'delegate'));
  }
  return proposal;
}

export function submittedOf(author: Actor, ...seconders: Actor[]): Proposal {
  const proposal = signedBy(secondingOf(author), author, ...seconders);
  proposal.submit(deed(author), circumstances(), {
    serial: '2026-0001',
    reviewBy: '2026-04-28',
    handedInAs: 'proposal',
  });
  return proposal;
}
