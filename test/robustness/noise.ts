/** What is written without anybody having done anything: when a session was last seen, how often an address knocked. */
export const NOISE: readonly string[] = ['browser_session', 'rate_limit'];
