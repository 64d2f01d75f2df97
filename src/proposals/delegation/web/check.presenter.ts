import type { AttachmentView } from '../../../files/index.js';
import { type Message, msg } from '../../../kernel/index.js';
import type { Staff, Unit } from '../../../organization/index.js';
import { paragraphsOf } from '../../../web/index.js';
import type { Circumstances } from '../../proposal-conditions.js';
import type { ProposalAction } from '../../proposal-workflow.js';
import type { Proposal } from '../../proposal.entity.js';

interface Around {
  readonly unit: Unit | null;
  readonly people: ReadonlyMap<string, Staff>;
  readonly files: readonly AttachmentView[];
  readonly similar: object;
}

/** Which step follows the check, by where the proposal stands. */
const FORWARD: Partial<Record<string, { action: ProposalAction; path: string; tone: string }>> = {
  draft: { action: 'start_seconding', path: 'seconding', tone: 'primary' },
  returned: { action: 'resubmit', path: 'resubmission', tone: 'primary' },
};

/** 核对: everything that was typed, once more, with a way back to each field. */
export function presentCheck(proposal: Proposal, circumstances: Circumstances, around: Around): object {
  const { ref, status } = proposal;
  const forward = FORWARD[status];
  return {
    pageTitle: msg('proposals.check.title'),
    lead: msg(`proposals.check.lead.${status}`),
    askedAgain: askedAgain(proposal),
    rows: rowsOf(proposal, around),
    similar: around.similar,
    required:
      proposal.kind === 'collective'
        ? msg(`filing.collective.required.${circumstances.session.settings.collectiveQuorum}`)
        : msg('proposals.check.required', { n: circumstances.session.settings.secondersRequired }),
    forward: forward && {
      action: `/proposals/${ref}/${forward.path}`,
      text: msg(
        proposal.kind === 'collective' ? `filing.collective.forward.${status}` : `proposals.actions.${forward.action}`,
      ),
      tone: forward.tone,
      missing: proposal.missing(forward.action, circumstances),
    },
    onward:
      status === 'seconding'
        ? { href: `/proposals/${ref}/${proposal.kind === 'collective' ? 'members' : 'seconders'}` }
        : null,
    back: `/proposals/${ref}/draft`,
  };
}

/** What changed after the signatures has to be signed again. */
function askedAgain({ status, kind, seconds, textVersion }: Proposal): Message | null {
  const n = seconds.filter((one) => one.status === 'seconded' && one.isWanted(textVersion)).length;
  if (status !== 'seconding' || n === 0) return null;
  return msg(kind === 'collective' ? 'signing.again.askedMembers' : 'signing.again.asked', { n });
}

function rowsOf(proposal: Proposal, { unit, people, files }: Around): object[] {
  const { ref, title, category, reason, measures, publishable, publishRefusal, joints } = proposal;
  const named = joints.filter((joint) => joint.isNamed).map(({ staffId }) => people.get(staffId)!.name);
  const back = (field: string) => `/proposals/${ref}/draft#${field}`;
  const row = (field: string, paragraphs: readonly (string | object)[], href = back(field)) => {
    const term = msg(`proposals.fields.${field}`);
    return { term, paragraphs, change: { href, text: term } };
  };
  return [
    row('title', [title]),
    row('category', category ? [msg(`proposals.category.${category}`)] : []),
    row('reason', paragraphsOf(reason)),
    row('measures', paragraphsOf(measures)),
    row('files', files.length > 0 ? files.map(({ name, size }) => `${name}（${size}）`) : [msg('proposals.nobody')]),
    row('wishedUnit', [unit?.name ?? msg('proposals.noWish')]),
    row(
      'publish',
      [msg(publishable ? 'proposals.publish.yes' : 'proposals.publish.no'), publishRefusal].filter(Boolean),
    ),
    ...(proposal.status === 'returned' || proposal.kind === 'collective'
      ? []
      : [row('joint', named.length > 0 ? [named.join('、')] : [msg('proposals.nobody')], `/proposals/${ref}/joint`)]),
  ];
}
