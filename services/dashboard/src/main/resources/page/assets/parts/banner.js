import { h } from '../dom.js';
import { clock, instant } from '../format.js';

/** One line above the view while its data is stale or incomplete, with the time and the reason. */

const PATIENCE = 5000;

export class Banner {
  #lostAt;
  #pipeline;
  #timer;
  #place = document.getElementById('banner');
  #isLocked;

  /** @param isLocked whether a token is required first; a lost connection is not reported then */
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
      return `The live connection was lost at ${clock(this.#lostAt)}. This page shows data as of then and reconnects automatically.`;
    }
    if (staleSince) {
      return `This page shows data as of ${instant(staleSince)}.${reason}`;
    }
    return restoring ? `Numbers are incomplete: some partitions are being restored.${reason}` : undefined;
  }
}
