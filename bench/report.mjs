import os from 'node:os';

/** The results as a table in Markdown. */
export function report({ wish, house, results, submitted }) {
  const { proposals, notices, seconds, connections } = wish;
  const size = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
  const number = (n) => Math.round(n).toLocaleString('en');
  const milliseconds = (n) => (n < 10 ? n.toFixed(1) : number(n));
  const lines = results.map(({ name, bytes, ours, bare }) =>
    row([
      name,
      number(ours.rate),
      milliseconds(ours.p50),
      milliseconds(ours.p99),
      size(bytes),
      number(bare.rate),
      (bare.rate / ours.rate).toFixed(1),
      ours.failed,
    ]),
  );
  return [
    `Load of the machine at the end: ${os.loadavg()[0].toFixed(1)} (the bench alone makes about 2.5; more means that others were at work). ` +
      `${number(proposals)} proposals and ${number(notices)} notices, seeded in ${Math.round(house.seededIn)} s; ${connections} connections, ${seconds} s each after 2 s of warm-up; ` +
      `Node ${process.versions.node}, ${os.availableParallelism()} cores shared by the server, PostgreSQL and the load itself. ` +
      `"Bare" is a Node http server that sends the same bytes from memory; the ratio says how many times faster it is.`,
    '',
    row(['Page', 'requests/s', 'p50 ms', 'p99 ms', 'on the wire', 'bare requests/s', 'ratio', 'failed']),
    row(['---', '---:', '---:', '---:', '---:', '---:', '---:', '---:']),
    ...lines,
    '',
    `Submitting a proposal (${submitted.count} of them, ${submitted.clients} people at a time): ${number(submitted.rate)} a second, p50 ${milliseconds(submitted.p50)} ms, p99 ${milliseconds(submitted.p99)} ms.`,
    '',
  ].join('\n');
}

function row(cells) {
  return `| ${cells.join(' | ')} |`;
}
