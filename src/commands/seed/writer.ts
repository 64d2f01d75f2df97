import type { Random } from './random.js';
import { DEEDS, FACTS, GIVEN, MATTERS, PLACES, SURNAMES, VERBS } from './words.js';

export interface Written {
  readonly category: string;
  readonly title: string;
  readonly reason: string;
  readonly measures: string;
}

/** Composes what people write, different each time. */
export class Writer {
  constructor(private readonly random: Random) {}

  proposal(unit: string): Written {
    const { random } = this;
    const category = random.pick(Object.keys(MATTERS));
    const [what, trouble, remedy] = random.pick(MATTERS[category]!);
    const place = random.pick(PLACES);
    const also = random.chance(0.5) ? `和${random.pick(PLACES.filter((one) => one !== place))}` : '';
    const facts = random.some(FACTS, random.whole(2, 4)).map((fact) => this.filled(fact, unit, place));
    const deeds = random.some(DEEDS, 2).map((deed) => this.filled(deed, unit, place));
    return {
      category,
      title: `关于${random.pick(VERBS)}${place}${also}${what}的提案`,
      reason: [`${place}的${what}问题由来已久：${trouble}。`, ...facts].join('\n'),
      measures: [`${remedy}。`, ...deeds].map((line, i) => `${i + 1}. ${line}`).join('\n'),
    };
  }

  reply(title: string, unit: string): string {
    const { random } = this;
    const matter = title.replace(/^关于|的提案$/g, '');
    return [
      `您提出的${matter}一事收悉。${unit}${random.pick(['召开专题会', '到现场查看', '与有关单位商议'])}，现答复如下。`,
      `一、情况属实。${random.pick(['近年经费和人手有限，此项工作确有欠账。', '此前分散在几个单位，没有一家总负责。', '制度订立较早，已不适应现在的情况。'])}`,
      `二、${this.filled(random.pick(DEEDS), unit, random.pick(PLACES))}`,
      `感谢您对学校工作的关心，今后有什么意见，请随时与我们联系。`,
    ].join('\n\n');
  }

  opinion(): string {
    return this.random.pick([
      '同意主办单位的意见，我单位负责配合实施。',
      '此事可行，建议分两步走，所需数据由我单位提供。',
    ]);
  }

  contact(): string {
    return this.random.pick(['到提案人办公室当面说明了情况，听取了补充意见。', '电话沟通，提案人希望明确完成时间。']);
  }

  name(): string {
    const { random } = this;
    return random.pick(SURNAMES) + random.pick(GIVEN) + (random.chance(0.7) ? random.pick(GIVEN) : '');
  }

  private filled(text: string, unit: string, place: string): string {
    const values: Record<string, string | number> = {
      unit,
      place,
      n: this.random.whole(18, 240),
      m: this.random.whole(2, 9),
    };
    return text.replace(/\{(\w+)\}/g, (_, key: string) => String(values[key]));
  }
}
