import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, Clock, newId, type Transaction } from '../../kernel/index.js';
import { AdministrativeEvents } from '../../ledger/index.js';
import type { Upload } from '../../web/index.js';
import { ImportHasErrors, ImportNotFound } from '../organization.errors.js';
import { cellsOf } from '../sheets/read-sheet.js';
import { ImportDraft } from './import-draft.entity.js';
import { type ImportKind, type ImportRun, OUTCOMES, type RowOutcome, type RowResult } from './import-kind.js';
import { rowsOf } from './sheet-rows.js';

const KEPT_MS = 7 * 86_400_000;

export interface ImportPreview {
  readonly draft: ImportDraft;
  readonly kind: ImportKind;
  readonly results: readonly RowResult[];
  readonly counts: Readonly<Record<RowOutcome, number>>;
}

/** Lists brought in as files: read, shown row by row, confirmed, and then all rows at once or none. */
@Injectable()
export class Imports {
  private readonly kinds = new Map<string, ImportKind>();

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly events: AdministrativeEvents,
  ) {}

  register<Plan>(kind: ImportKind<Plan>): void {
    this.kinds.set(kind.name, kind as ImportKind);
  }

  /** Reads the file and keeps its rows; nothing is imported yet. Answers with the id of the draft. */
  async receive(name: string, scopeId: string | null, upload: Upload, actor: Actor): Promise<string> {
    const kind = this.kinds.get(name)!;
    await kind.authorize(actor, scopeId, this.db.manager);
    const rows = rowsOf(await cellsOf(upload), kind.columns);
    const [id, now] = [newId(), this.clock.now()];
    await this.db.query('delete from import_draft where created_at < $1', [new Date(now.getTime() - KEPT_MS)]);
    await this.db.manager.insert(ImportDraft, {
      id,
      kind: name,
      scopeId,
      staffId: actor.staffId!,
      fileName: upload.name.slice(0, 200),
      rows: rows as never,
      createdAt: now,
      confirmedAt: null,
    });
    return id;
  }

  /** What each row would do at this moment. A draft belongs to the person who brought the file. */
  async preview(id: string, actor: Actor): Promise<ImportPreview> {
    const draft = await this.db.manager.findOneBy(ImportDraft, { id, staffId: actor.staffId! });
    if (!draft) throw new ImportNotFound();
    const kind = this.kinds.get(draft.kind)!;
    await kind.authorize(actor, draft.scopeId, this.db.manager);
    const { results } = await kind.plan(draft.rows, this.runOf(draft, actor), this.db.manager);
    return { draft, kind, results, counts: countsOf(results) };
  }

  /** All rows, in one transaction. A second confirmation of the same draft changes nothing. */
  confirm(id: string, actor: Actor): Promise<ImportPreview> {
    return this.db.transaction(async (tx) => {
      const draft = await tx.findOne(ImportDraft, {
        where: { id, staffId: actor.staffId! },
        lock: { mode: 'pessimistic_write' },
      });
      if (!draft) throw new ImportNotFound();
      const kind = this.kinds.get(draft.kind)!;
      if (draft.isConfirmed) return { draft, kind, results: [], counts: countsOf([]) };
      return this.carryOut(kind, draft, actor, tx);
    });
  }

  private async carryOut(kind: ImportKind, draft: ImportDraft, actor: Actor, tx: Transaction): Promise<ImportPreview> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`import ${kind.name}`]);
    const role = await kind.authorize(actor, draft.scopeId, tx);
    const run = this.runOf(draft, actor);
    const { results, plan } = await kind.plan(draft.rows, run, tx);
    const counts = countsOf(results);
    if (counts.error > 0) throw new ImportHasErrors(counts.error);
    await kind.carryOut(plan, run, role, tx);
    await tx.update(ImportDraft, draft.id, { confirmedAt: run.at, rows: [] });
    await this.record(kind, draft, run, role, results, tx);
    return { draft, kind, results, counts };
  }

  private async record(
    kind: ImportKind,
    draft: ImportDraft,
    { actor }: ImportRun,
    role: string,
    results: readonly RowResult[],
    tx: Transaction,
  ): Promise<void> {
    const changed = results
      .filter(({ outcome }) => outcome === 'changed')
      .map(({ label, changes }) => ({ label, columns: changes.map(({ header }) => header) }));
    const data = { file: draft.fileName, scopeId: draft.scopeId, counts: countsOf(results), changed };
    const subject = { subjectType: 'import', subjectId: draft.id };
    await this.events.record({ ...subject, action: kind.name, by: actor, role, data }, tx);
  }

  private runOf(draft: ImportDraft, actor: Actor): ImportRun {
    return { id: draft.id, scopeId: draft.scopeId, actor, at: this.clock.now() };
  }
}

function countsOf(results: readonly RowResult[]): Record<RowOutcome, number> {
  const count = (outcome: RowOutcome) => results.filter((result) => result.outcome === outcome).length;
  return Object.fromEntries(OUTCOMES.map((outcome) => [outcome, count(outcome)])) as Record<RowOutcome, number>;
}
