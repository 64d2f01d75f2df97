import { type Act, type NewEvent } from '../../kernel/index.js';
import { CaseOrigin, type NewOrigin } from './case-origin.entity.js';
import { CaseParty } from './case-party.entity.js';
import { CaseRecord } from './case-record.js';
import { CaseNotFound } from './case.errors.js';

/** Another original with its people: the author and who proposes with the author. */
export interface Joining {
  readonly origin: NewOrigin;
  readonly staffIds: readonly string[];
}

/** 并案: originals join a case and leave it; who came with one is a party as long as it is there. */
export abstract class OriginSteps extends CaseRecord {
  addOrigin({ origin, staffIds }: Joining, act: Act, data: object = {}): NewEvent {
    const { id: caseId, publishable } = this;
    const position = Math.max(0, ...this.origins.map((one) => one.position)) + 1;
    const unsaid = { authorId: null, part: null, publishable: true };
    const added = Object.assign(new CaseOrigin(), unsaid, origin, { caseId, position });
    const known = this.parties.map((party) => (staffIds.includes(party.staffId) ? alsoThrough(party, added) : party));
    const newcomers = staffIds.filter((staffId) => !this.isParty(staffId));
    const change = {
      origins: [...this.origins, added],
      parties: [...known, ...newcomers.map((staffId) => partyOf(caseId, staffId, added))],
      publishable: publishable && added.publishable,
    };
    return this.advance('add_origin', act, { change, data: { ...said(added), ...data } });
  }

  /** The case goes on with the rest; without its leading original the next one leads. */
  removeOrigin(originId: string, reason: string, act: Act, data: object = {}): NewEvent {
    const leaving = this.origins.find((origin) => origin.originId === originId);
    const origins = this.origins.filter((origin) => origin !== leaving);
    if (!leaving || origins.length === 0) throw new CaseNotFound();
    const staying = this.parties
      .map((party) => withoutOrigin(party, originId))
      .filter(({ originIds }) => originIds.length > 0);
    const leadId = staying.find(({ part }) => part === 'lead')?.staffId ?? origins[0]!.authorId ?? staying[0]?.staffId;
    const parties = staying.map((party) => withPart(party, party.staffId === leadId ? 'lead' : 'joint'));
    const change = { origins, parties, publishable: origins.every(({ publishable }) => publishable) };
    return this.advance('remove_origin', act, { change, note: reason, data: { ...said(leaving), ...data } });
  }

  /** The one original of this case is merged into another case. */
  absorb(into: { readonly id: string; readonly number: string }, act: Act): NewEvent {
    return this.advance('absorb', act, { change: { absorbedInto: into.id }, data: { into: into.number } });
  }
}

function partyOf(caseId: string, staffId: string, { originId }: CaseOrigin): CaseParty {
  return Object.assign(new CaseParty(), { caseId, staffId, part: 'joint', originIds: [originId] });
}

function alsoThrough(party: CaseParty, { originId }: CaseOrigin): CaseParty {
  return Object.assign(party, { originIds: [...new Set([...party.originIds, originId])] });
}

function withoutOrigin(party: CaseParty, originId: string): CaseParty {
  return Object.assign(party, { originIds: party.originIds.filter((id) => id !== originId) });
}

function withPart(party: CaseParty, part: CaseParty['part']): CaseParty {
  return Object.assign(party, { part });
}

/** `others`: how it is called in messages. */
function said({ originId, ref, title: originTitle }: CaseOrigin): object {
  return { originId, originTitle, others: [ref] };
}
