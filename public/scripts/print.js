// <button data-print hidden> appears only where it can work.
export function watchPrinting() {
  for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => print());
  }
}
