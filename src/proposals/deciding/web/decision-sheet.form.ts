import { Line } from '../../../web/index.js';
import type { Chosen } from '../decision-drafts.service.js';

const SERIAL = String.raw`(?:[a-z][a-z0-9]*-)?\d{4}-\d{4,6}`;
const PLACE = new RegExp(`^place-(${SERIAL})$`);
const CHOSEN = new RegExp(String.raw`^(${SERIAL})\.(\d{1,9})$`);
const MOST = 500;

/** Which row shall change its place with its neighbour. */
export class SheetForm {
  @Line({ label: 'decisions.fields.place', max: 20 }) up = '';
  @Line({ label: 'decisions.fields.place', max: 20 }) down = '';
}

export class RemovalForm {
  @Line({ label: 'decisions.fields.chosen', max: 20, required: true }) ref = '';
}

/** The typed places: fields called `place-2026-0061`; whatever is no number is not there. */
export function placesIn(body: unknown): Map<string, number> {
  const sent = Object.entries((body ?? {}) as Record<string, unknown>);
  return new Map(
    sent.flatMap(([name, value]) => {
      const ref = PLACE.exec(name)?.[1];
      return ref && typeof value === 'string' && /^\d{1,4}$/.test(value.trim()) ? [[ref, Number(value)] as const] : [];
    }),
  );
}

/** The ticked rows with the version that was read (`2026-0061.3`), each on the place that stands beside it. */
export function chosenIn(body: unknown): Chosen[] {
  const places = placesIn(body);
  const ticked = [(body as { chosen?: unknown } | undefined)?.chosen].flat().slice(0, MOST);
  const found = ticked.flatMap((value) => {
    const [, ref, version] = (typeof value === 'string' && CHOSEN.exec(value)) || [];
    return ref ? [{ ref, version: Number(version), place: places.get(ref) ?? Infinity }] : [];
  });
  return [...new Map(found.map((one) => [one.ref, one])).values()];
}
