import type { DataSource } from 'typeorm';
import type { Posted } from './each-post.js';

const ID = /[\da-f]{8}-[\da-f-]{27}|(?:[a-z]+-)?\d+(?:-[a-z]?\d+)+/g;
const SUBJECT = /^\/(?:proposals|suggestions|review|cases)\/([^/?]+)/;
/** Words that a form offers, not those that somebody typed. */
const CHOICE = /^(?:[a-z_]+|[A-D])$/;

/** A proposal is another one when it has another signature, a case when another duty is signed for. */
const SITUATION = `
  select concat_ws(' ', proposal.kind, proposal.status, settings,
    (select count(*) from proposal_second where proposal_id = proposal.id and status = 'seconded')) as situation
  from proposal join congress_session on congress_session.id = session_id where proposal.id::text = $1 or serial = $1
  union all
  select concat_ws(' ', kind, status, round,
    (select string_agg(part || assignment.status, ' ' order by part) from assignment where case_id = handling_case.id))
  from handling_case where ref = $1`;

/** The address with ids and numbers standing for any. */
export function nameOf(url: string): string {
  return url.replaceAll(ID, ':');
}

/** Remembers which steps were tried: the same button with the same choices in the same situation is tried once, on whatever journey. */
export class KindsOfSteps {
  private readonly tried = new Set<string>();

  async isNew({ url, form }: Posted, db: DataSource): Promise<boolean> {
    const choices = [...form].filter(([, value]) => CHOICE.test(value)).map((pair) => pair.join('='));
    const kind = [nameOf(url), ...choices, await this.situationOf(url, db)].join(' ');
    if (this.tried.has(kind)) return false;
    this.tried.add(kind);
    return true;
  }

  private async situationOf(url: string, db: DataSource): Promise<string> {
    const [, ref] = SUBJECT.exec(url) ?? [];
    const rows = (await db.query(SITUATION, [ref ?? ''])) as { situation: string }[];
    return rows.map(({ situation }) => situation).join();
  }
}
