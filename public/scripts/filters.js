// <form data-auto-submit>: a changed choice is applied at once; the button stays for the search box. Empty fields stay out of the address.
export function watchFilters() {
  for (const form of document.querySelectorAll('form[data-auto-submit]')) {
    for (const select of form.querySelectorAll('select')) applyOnChange(select, form);
    form.addEventListener('formdata', ({ formData }) => {
      const empty = [...formData].filter(([, value]) => value === '');
      for (const [name] of empty) formData.delete(name);
    });
  }
}

/** Arrow keys on a closed list change it at every step (Windows): wait until the keyboard rests. */
function applyOnChange(select, form) {
  let byKey = false;
  let timer = 0;
  select.addEventListener('keydown', () => { byKey = true; });
  select.addEventListener('pointerdown', () => { byKey = false; });
  select.addEventListener('change', () => {
    clearTimeout(timer);
    timer = setTimeout(() => form.requestSubmit(), byKey ? 1200 : 0);
  });
}
