import { fingerprint } from '../../ledger/index.js';
import { chainOf } from './chain.js';
import { DAY_MS, dayOf, type Kit } from './kit.js';
import { NOTICES, NOTICE_LINES } from './notice-words.js';
import type { HandlingUnit } from './school.js';

const YEARS = 10;
const ROAD = [
  ['draft', 'draft', 'publisher'],
  ['submit', 'at_head', 'publisher'],
  ['approve', 'at_secrecy', 'unit_head'],
  ['clear', 'at_office', 'secrecy_reviewer'],
  ['publish', 'published', 'disclosure_office'],
] as const;
const WORKERS = ['publisher', 'unit_head', 'secrecy_reviewer', 'disclosure_office', 'supervisor'];

/** One published notice; `place` of `count` decides how long ago. */
export function enterNotice(place: number, count: number, kit: Kit): void {
  const { school, random, numbers, book } = kit;
  const unit = random.pick(school.units);
  const category = random.pick(Object.keys(NOTICES));
  const publishedAt = new Date(school.now.getTime() - DAY_MS * (0.2 + (YEARS * 365 * (count - 1 - place)) / count));
  const year = dayOf(publishedAt).slice(0, 4);
  const series = `${unit.code}-${category}-${year}`;
  const indexNumber = `${series}-${String(numbers.next(`notice:${series}`)).padStart(3, '0')}`;
  const { title, body, keywords } = textOf(category, year, unit, kit);
  const audienceKind = random.weighted({ public: 80, staff: 17, delegates: 3 });
  const readers = audienceKind === 'delegates' ? 'delegate' : audienceKind;
  const moments = [...random.moments(publishedAt.getTime() - 4 * DAY_MS, publishedAt.getTime(), 4), publishedAt];
  const id = random.id(moments[0]!);
  book.add('notice', {
    id,
    index_number: indexNumber,
    unit_id: unit.id,
    category,
    attribute: 'own',
    audience_kind: audienceKind,
    audience_unit_ids: [],
    audience_reason: audienceKind === 'public' ? '' : '只涉及校内管理事项。',
    title,
    body,
    document_number: random.chance(0.4) ? `${unit.short}〔${year}〕${random.whole(1, 60)}号` : '',
    keywords,
    status: 'published',
    drafted_by: unit.publisher.id,
    created_at: moments[0],
    updated_at: publishedAt,
    published_at: publishedAt,
    published_on: dayOf(publishedAt),
    fingerprint: fingerprint(`${title}\n${body}`),
    audience: [readers, ...WORKERS.map((role) => `${role}:${unit.id}`)],
    waits_for: [],
  });
  const happenings = ROAD.map(([action, to, role], i) => ({
    action,
    by: role === 'unit_head' ? unit.head : unit.publisher,
    role,
    at: moments[i]!,
    from: i === 0 ? null : ROAD[i - 1]![1],
    to,
  }));
  book.add('ledger_event', ...chainOf('notice', id, { ref: indexNumber, title, unitId: unit.id }, happenings, random));
}

function textOf(
  category: string,
  year: string,
  unit: HandlingUnit,
  { random }: Kit,
): { title: string; body: string; keywords: string[] } {
  const matter = random.pick(NOTICES[category]!);
  const season = random.pick([
    '春季学期',
    '秋季学期',
    '上半年',
    '下半年',
    '第一季度',
    '第二季度',
    '第三季度',
    '第四季度',
  ]);
  const title = `关于${year}年${season}${matter}的${random.pick(['通知', '公告', '通报', '说明'])}`;
  const filled = (line: string) =>
    line
      .replaceAll('{unit}', unit.name)
      .replaceAll('{matter}', matter)
      .replaceAll('{year}', year)
      .replaceAll(/\{n\}/g, () => String(random.whole(3, 400)));
  const lines = random.some(NOTICE_LINES, random.whole(4, NOTICE_LINES.length)).map(filled);
  const body = [`各单位：\n\n现将${year}年${season}${matter}有关事项公布如下。`, ...lines, `${unit.name}`].join('\n\n');
  return { title, body, keywords: [matter.slice(0, 10), season] };
}
