import { address, customerHref, href } from '../address.js';
import { get } from '../api.js';
import { h } from '../dom.js';
import { capital, points } from '../format.js';
import { identityText } from '../identity.js';
import { tint } from '../stages.js';

const KEYS =
  'Arrow keys select, Enter opens, Escape closes. Shortcuts: g n True north, g o Objectives, g c Channels, g s Segments; arrow keys move through tables.';

/** Finds customers by any of their identities, and segments by name. Opened by `/`; the arrows choose, Enter goes. */
export class Search {
  #go;
  #abort = new AbortController();
  #delay;
  #chosen = 0;
  #field = h('input', {
    type: 'search',
    role: 'combobox',
    'aria-label': 'Search customers and segments',
    'aria-expanded': 'true',
    'aria-controls': 'found',
    'aria-autocomplete': 'list',
    placeholder: 'Customer, identity or segment',
    autocomplete: 'off',
    spellcheck: 'false',
  });
  #list = h('div', { role: 'listbox', id: 'found', 'aria-label': 'Found' });
  #hint = h('p', { class: 'aside', role: 'status' });
  #dialog = h('dialog', { class: 'search', 'aria-label': 'Search' }, this.#field, this.#list, this.#hint);

  constructor(go) {
    this.#go = go;
    this.#field.addEventListener('input', () => this.#typed());
    this.#field.addEventListener('keydown', (event) => this.#key(event));
    this.#dialog.addEventListener('click', (event) => event.target === this.#dialog && this.#dialog.close());
    document.body.append(this.#dialog);
  }

  open() {
    if (!this.#dialog.open) {
      this.#field.value = '';
      this.#show([], KEYS);
      this.#dialog.showModal();
      this.#field.focus();
    }
  }

  /** Shows nothing of what was found, which may be erased, and asks again. */
  refresh() {
    if (this.#dialog.open) {
      this.#show([], '');
      this.#typed();
    }
  }

  #typed() {
    clearTimeout(this.#delay);
    this.#abort.abort();
    const query = this.#field.value.trim();
    if (query) {
      this.#delay = setTimeout(() => this.#ask(query), 150);
    } else {
      this.#show([], KEYS);
    }
  }

  async #ask(q) {
    this.#abort = new AbortController();
    try {
      const { customers = [], scopes = [] } = await get('/v1/search', { q }, this.#abort.signal);
      const here = address();
      const found = [
        ...scopes.map((scope) => ({
          to: href('/', { scope: scope.id, days: here.days }),
          name: capital(scope.label),
          kind: 'segment',
        })),
        ...customers.map((customer) => ({
          to: customerHref(here, customer.identity ?? customer.id),
          name: customer.identity ? `${capital(identityText(customer.identity))}, part of ${customer.id}` : customer.id,
          kind: `${points(customer.points)}, ${customer.stage}`,
          stage: customer.stage,
        })),
      ];
      const all = { to: href('/customers', { q }), name: `All customers named “${q}”`, kind: 'list' };
      this.#show(found.length ? [...found, all] : [], found.length ? '' : 'No results.');
    } catch (problem) {
      if (problem.name !== 'AbortError') {
        this.#show([], problem.message);
      }
    }
  }

  #show(found, hint) {
    this.#list.replaceChildren(
      ...found.map(({ to, name, kind, stage }, i) =>
        h(
          'a',
          { role: 'option', id: `found-${i}`, href: to, tabindex: -1, onclick: () => this.#dialog.close() },
          h('span', {}, stage && h('i', { class: `dot ${tint(stage)}` }), name),
          h('span', { class: 'aside' }, kind),
        ),
      ),
    );
    this.#hint.textContent = hint;
    this.#choose(0);
  }

  #choose(i) {
    const options = [...this.#list.children];
    this.#chosen = Math.min(Math.max(i, 0), Math.max(options.length - 1, 0));
    options.forEach((option, n) => option.setAttribute('aria-selected', String(n === this.#chosen)));
    options[this.#chosen]?.scrollIntoView({ block: 'nearest' });
    if (options.length) {
      this.#field.setAttribute('aria-activedescendant', `found-${this.#chosen}`);
    } else {
      this.#field.removeAttribute('aria-activedescendant');
    }
  }

  #key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      this.#choose(this.#chosen + step);
    } else if (event.key === 'Enter') {
      const option = this.#list.children[this.#chosen];
      if (option) {
        this.#dialog.close();
        this.#go(option.getAttribute('href'));
      }
    }
  }
}
