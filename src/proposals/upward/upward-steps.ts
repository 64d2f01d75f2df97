import { type CongressSession } from '../../congress/index.js';
import type { Act, NewEvent } from '../../kernel/index.js';
import { JointProposer } from '../signing/joint-proposer.entity.js';
import { Proposal } from '../proposal.entity.js';
import type { Entry } from '../writing/registration.js';

/** The same matter, handed in at the congress above: same authors, a number of its own. Seconds are told as a number. */
export function receivedAbove(
  below: Proposal,
  id: string,
  session: CongressSession,
  entry: Entry,
  reason: string,
  deed: Act,
): { above: Proposal; event: NewEvent } {
  const { congressId, congress } = session.term;
  const place = {
    sessionId: session.id,
    congressId,
    congressUnitId: congress.unitId,
    delegationId: null,
    kind: 'individual' as const,
  };
  const above = Proposal.begin({ id, ...place, author: { staffId: below.authorId }, at: deed.at });
  const { title, keyWords, category, reason: matter, measures, publishable, publishRefusal, confidential } = below;
  const text = { title, keyWords, category, reason: matter, measures, publishable, publishRefusal, confidential };
  const { nameHidden, confidentiality, confidentialityReason, confidentialityAnswer } = below;
  const secrecy = { nameHidden, confidentiality, confidentialityReason, confidentialityAnswer };
  Object.assign(above, text, secrecy, { passedFrom: below.id });
  above.joints = below.joints
    .filter(({ hasJoined }) => hasJoined)
    .map(({ staffId }) => {
      const joint = JointProposer.invite(id, staffId, deed.at);
      joint.join(deed.at);
      return joint;
    });
  const data = { ...above.handedIn(), passedFrom: below.serial, secondCount: below.secondCount };
  const handedInAs = below.handedInAs === 'suggestion' ? below.handedInAs : entry.handedInAs;
  const { authorUnitId } = below;
  const change = { ...entry, authorUnitId, handedInAs, submittedAt: deed.at };
  return { above, event: above.record('receive', deed, data, reason, change) };
}

/** The congress above has it now. */
export function passUp(below: Proposal, above: Proposal, reason: string, deed: Act): NewEvent {
  const change = { decidedAt: deed.at, decisionNote: reason };
  return below.record('pass_up', deed, { passedTo: above.serial }, reason, change);
}

/** 退回下级教代会: here it ends, without anybody having withdrawn it. */
export function sendBack(above: Proposal, reason: string, deed: Act): NewEvent {
  return above.record('send_back', deed, {}, reason, { decidedAt: deed.at, decisionNote: reason });
}

export function wasSentBack({ status, passedFrom, withdrawNote }: Proposal): boolean {
  return status === 'withdrawn' && passedFrom !== null && withdrawNote === null;
}

/** It is below again, where the committee goes on with it, with the days of a new one. */
export function comeBack(below: Proposal, reason: string, reviewBy: string, deed: Act): NewEvent {
  return below.record('come_back', deed, { reviewBy }, reason, { decidedAt: null, decisionNote: null, reviewBy });
}
