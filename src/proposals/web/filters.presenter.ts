import { type Message, msg } from '../../kernel/index.js';

export type Chosen = Readonly<Record<string, string>>;

export interface Select {
  readonly name: string;
  readonly label: Message;
  readonly options: readonly { readonly value: string; readonly text: Message | string }[];
}

/** For `components/filters`: the choices of a list, what is chosen, and how to take each choice back. */
export function presentFilters(
  action: string,
  selects: readonly Select[],
  query: Chosen,
  { keep }: { keep: string[] },
) {
  const kept = Object.fromEntries(keep.map((name) => [name, query[name] ?? '']));
  const all = { value: '', text: msg('proposals.filters.all') };
  const chips = selects.flatMap(({ name, options }) => {
    const chosen = options.find(({ value }) => value !== '' && value === query[name]);
    return chosen ? [{ text: chosen.text, href: addressOf(action, { ...query, [name]: '' }) }] : [];
  });
  const text = query.q ? [{ text: query.q, href: addressOf(action, { ...query, q: '' }) }] : [];
  return {
    action,
    selects: selects.map(({ name, label, options }) => ({
      name,
      label,
      options: [...(options.some(({ value }) => value === '') ? [] : [all]), ...options].map((option) => ({
        ...option,
        selected: option.value === (query[name] ?? ''),
      })),
    })),
    search: { name: 'q', value: query.q ?? '', label: msg('proposals.filters.text') },
    hidden: Object.entries(kept).map(([name, value]) => ({ name, value })),
    chips: [...chips, ...text],
    clear: chips.length + text.length > 1 ? addressOf(action, kept) : null,
  };
}

export function addressOf(action: string, query: Chosen): string {
  const filled = Object.entries(query).filter(([, value]) => value !== '');
  const text = new URLSearchParams(filled).toString();
  return text === '' ? action : `${action}?${text}`;
}
