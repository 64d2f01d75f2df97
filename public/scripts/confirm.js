// <form data-confirm="…">: asks in a <dialog> before a dangerous act. Without dialogs or scripts the server's own page asks.
export function watchConfirmations() {
  if (typeof HTMLDialogElement === 'undefined') return;
  document.addEventListener('submit', async (event) => {
    const form = event.target;
    if (!form.dataset.confirm || form.hasAttribute('data-confirmed')) return;
    event.preventDefault();
    if (!(await agreed(form.dataset))) return;
    form.setAttribute('data-confirmed', '');
    form.requestSubmit(event.submitter ?? undefined);
    form.removeAttribute('data-confirmed');
  });
}

function agreed({ confirm, confirmYes, confirmNo }) {
  const dialog = element('dialog', '', { 'aria-labelledby': 'confirm-question' });
  const answers = element('form', '', { method: 'dialog', class: 'actions' });
  answers.append(
    element('button', confirmNo, { class: 'button', value: 'no', autofocus: '' }),
    element('button', confirmYes, { class: 'button button-danger', value: 'yes' }),
  );
  dialog.append(element('h2', confirm, { id: 'confirm-question' }), answers);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => { dialog.remove(); resolve(dialog.returnValue === 'yes'); });
  });
}

function element(name, text, attributes) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}
