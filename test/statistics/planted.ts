import type { DataSource } from 'typeorm';
import { cast, congress, idOf, units } from '../support/cast.js';

interface PlantedForm {
  readonly status?: string;
  readonly title?: string;
  readonly confidential?: boolean;
  readonly open?: boolean;
}

interface PlantedCase {
  readonly status?: string;
  readonly title?: string;
  readonly confidential?: boolean;
  readonly open?: boolean;
  readonly kind?: string;
  readonly dueOn?: string | null;
  readonly repliedAt?: string | null;
  readonly rating?: string | null;
  readonly outcomeClass?: string | null;
  readonly round?: number;
  readonly contactOn?: string | null;
}

const readers = (open: boolean, confidential: boolean) => [
  `committee:${congress.id}`,
  ...(open && !confidential ? ['staff', 'public'] : []),
];

/** Puts submitted forms and cases straight into the tables, so that the figures can be known beforehand. */
export class Planting {
  private count = 0;

  constructor(
    private readonly db: DataSource,
    private readonly sessionId: string = congress.sessionId,
  ) {}

  async form({
    status = 'filed',
    title = '关于……的提案',
    confidential = false,
    open = true,
  }: PlantedForm = {}): Promise<void> {
    const serial = `${this.sessionId === congress.sessionId ? 2026 : 2025}-${String(++this.count).padStart(4, '0')}`;
    const declined = status === 'declined';
    await this.db.query(
      `insert into proposal (id, serial, session_id, congress_id, congress_unit_id, author_id, status, title, category, reason, measures,
         publishable, publish_refusal, confidential, created_at, saved_at, submitted_at, decided_at, decline_code, decision_note, audience)
       values ($1, $2, $3, $4, $5, $6, $7, $8, 'welfare', '案由', '措施', true, '', $9, $10, $10, $10, $10, $11, $12, $13)`,
      [
        idOf(`form-${this.sessionId}-${serial}`),
        serial,
        this.sessionId,
        congress.id,
        units.jlu.id,
        cast.wu.id,
        status,
        title,
        confidential,
        '2026-04-01T09:00+08',
        declined ? 'late' : null,
        declined ? '已过期限' : null,
        readers(open, confidential),
      ],
    );
  }

  async case(one: PlantedCase = {}): Promise<string> {
    const id = idOf(`case-${this.sessionId}-${++this.count}`);
    const { status = 'concluded', title = '关于……的提案', confidential = false, open = true, kind = 'proposal' } = one;
    await this.db.query(
      `insert into handling_case (id, ref, number, kind, congress_id, session_id, title, category, status, lead_unit_id, round, outcome_class,
         final_rating, publishable, confidential, opened_at, assigned_at, due_on, replied_at, audience)
       values ($1, $2, $2, $3, $4, $5, $6, 'welfare', $7, $8, $9, $10, $11, true, $12, $13, $13, $14, $15, $16)`,
      [
        id,
        `${this.code}-${String(this.count).padStart(3, '0')}`,
        kind,
        congress.id,
        this.sessionId,
        title,
        status,
        units.hq.id,
        one.round ?? 1,
        one.outcomeClass === undefined ? 'A' : one.outcomeClass,
        one.rating === undefined ? 'satisfied' : one.rating,
        confidential,
        '2026-04-01T09:00+08',
        one.dueOn === undefined ? '2026-04-10' : one.dueOn,
        one.repliedAt === undefined ? '2026-04-08T15:00+08' : one.repliedAt,
        readers(open, confidential),
      ],
    );
    if (one.contactOn) await this.contact(id, one.contactOn);
    return id;
  }

  private get code(): string {
    return this.sessionId === congress.sessionId ? '8-3' : '8-2';
  }

  private async contact(caseId: string, happenedOn: string): Promise<void> {
    await this.db.query(
      `insert into contact (id, case_id, round, happened_on, way, summary, logged_by, logged_at) values ($1, $2, 1, $3, 'visit', '面谈', $4, '2026-04-09')`,
      [idOf(`contact-${caseId}`), caseId, happenedOn, cast.gao.id],
    );
  }
}
