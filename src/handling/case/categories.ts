/** What a matter is about (the code is stored, the words are in the catalogue). */
export const CATEGORIES = [
  'development',
  'teaching',
  'research',
  'personnel',
  'welfare',
  'campus',
  'digital',
  'finance',
  'students',
  'other',
] as const;
export type Category = (typeof CATEGORIES)[number];
