import { newId } from '../../src/kernel/index.js';
import { cast, congress, idOf, units } from '../support/cast.js';
import { ANSWER, PROPOSAL } from '../support/road.js';
import type { Scene } from '../support/scene.js';

type Fields = Record<string, string | string[]>;

/** Where the table of routes does not tell who the person for it is: an empty form is refused to all alike. */
export const SENDERS: Readonly<Record<string, string>> = {
  'POST /review/:ref/decision [underReview]': 'chair',
  'POST /cases/:ref/signature [atHead]': 'head',
  'POST /cases/:ref/signature [atLeader]': 'leader',
  'POST /cases/:ref/signature/return [atHead]': 'head',
  'POST /cases/:ref/follow-up/progress [followUp]': 'officer',
};

/** Forms that would be accepted if the session were open, by the line of the table of routes: what refuses them is the archive. */
export function goodForms(scene: Scene, duties: (ref: string, part: string) => string): Record<string, Fields> {
  const { cases } = scene;
  const draft = { ...PROPOSAL, page: newId(), version: '99' };
  const seat = { id: newId(), number: cast.bai.number, kind: 'delegate', delegationId: idOf('delegation-2'), post: '' };
  const lead = (ref: string) => duties(ref, 'lead');
  return {
    'POST /proposals/:ref/draft [draft]': { ...draft, title: '关于再延长图书馆开放时间的提案' },
    'POST /proposals/:ref/autosave [draft]': { ...draft, title: '关于再延长图书馆开放时间的提案' },
    'POST /proposals/:ref/joint [draft]': { number: cast.luo.number },
    'POST /proposals/:ref/seconding [draft]': {},
    'POST /proposals/:ref/seconders [seconding]': { staffId: cast.luo.id },
    'POST /proposals/:ref/seconders/:secondId/cancellation [seconding]': {},
    'POST /proposals/:ref/second [seconding]': { answer: 'second' },
    'POST /proposals/:ref/submission [seconding]': {},
    'POST /proposals/:ref/resubmission [submitted]': {},
    'POST /proposals/:ref/withdrawal [submitted]': { reason: '不再需要。' },
    'POST /proposals/:ref/discard [draft]': {},
    'POST /review/:ref/taking-up [submitted]': {},
    'POST /review/:ref/return [underReview]': { note: '请补充措施。' },
    'POST /review/:ref/decision [underReview]': { outcome: 'file', note: '' },
    'POST /cases/:ref/assignment [open]': { lead: units.hq.id },
    'POST /cases/:ref/receipt [assigned]': { assignment: lead(cases.assigned) },
    'POST /cases/:ref/return [assigned]': { assignment: lead(cases.assigned), reason: '不属本单位职责。' },
    'POST /cases/:ref/contacts [inHandling]': {
      id: newId(),
      way: 'phone',
      happenedOn: '2026-04-14',
      summary: '电话沟通。',
    },
    'POST /cases/:ref/extension [inHandling]': { until: '2026-07-01', reason: '招标周期较长。' },
    'POST /cases/:ref/opinion [inHandling]': {
      assignment: duties(cases.inHandling, 'assisting'),
      opinion: '可以配合。',
    },
    'POST /cases/:ref/overrides [inHandling]': {
      assignment: duties(cases.inHandling, 'assisting'),
      reason: '不再等待。',
    },
    'POST /cases/:ref/reply [ready]': ANSWER,
    'POST /cases/:ref/reply/draft [ready]': ANSWER,
    'POST /cases/:ref/reply/recall [atHead]': {},
    'POST /cases/:ref/signature [atHead]': { part: 'head', version: '1' },
    'POST /cases/:ref/signature [atLeader]': { part: 'leader', version: '1' },
    'POST /cases/:ref/signature/return [atHead]': { part: 'head', version: '1', comment: '请写明时间。' },
    'POST /cases/:ref/rating [replied]': { attitude: 'satisfied', result: 'satisfied' },
    'POST /cases/:ref/rating/check [replied]': { attitude: 'satisfied', result: 'satisfied' },
    'POST /cases/:ref/dissatisfaction [dissatisfied]': { decision: 'explanation', explanation: '条件暂不具备。' },
    'POST /cases/:ref/publication [replied]': {},
    'POST /cases/:ref/notice [published]': { title: '充电点已建成', body: '三处车棚已装好。' },
    'POST /cases/:ref/follow-up/progress [followUp]': {
      report: '已装一半。',
      percent: '50',
      withoutFiles: '施工尚未验收',
    },
    'POST /cases/:ref/follow-up/implementation [followUp]': { note: '都装好了。' },
    'POST /board/assignment': { ref: [cases.open], lead: units.hq.id },
    'POST /admin/congress/sessions/:id/dates [8-3]': { windowFrom: '2026-04-10', windowUntil: '2026-04-20' },
    'POST /admin/congress/sessions/:id/close [8-3]': {},
    'POST /admin/congress/sessions/:id/archive [8-3]': { successor: congress.archivedSessionId },
    'POST /admin/congress/terms/:id/delegates [8]': seat,
    'POST /admin/congress/delegates/:id [luo]': { ...seat, number: cast.luo.number },
    'POST /admin/congress/delegates/:id/end [luo]': {},
    'POST /admin/congress/seats/:id/end [of sun]': {},
  };
}
