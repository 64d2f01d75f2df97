// <form data-autosave="/url"> with components/autosave inside: saves two seconds after the last change and when the page goes away,
// keeps a copy on this device, and offers it back when it is newer than what the server has.
import { forget, forgetAll, keyOf, read, write } from './draft-copy.js';

const QUIET = 2000;
const RETRY = 15000;
const SKIPPED = new Set(['hidden', 'file', 'password', 'submit', 'button']);

export function watchAutosave() {
  for (const { dataset } of document.querySelectorAll('[data-autosave-done]')) forget(keyOf(dataset.autosaveDone));
  document.querySelector('form[action="/sign-out"]')?.addEventListener('submit', forgetAll); // the next reader may be somebody else
  for (const form of document.querySelectorAll('form[data-autosave]')) new Autosave(form).start();
}

class Autosave {
  #form;
  #status;
  #key;
  #timer = 0;
  #sent;
  #ended = false;

  constructor(form) {
    this.#form = form;
    this.#status = form.querySelector('[data-autosave-status]');
    this.#key = keyOf(form.dataset.autosave);
    this.#sent = this.#body().toString();
  }

  start() {
    this.#offerCopy();
    this.#form.addEventListener('input', () => this.#changed());
    this.#form.addEventListener('change', () => this.#changed());
    this.#form.addEventListener('submit', (event) => event.defaultPrevented || this.#leave());
    addEventListener('pagehide', () => this.#flush());
    document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && this.#flush());
    addEventListener('online', () => this.#changed());
  }

  #changed() {
    if (this.#body().toString() === this.#sent) return;
    write(this.#key, this.#typed());
    this.#later(QUIET);
  }

  #later(wait) {
    clearTimeout(this.#timer);
    if (!this.#ended) this.#timer = setTimeout(() => this.#save(), wait);
  }

  async #save() {
    const body = this.#body();
    this.#say('saving');
    try {
      const answer = await fetch(this.#form.dataset.autosave, { method: 'POST', body, redirect: 'manual', headers: { accept: 'application/json' } });
      if (answer.ok) return this.#saved(body.toString());
      this.#refused(answer);
    } catch {
      this.#failed();
    }
  }

  #saved(text) {
    this.#sent = text;
    this.#form.dispatchEvent(new CustomEvent('autosaved', { bubbles: true, detail: { clean: this.#body().toString() === text } }));
    if (this.#body().toString() === text) forget(this.#key);
    this.#say('saved', new Date());
  }

  /** Signed out (a redirect to the sign-in page, 401, 403): stop asking, the copy stays. Anything else is tried again. */
  #refused(answer) {
    this.#ended = answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403;
    if (this.#ended) this.#say('ended');
    else this.#failed();
  }

  #failed() {
    this.#say('failed');
    this.#later(RETRY);
  }

  /** The page goes away: no time to wait for an answer, so the local copy stays until the next visit compares. */
  #flush() {
    const body = this.#body();
    if (this.#ended || body.toString() === this.#sent) return;
    clearTimeout(this.#timer);
    write(this.#key, this.#typed());
    if (navigator.sendBeacon(this.#form.dataset.autosave, body)) this.#sent = body.toString();
  }

  /** A real submit. The copy stays: if the session has ended meanwhile, it is all there is. The page that says "done" forgets it. */
  #leave() {
    clearTimeout(this.#timer);
    write(this.#key, this.#typed());
    this.#sent = this.#body().toString();
  }

  #offerCopy() {
    const copy = read(this.#key);
    const offer = this.#form.querySelector('[data-autosave-offer]');
    if (!copy || !offer) return;
    const onServer = Date.parse(this.#status?.dataset.at ?? '') || 0;
    if (copy.at <= onServer + QUIET || this.#same(copy.fields)) return forget(this.#key);
    offer.querySelector('time').textContent = clockTime(new Date(copy.at));
    offer.hidden = false;
    offer.querySelector('[data-restore]').addEventListener('click', () => { this.#restore(copy.fields); offer.hidden = true; });
    offer.querySelector('[data-forget]').addEventListener('click', () => { forget(this.#key); offer.hidden = true; });
  }

  #same(fields) {
    return JSON.stringify(fields) === JSON.stringify(this.#typed());
  }

  #restore(fields) {
    for (const control of this.#controls()) {
      const values = fields.filter(([name]) => name === control.name).map(([, value]) => value);
      if (control.type === 'checkbox' || control.type === 'radio') control.checked = values.includes(control.value);
      else if (values.length > 0) control.value = values[0];
      control.dispatchEvent(new Event('input', { bubbles: true }));
    }
    this.#controls()[0]?.focus();
  }

  #controls() {
    return [...this.#form.elements].filter((control) => control.name && !SKIPPED.has(control.type));
  }

  #typed() {
    const names = new Set(this.#controls().map((control) => control.name));
    return [...this.#body()].filter(([name]) => names.has(name));
  }

  #body() {
    return new URLSearchParams([...new FormData(this.#form)].filter(([, value]) => typeof value === 'string'));
  }

  #say(state, at) {
    if (!this.#status) return;
    this.#status.dataset.state = state;
    this.#status.textContent = this.#status.dataset[state].replace('{time}', at ? clockTime(at) : '');
  }
}

function clockTime(at) {
  const time = at.toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false });
  return at.toDateString() === new Date().toDateString() ? time : `${at.toLocaleDateString(document.documentElement.lang)} ${time}`;
}
