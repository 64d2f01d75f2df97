const PATIENCE_MS = 30_000;
const PAUSE_MS = 20;

/** Waits until it is so; false when it still is not after a time that is long even on a busy machine. Only for what stays so once it has come. */
export async function eventually(isSo: () => boolean): Promise<boolean> {
  const until = performance.now() + PATIENCE_MS;
  while (!isSo() && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  return isSo();
}
