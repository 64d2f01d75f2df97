// Counts characters as people do: one Chinese character, one emoji, one letter is one; a line break is one.
export function watchCounts() {
  for (const control of document.querySelectorAll('[data-count]')) {
    const place = document.getElementById(`${control.id}-count`);
    if (!place) continue;
    const update = () => show(place, Number(control.dataset.count) - lengthOf(control.value));
    control.addEventListener('input', update);
    update();
    speakAfterPause(control, place);
  }
}

export function lengthOf(text) {
  return [...text.replaceAll('\r\n', '\n')].length;
}

function show(place, left) {
  place.toggleAttribute('data-over', left < 0);
  const text = left < 0 ? place.dataset.overText : place.dataset.left;
  place.textContent = text.replace('{n}', String(Math.abs(left)));
}

/** Screen readers hear the number when the writer pauses, not at every key. */
function speakAfterPause(control, place) {
  const spoken = document.createElement('span');
  spoken.className = 'unseen';
  spoken.setAttribute('role', 'status');
  place.after(spoken);
  let timer = 0;
  control.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => { spoken.textContent = place.textContent; }, 1500);
  });
}
