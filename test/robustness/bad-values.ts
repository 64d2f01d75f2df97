import type { Payload } from './walker.js';

const FORM = 'application/x-www-form-urlencoded';
const LONG = '长'.repeat(30_000);
const FIELDS_PER_FORM = 20; // so that a form of long fields stays below the limit of a request
const FORGED = {
  status: 'filed',
  audience: 'public',
  authorId: 'x',
  __proto__x: '1',
  constructor: 'x',
  role: 'administrator',
};

export type Bad = (names: readonly string[]) => Payload[];

const each = (value: unknown) => (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, value]));
const json = (fields: unknown): Payload => ({ type: 'application/json', body: JSON.stringify(fields) });
const form = (pairs: readonly string[]): Payload => ({ type: FORM, body: pairs.join('&') });
const escaped = (names: readonly string[], value: string) =>
  names.map((name) => `${name}=${encodeURIComponent(value)}`);

export const BAD: Readonly<Record<string, Bad>> = {
  nothing: () => [{ type: null, body: '' }, form([]), { type: FORM, body: '&&==&=' }],
  'texts that are too long': (names) =>
    Array.from({ length: Math.ceil(names.length / FIELDS_PER_FORM) }, (_, i) => {
      const some = names.slice(i * FIELDS_PER_FORM, (i + 1) * FIELDS_PER_FORM);
      return { type: 'multipart/form-data; boundary=x', body: multipart(some, LONG) };
    }),
  'lists instead of texts': (names) => [
    form(names.flatMap((name) => [`${name}=a`, `${name}=b`])),
    json(each(['a', ['b'], null])(names)),
  ],
  'objects instead of texts': (names) => [
    json(each({ toString: 1, a: { b: 1 } })(names)),
    form(names.map((name) => `${name}[a][b]=1`)),
  ],
  'wrong types': (names) => [
    json(each(12.5)(names)),
    json(each(null)(names)),
    json(each(true)(names)),
    json([1]),
    json('text'),
    json(null),
  ],
  'broken encodings': (names) => [
    form(names.map((name) => `${name}=%FF%FE%zz%`)),
    form(names.map((name) => `${name}=%B9%D8%D3%DA`)),
    {
      type: FORM,
      body: Buffer.concat(
        names.map((name) => Buffer.concat([Buffer.from(`&${name}=`), Buffer.from([0xb9, 0xd8, 0x00, 0xff])])),
      ),
    },
    json(each('\uD800')(names)),
  ],
  'zeros and replacement characters': (names) => [
    form(escaped(names, 'a\0b\uFFFD')),
    form(escaped(names, '\0')),
    form(escaped(names, '\uFFFD')),
  ],
  'strange values': (names) => [
    form(escaped(names, '-1')),
    form(escaped(names, '99999999999999999999')),
    form(escaped(names, '9999-12-31')),
    form(escaped(names, '0000-00-00')),
    form(escaped(names, '00000000-0000-7000-8000-000000000000')),
    form(escaped(names, "'; drop table staff; --")),
    form(escaped(names, '<script>alert(1)</script>{{x}}')),
    form(escaped(names, 'yes')),
  ],
  'forged fields': (names) => [form([...escaped(names, 'x'), ...Object.entries(FORGED).map((pair) => pair.join('='))])],
  'a broken envelope': () => [
    { type: 'multipart/form-data', body: 'x' },
    { type: 'multipart/form-data; boundary=x', body: '--y\r\nnothing' },
    {
      type: 'multipart/form-data; boundary=x',
      body: '--x\r\ncontent-disposition: form-data; name="title"\r\n\r\ncut off',
    },
    { type: 'application/json', body: '{"title":' },
    { type: 'application/json', body: '{"__proto__":{"a":1}}' },
    { type: 'application/xml', body: '<a/>' },
    { type: 'text/plain', body: 'a=b' },
    { type: FORM, body: Buffer.alloc(3 * 1024 * 1024, 'a') },
  ],
};

function multipart(names: readonly string[], value: string): string {
  const parts = names.map((name) => `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);
  return `${parts.join('')}--x--\r\n`;
}

export const EMPTY = form([]);

const QUERY_NAMES =
  'page,q,kind,status,category,unit,session,year,from,until,to,days,sort,order,ref,lead,assisting,title,name,text,tab,state,parked,figure,delegation,room,for,compare,with,code,view,mine,scope,type,class,column';
const QUERY_VALUES = [
  '-1',
  '%00',
  '%FF%FE',
  '99999999999999999999',
  '1&{}=2',
  LONG.slice(0, 3000),
  "'%22<script>",
  '2026-02-31',
  '%EF%BF%BD',
];

export function garbageQueries(address: string): string[] {
  const [plain] = encodeURI(decodeURI(address)).split('?');
  const names = QUERY_NAMES.split(',');
  const all = QUERY_VALUES.map((value) => names.map((name) => `${name}=${value}`).join('&'));
  const lists = names.map((name) => `${name}=a&${name}=b&${name}[c]=d`).join('&');
  return [...all.map(encodedLoosely), lists].map((query) => `${plain}?${query}`);
}

function encodedLoosely(query: string): string {
  return query.replace(/[^\x21-\x7e]/g, (character) => encodeURIComponent(character));
}

const IDS = [
  '%00',
  '%FF%FE',
  '%zz',
  'x'.repeat(99),
  'x'.repeat(5000),
  '..%2F..%2Fetc%2Fpasswd',
  '%27',
  '-1',
  '99999999999999',
  '%EF%BF%BD',
  '1999-99999999999',
];

export function garbageIds(route: string): string[] {
  const pattern = route.split(' ')[1]!;
  return pattern.includes(':') ? IDS.map((id) => pattern.replace(/:\w+/g, id)) : [];
}
