const LONGEST = 254;
const ADDRESS = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/;

/** One plain address. A list, a display name, a line break or a comment would let the text name further recipients. */
export function isMailAddress(text: string): boolean {
  return text.length <= LONGEST && ADDRESS.test(text);
}

/** A display name without anything that a header could be broken with. */
export function displayName(name: string): string {
  return name
    .replace(/[\p{Cc}\p{Cf}"<>]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Reads MAIL_FROM: `office@school.edu.cn` or `School <office@school.edu.cn>`. */
export function senderOf(text: string, otherwise: string): { name: string; address: string } {
  const match = /^(.*)<([^<>]+)>$/.exec(text.trim());
  const address = (match?.[2] ?? text).trim();
  if (!isMailAddress(address)) throw new Error(`MAIL_FROM: "${text}" is not a mail address`);
  return { name: displayName(match?.[1] ?? '') || displayName(otherwise), address };
}
