import fs from 'node:fs';

export default async function tearDown() {
  const { postgres, folder } = globalThis.postgresOfTheTests;
  await postgres.stop();
  fs.rmSync(folder, { recursive: true, force: true });
}
