import type { Audience } from '../kernel/index.js';
import { KNOWN_STATUSES, type NoticeStatus } from './notice-workflow.js';
import type { AudienceKind } from './notice-text.js';

interface Facts {
  readonly unitId: string;
  readonly status: NoticeStatus;
  readonly draftedBy: string;
  readonly audienceKind: AudienceKind;
  readonly audienceUnitIds: readonly string[];
}

const READERS: Record<AudienceKind, (notice: Facts) => Audience> = {
  public: () => ['public'],
  staff: () => ['staff'],
  delegates: () => ['delegate'],
  units: ({ audienceUnitIds }) => audienceUnitIds.map((id) => `member:${id}`),
};

/** Those through whose hands a notice of the unit goes. */
export function workersOn({ unitId }: Pick<Facts, 'unitId'>): Audience {
  return ['publisher', 'unit_head', 'secrecy_reviewer', 'disclosure_office', 'supervisor'].map(
    (role) => `${role}:${unitId}`,
  );
}

/** The one answer to who may know of a notice: its workers, and its readers from the moment it is published. */
export function audienceOf(notice: Facts): Audience {
  if (notice.status === 'draft' || notice.status === 'discarded')
    return [`publisher:${notice.unitId}`, `person:${notice.draftedBy}`];
  return KNOWN_STATUSES.includes(notice.status)
    ? [...READERS[notice.audienceKind](notice), ...workersOn(notice)]
    : [...workersOn(notice), `person:${notice.draftedBy}`];
}
