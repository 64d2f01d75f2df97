import { Injectable } from '@nestjs/common';
import { CaseLookup } from '../../../handling/index.js';
import { type Actor, type Message, msg } from '../../../kernel/index.js';
import { Directory, type Staff } from '../../../organization/index.js';
import { OwnProposals } from '../own-proposals.js';
import type { Proposal } from '../../proposal.entity.js';
import { proposalWorkflow } from '../../proposal-workflow.js';
import { nextFor, wayOf } from '../../web/proposal-way.js';
import { SigningProgress } from '../../signing/web/signing-progress.js';
import { marksOf, statusTag } from '../../web/words.js';

/** 我的提案: what I wrote, what I joined, what I was asked to sign. */
@Injectable()
export class MinePages {
  constructor(
    private readonly own: OwnProposals,
    private readonly cases: CaseLookup,
    private readonly directory: Directory,
    private readonly signing: SigningProgress,
  ) {}

  /** What I gave up before it had a number. */
  async withdrawn(actor: Actor): Promise<object> {
    const rows = (await this.own.withdrawn(actor)).map((one) => ({ ...rowOf(one, ''), next: nextFor(one) }));
    return { pageTitle: msg('proposals.mine.title'), tabs: tabsOf(true), isWithdrawn: true, withdrawn: rows };
  }

  async mine(actor: Actor): Promise<object> {
    const { author, joint, second } = await this.own.of(actor);
    const everything = [...author, ...joint, ...second];
    const [handled, people, signing] = await Promise.all([
      this.cases.byOrigins(everything.map(({ id }) => id)),
      this.directory.peopleById(everything.map(({ authorId }) => authorId)),
      this.signing.of(everything),
    ]);
    const invitedJoint = joint.filter((proposal) => isOpen(proposal) && !proposal.jointOf(actor.staffId)!.hasJoined);
    const wanted = second.filter(
      (one) =>
        proposalWorkflow.isAvailable('second', one.status) && one.secondOf(actor.staffId)!.isWanted(one.textVersion),
    );
    const row = (proposal: Proposal, page = '') => {
      const way = wayOf(proposal, handled.get(proposal.id), signing.get(proposal.id));
      return { ...rowOf(proposal, page), next: way.next, way: { steps: way.steps, text: way.next } };
    };
    return {
      pageTitle: msg('proposals.mine.title'),
      tabs: tabsOf(false),
      mayWrite: actor.is('proposes'),
      invitations: [
        ...wanted.map((one) => ({
          ...rowOf(one, '/second'),
          next: invitation(one.kind === 'collective' ? 'agree' : 'second', one, people),
        })),
        ...invitedJoint.map((one) => ({ ...rowOf(one, '/participation'), next: invitation('join', one, people) })),
      ],
      written: author.map((one) => row(one, one.status === 'draft' ? '/draft' : '')),
      joined: joint.filter((one) => !invitedJoint.includes(one)).map((one) => row(one)),
      seconded: second
        .filter((one) => !wanted.includes(one) && one.secondOf(actor.staffId)!.status === 'seconded')
        .map((one) => row(one)),
    };
  }
}

function tabsOf(isWithdrawn: boolean): object {
  const tab = (show: 'present' | 'withdrawn', href: string) => ({
    text: msg(`filing.mine.${show}`),
    href,
    current: isWithdrawn === (show === 'withdrawn'),
  });
  const items = [tab('present', '/proposals/mine'), tab('withdrawn', '/proposals/mine?show=withdrawn')];
  return { label: msg('proposals.mine.title'), items };
}

function rowOf(proposal: Proposal, page: string) {
  const { ref, title, serial, status, kind } = proposal;
  const name: string | Message = title || msg('proposals.untitled');
  return {
    href: `/proposals/${ref}${page}`,
    title: name,
    number: serial,
    tag: statusTag(status, kind),
    flags: marksOf(proposal),
  };
}

function invitation(
  kind: 'second' | 'agree' | 'join',
  { authorId }: Proposal,
  people: ReadonlyMap<string, Staff>,
): Message {
  const { name, unit } = people.get(authorId)!;
  return msg(`proposals.mine.invitation.${kind}`, { name, unit: unit.name });
}

function isOpen({ status }: Proposal): boolean {
  return status === 'draft' || status === 'seconding';
}
