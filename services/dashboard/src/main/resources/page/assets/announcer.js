/** Tells assistive technology what changed: politely, and not more than once in half a minute. */

const PAUSE = 30_000;
let last = 0;

export function announceChange(text) {
  if (Date.now() - last >= PAUSE) {
    last = Date.now();
    announce(text);
  }
}

/** At once: the answer to something that the reader has just done. */
export function announce(text) {
  const log = document.getElementById('announcer');
  const line = document.createElement('p');
  line.textContent = text;
  log.replaceChildren(line);
}
