import type { CongressSession, Delegate } from '../../../congress/index.js';
import { type Message, msg } from '../../../kernel/index.js';
import type { FieldErrors } from '../../../web/index.js';
import { neededOf } from '../../delegation/quorum.js';

interface Named {
  readonly ids: readonly string[];
  /** Numbers of nobody who may stand there. */
  readonly unknown: readonly string[];
}

/** Everybody whose name stands on a paper form. */
export interface Signatories {
  readonly author: Delegate | null;
  readonly isCollective: boolean;
  readonly joint: Named;
  /** Of the delegation, besides the author. */
  readonly present: Named;
  readonly signers: Named;
}

/** What is wrong with the names, by the field of the form. */
export function problemsOf(people: Signatories, session: CongressSession): FieldErrors {
  const problems = {
    author: authorProblem(people),
    joint: jointProblem(people),
    ...(people.isCollective ? collectiveProblems(people, session) : { seconders: secondersProblem(people, session) }),
  };
  return Object.fromEntries(
    Object.entries(problems).flatMap(([field, text]) => (text === null ? [] : [[field, text]])),
  );
}

function authorProblem({ author, isCollective }: Signatories): Message | null {
  if (author === null) return msg('paper.errors.noDelegate');
  const speaks = author.post === 'head' || author.post === 'deputy';
  return isCollective && !speaks ? msg('paper.errors.noHead') : null;
}

function jointProblem({ author, isCollective, joint, signers }: Signatories): Message | null {
  if (isCollective) return joint.ids.length + joint.unknown.length > 0 ? msg('paper.errors.jointOfCollective') : null;
  if (joint.unknown.length > 0) return unknown(joint);
  if (joint.ids.some((id) => id === author?.staffId)) return msg('paper.errors.authorJoins');
  return joint.ids.some((id) => signers.ids.includes(id)) ? msg('paper.errors.jointSeconds') : null;
}

function secondersProblem({ author, signers }: Signatories, { settings }: CongressSession): Message | null {
  const { secondersRequired: n } = settings;
  if (signers.unknown.length > 0) return unknown(signers);
  if (signers.ids.some((id) => id === author?.staffId)) return msg('paper.errors.authorSeconds');
  return signers.ids.length < n ? msg('paper.errors.tooFew', { n }) : null;
}

/** Whoever wrote it is present and agrees, once. */
function collectiveProblems({ present, signers }: Signatories, { settings }: CongressSession) {
  const [attended, agreed] = [present.ids.length + 1, signers.ids.length + 1];
  const needed = neededOf(attended, settings.collectiveQuorum);
  const nobody = present.ids.length === 0 ? msg('paper.errors.nobodyPresent') : null;
  const absent = signers.ids.some((id) => !present.ids.includes(id)) ? msg('paper.errors.absentSigns') : null;
  const tooFew = agreed < needed ? msg('paper.errors.quorum', { present: attended, needed, agreed }) : null;
  return {
    present: present.unknown.length > 0 ? stranger(present) : nobody,
    seconders: signers.unknown.length > 0 ? stranger(signers) : (absent ?? tooFew),
  };
}

function unknown({ unknown: numbers }: Named): Message {
  return msg('paper.errors.unknown', { numbers: numbers.join('、') });
}

function stranger({ unknown: numbers }: Named): Message {
  return msg('paper.errors.stranger', { numbers: numbers.join('、') });
}
