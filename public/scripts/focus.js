// A refused form: the reader starts at the list of what is wrong.
export function focusErrors() {
  document.querySelector('[data-focus]')?.focus();
}
