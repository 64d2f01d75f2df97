import autocannon from 'autocannon';

const WARM_UP_SECONDS = 2;

/** Requests per second and the times within which half and 99 of 100 were answered, in milliseconds. */
export async function load(url, headers, { connections, seconds }) {
  await autocannon({ url, headers, connections, duration: WARM_UP_SECONDS });
  const result = await autocannon({ url, headers, connections, duration: seconds });
  const failed = result.non2xx + result.errors + result.timeouts;
  return { rate: result.requests.average, p50: result.latency.p50, p99: result.latency.p99, failed };
}
