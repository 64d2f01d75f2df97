import { Injectable } from '@nestjs/common';
import { beijingDate, WorkingDays } from '../../calendar/index.js';
import { type Attachment, Attachments } from '../../files/index.js';
import { type Actor, Clock, type LedgerEvent } from '../../kernel/index.js';
import { Ledger } from '../../ledger/index.js';
import { Directory, type Staff } from '../../organization/index.js';
import { type Today, todayOf } from './case-due.js';
import { CasesRepository } from './cases.repository.js';
import type { HandlingCase } from './handling-case.entity.js';

/** Everything the page of one case is made of. */
export interface CaseFile {
  readonly record: HandlingCase;
  readonly events: readonly LedgerEvent[];
  /** The day on which what was written was submitted; null where the ledger does not know. */
  readonly submittedOn: string | null;
  /** The attachments of what was written, by its id. */
  readonly files: ReadonlyMap<string, readonly Attachment[]>;
  /** Proposers, leader, loggers of contacts and writers of opinions, by id. */
  readonly people: ReadonlyMap<string, Staff>;
  readonly today: Today;
  /** Working days until the unit's part is due; negative when overdue. */
  readonly daysLeft: (dueOn: string) => number;
  /** The last day on which a duty assigned then can be given back. */
  readonly returnUntil: (assignedAt: Date) => string;
}

@Injectable()
export class CaseReader {
  constructor(
    private readonly cases: CasesRepository,
    private readonly ledger: Ledger,
    private readonly directory: Directory,
    private readonly attachments: Attachments,
    private readonly workingDays: WorkingDays,
    private readonly clock: Clock,
  ) {}

  async read(ref: string, actor: Actor): Promise<CaseFile> {
    const record = await this.cases.findVisible(ref, actor);
    const [entries, files, people, calendar] = await Promise.all([
      this.ledger.timeline([record.id, ...record.origins.map(({ originId }) => originId)]),
      this.filesOf(record),
      this.directory.peopleById(peopleIn(record)),
      this.workingDays.load(),
    ]);
    const today = todayOf(calendar, this.clock.now());
    const events = entries.filter(({ subjectId }) => subjectId === record.id);
    const daysLeft = (dueOn: string) => calendar.workingDaysLeft(today.today, dueOn);
    const returnUntil = (assignedAt: Date) => calendar.dueDateOf(assignedAt, record.governing.settings.returnDays);
    return { record, events, files, submittedOn: submission(entries), people, today, daysLeft, returnUntil };
  }

  private async filesOf({ origins }: HandlingCase): Promise<Map<string, Attachment[]>> {
    const filed = await Promise.all(
      origins.map(
        async ({ originType, originId }) => [originId, await this.attachments.of(originType, [originId])] as const,
      ),
    );
    return new Map(filed);
  }
}

/** The last time one of the originals came in. */
function submission(entries: readonly LedgerEvent[]): string | null {
  const last = entries.findLast(({ subjectType, to }) => subjectType !== 'case' && to === 'submitted');
  return last ? beijingDate(last.at) : null;
}

function peopleIn({ leaderId, parties, contacts, assignments }: HandlingCase): string[] {
  const ids = [
    leaderId,
    ...parties.map(({ staffId }) => staffId),
    ...contacts.map(({ loggedBy }) => loggedBy),
    ...assignments.map(({ opinionBy }) => opinionBy),
  ];
  return ids.filter((id) => id !== null);
}
