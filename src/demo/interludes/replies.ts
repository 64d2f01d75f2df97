import { Amendments, AmendmentSignOff, ReplyDrafts, SignOff } from '../../handling/index.js';
import { SigningMandates } from '../../identity/index.js';
import { demoId } from '../demo-id.js';
import { sign } from '../signing.js';
import type { Interludes } from './interlude.js';

export const REPLIES: Interludes = {
  // Called back by the officer to correct a number, later sent back by the leader, and signed again by the head.
  'foreign-teacher-service-2025': {
    async *submitted({ stage, ref, content, pace }) {
      const officer = await stage.players.holder('unit_officer', content.lead!);
      yield pace.after(0);
      await stage.get(ReplyDrafts).recall(ref, officer);
      yield pace.after(0);
      await stage.get(ReplyDrafts).submit(ref, officer);
    },
    async *signed_by_head({ stage, ref, content, pace }) {
      yield pace.after(1);
      const leader = await stage.players.actor(stage.players.leader(content.leader!));
      const { reply } = await stage.get(SignOff).desk(ref, leader);
      const comment = '清单里各窗口的电话要列全，节假日由谁接听也请写明。';
      await stage.get(SignOff).sendBack(ref, { part: 'leader', version: reply.version }, comment, leader);
      yield pace.after(1);
      const officer = await stage.players.holder('unit_officer', content.lead!);
      const text = `${reply.text}\n九个部门的窗口电话已列在清单第二页；法定节假日由我处值班室统一接听，当天转办。`;
      const { outcomeClass, promise, promisedOn, responsible } = reply;
      const revised = { text, outcomeClass, promise, promisedOn, responsible };
      await stage.get(ReplyDrafts).save(ref, revised, null, officer);
      await stage.get(ReplyDrafts).submit(ref, officer);
      yield pace.after(1);
      await sign(stage, ref, 'head', await stage.players.holder('unit_head', content.lead!));
    },
  },
  // Half a year later things have changed: the reply is amended through the same signatures.
  'campus-signage-2025': {
    async *concluded({ stage, ref, content, pace }) {
      yield pace.on('2025-10-20');
      const officer = await stage.players.holder('unit_officer', content.lead!);
      const { standing } = await stage.get(Amendments).desk(ref, officer, null);
      const { promise, promisedOn, responsible, text } = standing;
      const added = '补充：校务会已通过校园标识专项经费，两校区道路和楼宇双语标识将于明年暑假前统一更换。';
      const content_ = {
        text: `${text}\n\n${added}`,
        outcomeClass: standing.outcomeClass,
        promise,
        promisedOn,
        responsible,
      };
      await stage.get(Amendments).save(ref, content_, '校园标识专项经费已获批准。', null, officer, null);
      await stage.get(Amendments).submit(ref, officer, null);
      const { amendment } = await stage.get(Amendments).desk(ref, officer, null);
      const leader = await stage.players.actor(stage.players.leader(content.leader!));
      const signers = [
        ['head', await stage.players.holder('unit_head', content.lead!)],
        ['leader', leader],
      ] as const;
      for (const [part, signer] of signers) {
        yield pace.after(1);
        await stage.get(AmendmentSignOff).sign(ref, amendment!.id, { part, version: amendment!.version }, signer);
      }
    },
  },
  // Sent back by the head, revised and sent again: the head sees what changed.
  'leader-scrapped-equipment': {
    async *submitted({ stage, ref, pace }) {
      yield pace.after(1);
      const head = await stage.players.holder('unit_head', 'zc');
      const officer = await stage.players.holder('unit_officer', 'zc');
      const { reply } = await stage.get(SignOff).desk(ref, head);
      const comment = '请写明集中处置的时间，并说明等待期间设备放在哪里。';
      await stage.get(SignOff).sendBack(ref, { part: 'head', version: reply.version }, comment, head);
      yield pace.after(0);
      const { text, outcomeClass, promise, promisedOn, responsible } = reply;
      const revised = {
        text: `${text}\n处置前，待报废设备统一存放在西区周转库，由我处派车集中转运，每学期第六周和第十四周各一次。`,
        outcomeClass,
        promise,
        promisedOn,
        responsible,
      };
      await stage.get(ReplyDrafts).save(ref, revised, null, officer);
      await stage.get(ReplyDrafts).submit(ref, officer);
    },
  },
  // The head is away and has named a deputy.
  'head-cross-campus-invigilation': {
    async *submitted({ stage, ref, pace }) {
      yield pace.on('2026-04-13');
      const head = await stage.players.holder('unit_head', 'jx');
      const mandate = {
        id: demoId('mandate:jx'),
        principalId: head.staffId!,
        part: 'head' as const,
        unitId: null,
        document: null,
        deputyId: demoId('staff:2015012'),
        validFrom: '2026-04-13',
        validUntil: '2026-04-24',
        reason: '赴教育部参加本科教学评估培训',
      };
      await stage.get(SigningMandates).give(mandate, head);
      const deputy = await stage.players.actor('2015012');
      const { reply } = await stage.get(SignOff).desk(ref, deputy);
      await stage.get(SignOff).sign(ref, { part: 'head', version: reply.version }, deputy);
    },
  },
};
