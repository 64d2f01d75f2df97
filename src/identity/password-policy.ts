import { type Message, msg } from '../kernel/index.js';

export const SHORTEST_PASSWORD = 10;

/** Beginnings of what people choose first; a password that is little more than one of them is refused. */
const COMMON = [
  'password',
  'qwertyuiop',
  'qwerty',
  'asdfghjkl',
  'zxcvbnm',
  '1q2w3e4r',
  'iloveyou',
  'woaini',
  'admin',
  'welcome',
  'letmein',
  'abc123',
  'a123456',
  '123456789',
  '987654321',
  '5201314',
  'jianyan',
  'jiaodaihui',
];
const LONGEST_ADDITION = 4;

/** What is wrong with a new password, or null. */
export function passwordProblem(password: string, person: { number: string; name: string }): Message | null {
  if ([...password].length < SHORTEST_PASSWORD) return msg('identity.password.tooShort', { min: SHORTEST_PASSWORD });
  const plain = password.toLowerCase().replace(/[\s._@!#-]/g, '');
  if (plain.includes(person.number.toLowerCase()) || plain.includes(person.name.toLowerCase()))
    return msg('identity.password.tellsWhoYouAre');
  return isCommon(plain) ? msg('identity.password.common') : null;
}

function isCommon(plain: string): boolean {
  if (new Set(plain).size <= 3 || isRun(plain)) return true;
  return COMMON.some((word) => plain.includes(word) && plain.length - word.length <= LONGEST_ADDITION);
}

/** 1234567890, abcdefghij, 0987654321 */
function isRun(text: string): boolean {
  const steps = [...text].slice(1).map((letter, i) => letter.charCodeAt(0) - text.charCodeAt(i));
  const one = steps.filter((step) => Math.abs(step) === 1).length;
  return one >= text.length - 2;
}
