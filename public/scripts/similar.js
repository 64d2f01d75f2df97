// <input data-similar="/url">: while a title is typed, fetches an HTML fragment (our own, rendered and escaped on the server).
const QUIET = 600;
const SHORTEST = 4;

export function watchSimilar() {
  for (const input of document.querySelectorAll('[data-similar]')) watch(input, document.getElementById(`${input.id}-similar`));
}

function watch(input, place) {
  if (!place) return;
  let timer = 0;
  let asking = null;
  const ask = async () => {
    asking?.abort();
    asking = new AbortController();
    place.innerHTML = (await fragment(input, asking.signal)) ?? place.innerHTML;
  };
  input.addEventListener('input', (event) => {
    if (event.isComposing) return; // half-typed pinyin is not a title
    clearTimeout(timer);
    timer = setTimeout(ask, QUIET);
  });
  input.addEventListener('compositionend', () => { clearTimeout(timer); timer = setTimeout(ask, QUIET); });
}

async function fragment(input, signal) {
  const text = input.value.trim();
  if ([...text].length < SHORTEST) return '';
  const url = new URL(input.dataset.similar, location.href);
  url.searchParams.set(input.name, text);
  try {
    const answer = await fetch(url, { signal, headers: { accept: 'text/html' }, redirect: 'error' });
    return answer.ok ? (await answer.text()).trim() : null;
  } catch {
    return null;
  }
}
