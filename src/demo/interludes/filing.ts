import { newId } from '../../kernel/index.js';
import { Seconding, Writing } from '../../proposals/index.js';
import { demoId } from '../demo-id.js';
import { textOf } from '../proposal-text.js';
import type { Interludes } from './interlude.js';

const HEAD_OF_TRANSFER = '2013134';
const ANOTHER_MEASURE = '\n4. 检查记录统一录入系统，学院、楼宇和安全员看到的是同一份，不再分头报表。';

export const FILING: Interludes = {
  // One who was asked does not answer; the author takes the invitation back.
  'seconding-nursing-room': {
    async *seconded({ stage, ref, author, pace }) {
      yield pace.after(1);
      const { seconds } = await stage.proposal(ref, author);
      const silent = seconds.find(
        ({ staffId, status }) => status === 'invited' && staffId !== demoId(`staff:${stage.everWilling}`),
      )!;
      await stage.get(Seconding).cancel(ref, silent.id, await stage.players.actor(author));
    },
  },
  // A second joint proposer joins and leaves again.
  'seconding-cross-discipline-credit': {
    async *seconded({ stage, ref, author, pace }) {
      yield pace.after(0);
      await stage.get(Writing).inviteJoint(ref, HEAD_OF_TRANSFER, await stage.players.actor(author));
      yield pace.after(0);
      const joint = await stage.players.actor(HEAD_OF_TRANSFER);
      await stage.get(Writing).join(ref, joint);
      yield pace.after(1);
      await stage.get(Writing).leave(ref, joint);
    },
  },
  // The measures are changed after signatures were given: the seconders are asked again and see the difference.
  'seconding-lab-hazard-levels': {
    async *seconded({ stage, content, ref, author, pace }) {
      yield pace.after(1);
      const { version } = await stage.proposal(ref, author);
      const text = { ...textOf(content), measures: content.measures + ANOTHER_MEASURE };
      await stage.get(Writing).save(ref, text, { page: newId(), version }, await stage.players.actor(author));
    },
  },
};
