// <form data-guard> or data-autosave: asks before typed text is thrown away.
export function watchLeaving() {
  const dirty = new Set();
  for (const form of document.querySelectorAll('form[data-guard], form[data-autosave]')) {
    form.addEventListener('input', () => dirty.add(form));
    form.addEventListener('autosaved', ({ detail }) => detail.clean && dirty.delete(form));
    form.addEventListener('submit', (event) => event.defaultPrevented || dirty.delete(form));
  }
  addEventListener('beforeunload', (event) => { if (dirty.size > 0) event.preventDefault(); });
}
