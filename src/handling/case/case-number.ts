import { CASE_KIND, type CaseKind } from './case-kind.js';

export interface CaseNumber {
  /** 第八届三次第018号, printed. */
  readonly number: string;
  /** 8-3-018, used in addresses. */
  readonly ref: string;
}

export interface NumberedSession {
  readonly term: number;
  readonly session: number;
  /** The code of a congress below the school's own, which stands before both; otherwise ''. */
  readonly congressCode: string;
  /** 闭会期间提案 are counted apart. */
  readonly betweenSessions?: boolean;
}

const BETWEEN_SESSIONS = { series: 'b', seriesName: '闭会' };

export function caseNumber(kind: CaseKind, place: NumberedSession, n: number): CaseNumber {
  const { term, session, congressCode } = place;
  const { series, seriesName } = place.betweenSessions && kind === 'proposal' ? BETWEEN_SESSIONS : CASE_KIND[kind];
  const serial = String(n).padStart(3, '0');
  return {
    number: `${congressCode}第${chineseNumeral(term)}届${chineseNumeral(session)}次${seriesName}第${serial}号`,
    ref: `${congressCode && `${congressCode}-`}${term}-${session}-${series}${serial}`,
  };
}

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 to 99 as they are spoken: 八, 十, 十二, 三十五. */
export function chineseNumeral(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 99) throw new RangeError(`No numeral for ${n}`);
  const tens = Math.floor(n / 10);
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${DIGITS[n % 10]}`;
}
