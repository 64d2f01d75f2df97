// One click, one submit. The button itself stays enabled for the browser, so its name and value are sent.
export function watchSubmits() {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method === 'get' || form.method === 'dialog') return;
    if (form.hasAttribute('data-sent')) return event.preventDefault();
    form.setAttribute('data-sent', '');
    for (const button of buttonsOf(form)) { button.setAttribute('aria-disabled', 'true'); button.setAttribute('data-busy', ''); }
  });
  addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll('form[data-sent]')) release(form);
  });
}

function release(form) {
  form.removeAttribute('data-sent');
  for (const button of buttonsOf(form)) { button.removeAttribute('aria-disabled'); button.removeAttribute('data-busy'); }
}

function buttonsOf(form) {
  return [...form.elements].filter((control) => control.type === 'submit');
}
