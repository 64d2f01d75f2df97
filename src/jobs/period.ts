import { beijingDate } from '../calendar/index.js';

const HOUR_ON_THE_WALL = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
});

/** The period in which a task with this cron expression runs once: the minute, the hour or the day, in Beijing. */
export function periodOf(cron: string, now: Date): string {
  const [minute, hour] = cron.split(/\s+/);
  const wall = HOUR_ON_THE_WALL.format(now);
  if (isRepeated(minute!)) return `${beijingDate(now)} ${wall}`;
  return isRepeated(hour!) ? `${beijingDate(now)} ${wall.slice(0, 2)}` : beijingDate(now);
}

function isRepeated(field: string): boolean {
  return /[*,/-]/.test(field);
}
