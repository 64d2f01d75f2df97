import Sequencer from '@jest/test-sequencer'; // comes with jest

/** What takes minutes, the longest first. */
const LONG = ['/many-clicks', '/crashes', '/routes.', '/bad-input', '/barriers', '/archived', '/road.browser'];

/** Begins with the long walks, so that no worker is left alone with one of them at the end; the others as jest orders them. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const place = ({ path }) => LONG.findIndex((name) => path.includes(name)) >>> 0; // what is not there comes last
    return super.sort(tests).toSorted((a, b) => place(a) - place(b));
  }
}
