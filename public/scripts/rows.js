// <tr data-href>: the whole row of a ledger is the target; the real link stays in its title cell.
export function watchRows() {
  document.addEventListener('click', (event) => {
    const row = event.target.closest('tr[data-href]');
    if (!row || event.target.closest('a, button, input, label, summary') || String(getSelection())) return;
    if (event.ctrlKey || event.metaKey) open(row.dataset.href, '_blank', 'noopener');
    else location.assign(row.dataset.href);
  });
}
