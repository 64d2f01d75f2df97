import type { ProposalSecond } from '../signing/proposal-second.entity.js';
import { isSameMatter, type ProposalText } from './proposal-text.js';
import type { SignedText } from '../signing/signed-text.entity.js';

interface Signed {
  readonly textVersion: number;
  readonly seconds: readonly ProposalSecond[];
  readonly signedTexts: readonly SignedText[];
}

/**
 * The version that a text is. As long as nobody signed the present version, another text may take its place; a signed one keeps its
 * number for ever, so that taking a change back makes its signatures count again.
 */
export function versionOf(text: ProposalText, present: ProposalText & Signed): number {
  if (isSameMatter(text, present)) return present.textVersion;
  const known = present.signedTexts.find((signed) => isSameMatter(text, signed));
  if (known) return known.version;
  return isSigned(present) ? 1 + Math.max(present.textVersion, ...versionsOf(present)) : present.textVersion;
}

function isSigned({ textVersion, seconds, signedTexts }: Signed): boolean {
  return (
    signedTexts.some(({ version }) => version === textVersion) ||
    seconds.some((second) => second.countsFor(textVersion))
  );
}

function versionsOf({ signedTexts }: Signed): number[] {
  return signedTexts.map(({ version }) => version);
}
