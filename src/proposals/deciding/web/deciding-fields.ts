import { Choice, Line, Prose } from '../../../web/index.js';

/** Fields that several forms of the committee have, each declared once. */

/** Fingerprint of the text that was read. */
export const ReadText = () => Line({ label: 'deliberation.fields.text', max: 64 });

/** The code of a reason for declining. */
export const DeclineCode = () => Line({ label: 'review.fields.declineCode', max: 50 });

/** What is said to the proposers. */
export const Note = () => Prose({ label: 'review.fields.note', max: 1000 });

/** Why it goes against the votes; for the committee only. */
export const Deviation = () => Prose({ label: 'deliberation.fields.deviation', max: 1000 });

export const CaseTitle = () => Line({ label: 'decisions.fields.caseTitle', max: 50 });

/** Into which case or proposal. */
export const Into = (required = false) => Line({ label: 'decisions.fields.into', max: 40, required });

/** Decided now, or prepared for the meeting. */
export const Onward = () => Choice({ label: 'review.fields.outcome', of: ['draft'] });
