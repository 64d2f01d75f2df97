import { Injectable } from '@nestjs/common';
import { type CommitteeRole, Congresses } from '../congress/index.js';
import { MandateKeys, RoleHolders, type UnitRole } from '../identity/index.js';
import type { Transaction } from '../kernel/index.js';
import type { EventFacts } from './rules/event-facts.js';
import type { Circle } from './rules/telling.js';

type Finder = (facts: EventFacts, tx: Transaction) => Promise<readonly string[]>;

const SECONDERS = "select staff_id from proposal_second where proposal_id = $1 and status = 'seconded'";
const PARTIES = 'select staff_id from case_party where case_id = $1';
const ORIGIN_SECONDERS = `
  select distinct staff_id from proposal_second join case_origin on origin_id = proposal_id
  where case_id = $1 and proposal_second.status = 'seconded'`;
const LEADER = 'select leader_id as staff_id from handling_case where id = $1 and leader_id is not null';
const KEY_LEADER = 'select key_leader_id as staff_id from handling_case where id = $1 and key_leader_id is not null';
const LEADER_TO_SIGN = `
  select handling_case.leader_id as staff_id from reply join handling_case on handling_case.id = reply.case_id
  where reply.id = $1 and reply.status = 'at_leader' and leader_id is not null`;
const CONGRESS = 'select congress_id from handling_case where id = $1';
const CONGRESS_BELOW = 'select congress_id from proposal where id = $1';

/** Finds the people of each circle around an event. */
@Injectable()
export class Circles {
  private readonly finders: Readonly<Record<Circle, Finder>> = {
    actor: (facts) => some(facts.event.actorId),
    named: (facts) => some(...facts.ids('staffId')),
    asked_again: (facts) => some(...facts.ids('askedAgain')),
    added: (facts) => some(...facts.ids('added')),
    author: (facts) => some(...facts.ids('authorId', 'speakerId')),
    proposers: (facts) => some(...facts.ids('authorId', 'speakerId', 'jointIds')),
    seconders: this.asking(SECONDERS),
    delegation_heads: (facts, tx) => this.leadersOf(facts, tx),
    committee_secretary: this.committee('committee_secretary'),
    committee_chair: this.committee('committee_chair'),
    committee_below: (facts, tx) => this.committeeBelow(facts, tx),
    presidium: this.committee('presidium'),
    deciders: (facts) => some(...facts.ids('deciders')),
    parties: this.asking(PARTIES),
    origin_seconders: this.asking(ORIGIN_SECONDERS),
    lead_officers: (facts, tx) => this.holders('unit_officer', facts.leadUnitIds, tx),
    lead_heads: (facts, tx) => this.holders('unit_head', facts.leadUnitIds, tx),
    assisting_officers: (facts, tx) => this.holders('unit_officer', facts.assistingUnitIds, tx),
    assisting_heads: (facts, tx) => this.holders('unit_head', facts.assistingUnitIds, tx),
    part_officers: (facts, tx) => this.holders('unit_officer', facts.ids('unitId'), tx),
    part_heads: (facts, tx) => this.holders('unit_head', facts.ids('unitId'), tx),
    new_officers: (facts, tx) => this.holders('unit_officer', facts.ids('toUnitId'), tx),
    new_heads: (facts, tx) => this.holders('unit_head', facts.ids('toUnitId'), tx),
    leader: this.asking(LEADER),
    key_leader: this.asking(KEY_LEADER),
    next_signer: this.asking(LEADER_TO_SIGN, 'replyId'),
    head_deputies: (facts, tx) => this.deputies('head', facts, tx),
    leader_deputies: (facts, tx) => this.deputies('leader', facts, tx),
    principal: (facts) => some(...facts.ids('principalId')),
    drafter: (facts) => some(...facts.ids('drafterId')),
    publishers: (facts, tx) => this.holders('publisher', facts.ids('unitId'), tx),
    secrecy_reviewers: (facts, tx) => this.holders('secrecy_reviewer', facts.ids('unitId'), tx),
    disclosure_office: (facts, tx) => this.holders('disclosure_office', facts.ids('unitId'), tx),
    awarded: (facts) => some(...facts.ids('awardedIds')),
    awarded_heads: (facts, tx) => this.holders('unit_head', facts.ids('awardedUnitIds'), tx),
  };

  constructor(
    private readonly roleHolders: RoleHolders,
    private readonly congresses: Congresses,
    private readonly mandates: MandateKeys,
  ) {}

  /** Staff ids; nobody twice. */
  async of(circle: Circle, facts: EventFacts, tx: Transaction): Promise<string[]> {
    return [...new Set(await this.finders[circle](facts, tx))];
  }

  async holders(role: UnitRole, unitIds: readonly string[], tx: Transaction): Promise<string[]> {
    const lists = [];
    for (const unitId of unitIds) lists.push(await this.roleHolders.of(role, unitId, tx));
    return lists.flat();
  }

  /** Of the delegation, without those whose own proposal it is. */
  private async leadersOf(facts: EventFacts, tx: Transaction): Promise<string[]> {
    const [delegationId] = facts.ids('delegationId');
    const own = facts.ids('authorId', 'jointIds');
    const leaders = delegationId ? await this.congresses.delegationLeaders(delegationId, tx) : [];
    return leaders.filter((staffId) => !own.includes(staffId));
  }

  /** Those who may sign for the head of the lead unit, or for the leader once the reply is on the leader's desk. */
  private async deputies(part: 'head' | 'leader', facts: EventFacts, tx: Transaction): Promise<string[]> {
    const [unitId] = [...facts.ids('unitId'), ...facts.leadUnitIds];
    const [leader] = part === 'leader' ? await this.asking(LEADER_TO_SIGN, 'replyId')(facts, tx) : [];
    if (unitId === undefined || (part === 'leader' && leader === undefined)) return [];
    return this.mandates.deputies(part, { unitId, leaderId: leader ?? null }, tx);
  }

  private asking(sql: string, of?: string): Finder {
    return async (facts, tx) => {
      const about = of === undefined ? facts.event.subjectId : facts.ids(of)[0];
      const rows = (await tx.query(sql, [about ?? null])) as { staff_id: string }[];
      return rows.map((row) => row.staff_id);
    };
  }

  private committee(role: CommitteeRole): Finder {
    return async (facts, tx) => {
      const congressId = facts.ids('congressId')[0] ?? (await this.congressOfCase(facts, tx));
      return congressId ? this.congresses.committee(congressId, [role], tx) : [];
    };
  }

  /** Of the congress that passed the matter upward. */
  private async committeeBelow(facts: EventFacts, tx: Transaction): Promise<string[]> {
    const rows = (await tx.query(CONGRESS_BELOW, [facts.ids('passedFromId')[0] ?? null])) as { congress_id: string }[];
    const seats: CommitteeRole[] = ['committee_chair', 'committee_secretary'];
    return rows[0] ? this.congresses.committee(rows[0].congress_id, seats, tx) : [];
  }

  private async congressOfCase(facts: EventFacts, tx: Transaction): Promise<string | undefined> {
    const rows = (await tx.query(CONGRESS, [facts.event.subjectId])) as { congress_id: string }[];
    return rows[0]?.congress_id;
  }
}

function some(...ids: (string | null)[]): Promise<string[]> {
  return Promise.resolve(ids.filter((id) => id !== null));
}
