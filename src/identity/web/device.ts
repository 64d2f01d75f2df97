/** The order matters: most browsers claim to be several others. */
const BROWSERS: readonly (readonly [sign: RegExp, name: string])[] = [
  [/MicroMessenger/, 'WeChat'],
  [/DingTalk/, 'DingTalk'],
  [/Edg/, 'Edge'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
];
const SYSTEMS: readonly (readonly [sign: RegExp, name: string])[] = [
  [/HarmonyOS/, 'HarmonyOS'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** 'Chrome · Windows' for a browser's long name; null when it says nothing we know. */
export function deviceOf(agent: string): string | null {
  const known = [BROWSERS, SYSTEMS].flatMap((signs) => signs.find(([sign]) => sign.test(agent))?.[1] ?? []);
  return known.length > 0 ? known.join(' · ') : null;
}
