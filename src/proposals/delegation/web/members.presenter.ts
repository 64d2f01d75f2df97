import { msg } from '../../../kernel/index.js';
import type { Staff } from '../../../organization/index.js';
import type { FormView } from '../../../web/index.js';
import type { Circumstances } from '../../proposal-conditions.js';
import type { ProposalSecond } from '../../signing/proposal-second.entity.js';
import { proposalWorkflow } from '../../proposal-workflow.js';
import type { Proposal } from '../../proposal.entity.js';
import type { ProposalPolicy } from '../../proposal.policy.js';
import { signaturesOf } from '../../signing/signatures.js';
import { windowFor } from '../../signing/web/filing-words.js';
import { personOf } from '../../signing/web/joint.presenter.js';
import { presentSubmission } from '../../writing/web/submission.presenter.js';
import { signaturesText } from '../../signing/web/signatures-words.js';
import type { TagView } from '../../web/words.js';

interface Around {
  readonly circumstances: Circumstances;
  /** The delegates of the delegation today. */
  readonly members: readonly string[];
  readonly people: ReadonlyMap<string, Staff>;
  readonly form: FormView;
}

/** The page of a delegation's head: who is present, who agreed, what is missing. */
export function presentMembers(proposal: Proposal, policy: ProposalPolicy, around: Around): object {
  const { ref, title, authorId, status, seconds } = proposal;
  const { circumstances, people, form } = around;
  const isOpen = proposalWorkflow.isAvailable('record_presence', status);
  const offered = policy.offers(proposal);
  const mayHandIn = offered.includes('submit') || offered.includes('resubmit');
  return {
    pageTitle: msg('filing.members.title'),
    title: msg('filing.members.title'),
    errorSummary: form.errors.length > 0 ? { errors: form.errors } : null,
    proposalTitle: title,
    href: `/proposals/${ref}`,
    progress: signaturesText(proposal, circumstances.session),
    window: windowFor(proposal, circumstances),
    lacking: signaturesOf(proposal, circumstances.session.settings).lacking,
    over:
      isOpen || status === 'returned'
        ? null
        : msg(status === 'draft' ? 'filing.members.notBegun' : 'filing.members.over'),
    submit: mayHandIn ? presentSubmission(proposal, circumstances) : null,
    edit: offered.includes('edit')
      ? { href: `/proposals/${ref}/draft`, text: msg('proposals.actions.edit'), tone: 'secondary' }
      : null,
    author: { ...personOf(people, authorId), tag: { tone: 'good', text: msg('filing.members.author') } },
    present: seconds
      .filter((one) => one.status !== 'cancelled')
      .map((one) => ({
        ...personOf(people, one.staffId),
        remark: one.remark,
        tag: tagOf(one, proposal),
        at: one.answeredAt?.toISOString() ?? null,
      })),
    form: isOpen ? presenceForm(proposal, around) : null,
  };
}

function presenceForm({ ref, authorId }: Proposal, { members, people, form }: Around): object {
  const options = members
    .filter((staffId) => staffId !== authorId)
    .map((staffId) => {
      const { name, number, unit } = personOf(people, staffId);
      return { value: staffId, text: name, hint: `${number} · ${unit}` };
    });
  return { action: `/proposals/${ref}/members`, present: form.choice('present', options) };
}

function tagOf(member: ProposalSecond, proposal: Proposal): TagView {
  if (!proposal.isStanding(member.staffId)) return { tone: 'neutral', text: msg('filing.members.gone') };
  if (member.countsFor(proposal.textVersion)) return { tone: 'good', text: msg('filing.members.agreed') };
  if (member.status === 'declined') return { tone: 'bad', text: msg('filing.members.declined') };
  return { tone: 'wait', text: msg(member.status === 'seconded' ? 'filing.members.again' : 'filing.members.waiting') };
}
