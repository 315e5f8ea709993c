import { authorization, token } from './api.js';

/**
 * The stream of what changes. An EventSource where no token is needed; with a token the same stream is read by fetch, as an
 * EventSource cannot send one. Either resumes by itself after the last event it has seen.
 */

const EVENTS = ['overview', 'customer', 'identities', 'joins', 'erased', 'pipeline', 'reset'];
const FIRST_WAIT = 2000;
const LONGEST_WAIT = 30_000;
const LONGEST_OPENING = 1000;

export class Live extends EventTarget {
  #customer;
  #close = () => {};
  #wait = FIRST_WAIT;
  #lastId = '';
  #lostAt;
  #again;
  #whenOpened = Promise.resolve();
  #endOpening = () => {};

  /** Follows everything, and one customer besides if an id is given. */
  follow(customer) {
    if (this.#customer === customer && this.#close.isOpen) {
      return;
    }
    this.#customer = customer;
    this.restart();
  }

  /** What is asked after this cannot miss a change: the stream is open, or will not open soon. */
  opened() {
    return this.#whenOpened;
  }

  restart() {
    clearTimeout(this.#again);
    this.#close();
    this.#endOpening();
    this.#whenOpened = new Promise((resolve) => {
      this.#endOpening = resolve;
      setTimeout(resolve, LONGEST_OPENING);
    });
    const url = this.#customer ? `/v1/events?customer=${encodeURIComponent(this.#customer)}` : '/v1/events';
    this.#close = token.get() ? this.#stream(url) : this.#source(url);
    this.#close.isOpen = true;
  }

  #source(url) {
    const source = new EventSource(url);
    source.onopen = () => this.#opened();
    source.onerror = () => {
      this.#lost();
      if (source.readyState === EventSource.CLOSED) {
        this.#retry();
      }
    };
    EVENTS.forEach((name) => source.addEventListener(name, (event) => this.#tell(name, event.data)));
    return () => source.close();
  }

  #stream(url) {
    const abort = new AbortController();
    this.#read(url, abort.signal)
      .catch(() => {})
      .finally(() => {
        if (!abort.signal.aborted) {
          this.#lost();
          this.#retry();
        }
      });
    return () => abort.abort();
  }

  async #read(url, signal) {
    const resume = this.#lastId ? { 'Last-Event-ID': this.#lastId } : {};
    const response = await fetch(url, {
      headers: { Accept: 'text/event-stream', ...authorization(), ...resume },
      signal,
    });
    if (!response.ok) {
      if (response.status === 401) {
        this.dispatchEvent(new Event('refused'));
      }
      return;
    }
    this.#opened();
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const blocks = (text + part.value).split(/\r?\n\r?\n/);
      text = blocks.pop();
      blocks.forEach((block) => this.#take(block));
    }
  }

  #take(block) {
    const fields = { event: 'message', data: [] };
    for (const line of block.split(/\r?\n/)) {
      const [, name, value] = /^([^:]*):? ?(.*)$/.exec(line);
      if (name === 'data') {
        fields.data.push(value);
      } else if (name === 'event') {
        fields.event = value;
      } else if (name === 'id') {
        this.#lastId = value;
      }
    }
    if (fields.data.length) {
      this.#tell(fields.event, fields.data.join('\n'));
    }
  }

  #tell(name, data) {
    try {
      this.dispatchEvent(new CustomEvent(name, { detail: JSON.parse(data) }));
    } catch {
      // A cut-off event is followed by a whole one.
    }
  }

  #opened() {
    this.#endOpening();
    this.#wait = FIRST_WAIT;
    if (this.#lostAt) {
      this.#lostAt = undefined;
      this.dispatchEvent(new CustomEvent('found'));
    }
  }

  #lost() {
    this.#endOpening();
    if (!this.#lostAt) {
      this.#lostAt = new Date();
      this.dispatchEvent(new CustomEvent('lost', { detail: this.#lostAt }));
    }
  }

  #retry() {
    clearTimeout(this.#again);
    this.#again = setTimeout(() => this.restart(), this.#wait);
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
  }
}
