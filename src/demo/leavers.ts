/** Delegates who leave or move in the last weeks of the demo; nobody asks them to second. */
export const LEAVERS = { professor: '2003073', lecturer: '2013033', moving: '2015055' } as const;
