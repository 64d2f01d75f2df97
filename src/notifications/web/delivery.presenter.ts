import { type Message, msg } from '../../kernel/index.js';
import type { LastRun } from '../../jobs/index.js';
import type { DeliveryState } from '../delivery-overview.js';

const STATES = ['queued', 'sending', 'sent', 'skipped', 'failed'];

const TASKS: Readonly<Record<string, Message>> = {
  digest: msg('notifications.tasks.digest'),
  'mail.sweep': msg('notifications.tasks.mailSweep'),
  reminders: msg('notifications.tasks.reminders'),
  housekeeping: msg('notifications.tasks.housekeeping'),
  'rating.close': msg('notifications.tasks.ratingClose'),
};

export function presentDelivery({ counts, failed, tasks }: DeliveryState) {
  const byState = new Map(counts.map(({ state, count }) => [state, count]));
  return {
    pageTitle: msg('notifications.delivery.title'),
    breadcrumbs: [{ text: msg('organization.admin.title'), href: '/admin' }],
    lead: msg('notifications.delivery.lead'),
    counts: STATES.map((state) => ({
      term: msg(`mail.outbox.states.${state}`),
      text: msg('notifications.delivery.mails', { n: byState.get(state) ?? 0 }),
    })),
    failed: failed.map(({ name, number, at, reason }) => ({
      to: `${name}（${number}）`,
      at: at.toISOString(),
      reason,
    })),
    tasks: tasks.map(presentTask),
  };
}

function presentTask({ name, cron, startedAt, finishedAt, error }: LastRun) {
  return {
    name: TASKS[name] ?? name,
    when: timetableOf(cron),
    at: (finishedAt ?? startedAt)?.toISOString() ?? null,
    tag: stateOf(startedAt, error),
    error,
  };
}

/** `30 8 * * *` is every day at 08:30. */
function timetableOf(cron: string): Message | string {
  const daily = /^(\d+) (\d+) \* \* \*$/.exec(cron);
  if (daily)
    return msg('notifications.delivery.daily', { time: daily.slice(1, 3).toReversed().map(twoDigits).join(':') });
  return cron === '* * * * *' ? msg('notifications.delivery.everyMinute') : cron;
}

function twoDigits(text: string): string {
  return text.padStart(2, '0');
}

function stateOf(startedAt: Date | null, error: string | null) {
  if (error !== null) return { tone: 'bad', text: msg('notifications.delivery.runFailed') };
  if (startedAt === null) return { tone: 'neutral', text: msg('notifications.delivery.neverRan') };
  return { tone: 'good', text: msg('notifications.delivery.ran') };
}
