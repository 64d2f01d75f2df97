const MOST = 100;

/** The cases that were ticked: `ref` once or several times. */
export function refsOf(named: unknown): string[] {
  const list = [named].flat().filter((ref): ref is string => typeof ref === 'string' && ref !== '');
  return [...new Set(list)].slice(0, MOST);
}
