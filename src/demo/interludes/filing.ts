import { newId } from '../../kernel/index.js';
import { Withdrawing, Writing } from '../../proposals/index.js';
import { demoId } from '../demo-id.js';
import { textOf } from '../proposal-text.js';
import type { Interludes } from './interlude.js';

const ANOTHER_MEASURE = '\n4. 检查记录统一录入系统，学院、楼宇和安全员看到的是同一份，不再分头报表。';

export const FILING: Interludes = {
  // The measures are changed after signatures were given: the seconders are asked again and see the difference.
  'seconding-lab-hazard-levels': {
    async *seconded({ stage, content, ref, author, pace }) {
      yield pace.after(1);
      const { version } = await stage.proposal(ref, author);
      const text = { ...textOf(content), measures: content.measures + ANOTHER_MEASURE };
      await stage.get(Writing).save(ref, text, { page: newId(), version }, await stage.players.actor(author));
    },
  },
  // The unit works already: the author asks, the chair has not decided yet.
  'handling-power-aircon-old-labs': {
    async *signed_for({ stage, content, author, pace }) {
      yield pace.on('2026-04-10');
      const reason = '学院已把老实验楼列入下半年整体搬迁计划，线路改造可以不再单独办理，请委员会同意撤案。';
      await stage
        .get(Withdrawing)
        .withdraw(demoId(`proposal:${content.key}`), reason, await stage.players.actor(author));
    },
  },
};
