/** A path of this site to go back to; anything else is the home page. */
export function localPath(text: unknown, otherwise = '/'): string {
  if (typeof text !== 'string' || !text.startsWith('/') || /^\/[/\\]/.test(text) || /[\\\s\p{Cc}]/u.test(text))
    return otherwise;
  return text;
}
