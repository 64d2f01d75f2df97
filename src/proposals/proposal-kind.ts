/** 个人提案 · 联名提案（several proposers）· 集体提案（of a delegation）. */
export const PROPOSAL_KINDS = ['individual', 'joint', 'collective'] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];
