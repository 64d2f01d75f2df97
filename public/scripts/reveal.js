// <div data-when="outcome=merge merge_convert">: fields that only these answers ask for stay away until it is chosen, and are not sent. A wrong one stays in sight.
export function watchReveals() {
  for (const part of document.querySelectorAll('[data-when]')) {
    const [name, values] = part.dataset.when.split('=');
    const form = part.closest('form');
    const update = () => show(part, part.querySelector('.field-error') !== null || isChosen(form, name, values.split(' ')));
    form.addEventListener('change', update);
    addEventListener('pageshow', update); // coming back, the browser restores the answers late
    update();
  }
}

function isChosen(form, name, values) {
  return values.includes(form.querySelector(`input[name="${name}"]:checked`)?.value);
}

function show(part, isShown) {
  part.hidden = !isShown;
  for (const control of part.querySelectorAll('input, select, textarea')) control.disabled = !isShown;
}
