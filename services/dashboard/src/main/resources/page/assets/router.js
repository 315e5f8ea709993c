import { address } from './address.js';

/** Follows links within the page without loading it anew. Every place has its address, and the back button works. */
export class Router {
  #arrived;

  constructor(arrived) {
    this.#arrived = arrived;
    document.addEventListener('click', (event) => this.#click(event));
    window.addEventListener('popstate', () => this.#arrived(address(), { isBack: true }));
  }

  start() {
    this.#arrived(address(), { isFirst: true });
  }

  go(href, { inPlace = false } = {}) {
    if (inPlace) {
      history.replaceState(null, '', href);
    } else if (href !== window.location.pathname + window.location.search) {
      history.pushState(null, '', href);
    }
    this.#arrived(address(), { inPlace });
  }

  #click(event) {
    const link = event.target.closest?.('a[href]');
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!link || !isPlain || event.defaultPrevented) {
      return;
    }
    const href = link.getAttribute('href');
    if (href.startsWith('/')) {
      event.preventDefault();
      this.go(href, { inPlace: link.hasAttribute('data-in-place') });
    }
  }
}
