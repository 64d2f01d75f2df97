// The copy of a form on this device. A full or forbidden storage is no reason to disturb the writer.
const PREFIX = 'jianyan:draft:';
const KEPT_FOR = 30 * 24 * 3600 * 1000;

export function keyOf(url) {
  return PREFIX + url;
}

export function read(key) {
  try {
    const copy = JSON.parse(localStorage.getItem(key));
    return copy && Date.now() - copy.at < KEPT_FOR ? copy : null;
  } catch {
    return null;
  }
}

export function write(key, fields) {
  try {
    localStorage.setItem(key, JSON.stringify({ at: Date.now(), fields }));
  } catch { /* the server copy is enough */ }
}

export function forget(key) {
  try {
    localStorage.removeItem(key);
  } catch { /* nothing was kept */ }
}

export function forgetAll() {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
  } catch { /* nothing was kept */ }
}
