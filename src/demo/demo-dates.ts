/** The demo's clock begins on Tuesday, 14 April 2026, 09:00 in Beijing. */
export const DEMO_STARTS_AT = new Date('2026-04-14T09:00:00+08:00');
