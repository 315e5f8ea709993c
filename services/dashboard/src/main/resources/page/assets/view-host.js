import { Problem } from './api.js';
import { h } from './dom.js';
import { morph } from './morph.js';
import { problemState } from './parts/states.js';

/**
 * Shows one view at a time. A view is a plain object:
 *
 *   title      its name, or a function of what it loaded
 *   skeleton   its layout before anything is known
 *   load       asks the service: (place, signal) to data
 *   render     draws the data: (data, place) to an element; nothing is kept between two drawings but the data
 *   onEvent    handles a live event: (name, detail, data, place) to new data, `RELOAD`, or undefined
 *   appears    whether a live event says that what was not found exists now: (name, detail, params)
 *   pause      how long, in ms, after it asked until it asks again because of an event; a few seconds where it does not say
 */

export const RELOAD = Symbol('reload');
const PAUSE = 5000;

/** How long a pending answer is waited for, in ms, before what was erased is asked for again. */
const ERASURE_PATIENCE = 2000;

/** No answer, or not ready yet: retried automatically. */
const MAY_PASS = [0, 503];

/** There may be a customer of that name later: unknown, or erased. */
const MAY_APPEAR = [404, 410];

export class ViewHost {
  /** Whether a token is required before anything is shown. */
  isLocked = false;

  /** Whether the last request was refused because of the role. */
  isRefused = false;

  #place;
  #onToken;
  #shown = {};
  #abort = new AbortController();
  #lastLoad = 0;
  #loading;
  #next;
  #nextAt = Infinity;
  #isForgetting = false;
  #isForgettingAgain = false;
  #isDrawn = false;
  #isLoading = false;
  #isNotFound = false;
  #isNextWaiting = false;
  #pendingEvents = new Map();

  constructor(place, { onToken }) {
    this.#place = place;
    this.#onToken = onToken;
  }

  /** Shows a view, and asks for what it needs as soon as the stream is ready to tell what changes. */
  async show(found, here, { isFirst = false, isBack = false, inPlace = false, ready } = {}) {
    const isSameView = this.#shown.view === found.view && this.#shown.here?.path === here.path && this.#shown.data;
    const before = this.#shown.here;
    if (!isSameView) {
      this.#put(found.view.skeleton(here));
      document.title = `${nameOf(found.view)} · Truenorth`;
    }
    const shown = { view: found.view, params: found.params, here, data: isSameView ? this.#shown.data : undefined };
    this.#shown = shown;
    this.#isNotFound = false;
    this.#place.setAttribute('aria-busy', 'true');
    this.#abort.abort();
    await ready;
    if (this.#shown !== shown) {
      return;
    }
    await this.#load();
    const isNextPage = isSameView && before.filters.cursor !== here.filters.cursor;
    if (isNextPage && !isBack) {
      window.scrollTo(0, 0);
    }
    if (!isFirst && !isBack && !inPlace && !isSameView) {
      window.scrollTo(0, 0);
      this.#place.focus({ preventScroll: true });
    }
  }

  /** Asks again for what is shown; what has changed fades in. */
  refresh() {
    return this.#shown.view ? this.#load() : undefined;
  }

  /**
   * Somebody was erased, whoever it is: what is shown is asked for again at once. An answer that is under way may still have the
   * customer, and is not drawn.
   */
  async forget() {
    if (this.#isForgetting) {
      this.#isForgettingAgain = true;
      return;
    }
    this.#isForgetting = true;
    do {
      this.#isForgettingAgain = false;
      await Promise.race([this.refresh(), new Promise((resolve) => setTimeout(resolve, ERASURE_PATIENCE))]);
    } while (this.#isForgettingAgain);
    this.#isForgetting = false;
  }

  notify(name, detail) {
    const { view, data, here, params } = this.#shown;
    if (this.#isLoading) {
      this.#pendingEvents.set(`${name} ${detail.scope?.scope ?? detail.id ?? ''}`, [name, detail]);
    }
    if (this.#isNotFound && view.appears?.(name, detail, params)) {
      this.#refreshSoon(view.pause);
    }
    if (!data || !view.onEvent) {
      return;
    }
    const updated = view.onEvent(name, detail, data, here);
    if (updated === RELOAD) {
      this.#refreshSoon(view.pause);
    } else if (updated) {
      this.#shown.data = updated;
      this.#draw();
    }
  }

  /** Waits for a pending answer: otherwise one that is slower than the events would never be drawn. */
  #refreshSoon(pause = PAUSE) {
    const at = Math.max(Date.now(), this.#lastLoad + pause);
    if (this.#nextAt <= at) {
      return;
    }
    clearTimeout(this.#next);
    this.#nextAt = at;
    this.#next = setTimeout(
      async () => {
        this.#nextAt = Infinity;
        if (this.#isNextWaiting) {
          return;
        }
        this.#isNextWaiting = true;
        await this.#loading;
        this.#isNextWaiting = false;
        this.refresh();
      },
      at - Date.now(),
    );
  }

  #load() {
    this.#loading = this.#ask();
    return this.#loading;
  }

  async #ask() {
    this.#abort.abort();
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    const shown = this.#shown;
    this.#lastLoad = Date.now();
    this.#isLoading = true;
    this.#pendingEvents.clear();
    try {
      const data = await shown.view.load({ ...shown.here, params: shown.params }, signal);
      if (!signal.aborted) {
        shown.data = data;
        this.isLocked = false;
        this.isRefused = false;
        this.#isNotFound = false;
        this.#draw();
      }
    } catch (problem) {
      if (!signal.aborted) {
        this.#fail(problem);
      }
    } finally {
      if (!signal.aborted) {
        this.#place.removeAttribute('aria-busy');
        this.#isLoading = false;
        this.#catchUp();
      }
    }
  }

  /** What came while the answer was under way may not be in it. */
  #catchUp() {
    const pending = [...this.#pendingEvents.values()];
    this.#pendingEvents.clear();
    pending.forEach(([name, detail]) => this.notify(name, detail));
  }

  #draw() {
    const { view, data, here, params } = this.#shown;
    const fresh = view.render(data, { ...here, params });
    document.title = `${nameOf(view, data)} · Truenorth`;
    fresh.dataset.key ??= view.key ?? '';
    if (this.#place.firstElementChild && this.#isDrawn) {
      morph(this.#place.firstElementChild, fresh);
    } else {
      this.#put(fresh);
      this.#isDrawn = true;
    }
  }

  #put(element) {
    this.#isDrawn = false;
    this.#place.replaceChildren(element);
  }

  #fail(problem) {
    const known =
      problem instanceof Problem ? problem : new Problem(-1, 'This view could not be drawn', problem.message);
    const isJustARefresh = this.#shown.data && MAY_PASS.includes(known.status);
    if (!(problem instanceof Problem)) {
      console.error(problem);
    }
    if (MAY_PASS.includes(known.status)) {
      this.#refreshSoon();
    }
    this.isRefused = known.status === 401 || known.status === 403;
    this.#isNotFound = MAY_APPEAR.includes(known.status);
    if (!isJustARefresh) {
      this.isLocked = known.status === 401;
      this.#shown.data = undefined;
      document.title = `${known.title} · Truenorth`;
      this.#put(
        h(
          'div',
          {},
          problemState(known, () => (this.isRefused ? this.#onToken() : this.refresh())),
        ),
      );
    }
  }
}

const nameOf = (view, data) => (typeof view.title === 'function' ? view.title(data) : view.title);
