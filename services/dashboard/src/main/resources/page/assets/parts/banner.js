import { h } from '../dom.js';
import { clock, instant } from '../format.js';

/** One line above the view while it is older than it should be, or not whole: since when, and why. */

const PATIENCE = 5000;

export class Banner {
  #lostAt;
  #pipeline;
  #timer;
  #place = document.getElementById('banner');
  #isLocked;

  /** Nobody misses a connection before they have shown a token. */
  constructor(isLocked) {
    this.#isLocked = isLocked;
  }

  lost(at) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#lostAt = at;
      this.#show();
    }, PATIENCE);
  }

  found() {
    clearTimeout(this.#timer);
    this.#lostAt = undefined;
    this.#show();
  }

  pipeline(pipeline) {
    this.#pipeline = pipeline;
    this.#show();
  }

  #show() {
    const text = this.#text();
    if (this.#place.textContent !== (text ?? '')) {
      this.#place.replaceChildren(...(text ? [h('p', {}, text)] : []));
    }
  }

  #text() {
    const { staleSince, restoring, why = [] } = this.#pipeline ?? {};
    const reason = why.length ? ` ${why.join(' ')}` : '';
    if (this.#lostAt && !this.#isLocked()) {
      return `The live connection was lost at ${clock(this.#lostAt)}. What you see is as of then; it goes on by itself.`;
    }
    if (staleSince) {
      return `What you see is as of ${instant(staleSince)}.${reason}`;
    }
    return restoring ? `Not everything is counted yet: some partitions are being restored.${reason}` : undefined;
  }
}
