/** 保密办理: asked by the author; until the committee has answered it counts as granted. */
export const CONFIDENTIALITIES = ['none', 'asked', 'granted', 'refused'] as const;
export type Confidentiality = (typeof CONFIDENTIALITIES)[number];
