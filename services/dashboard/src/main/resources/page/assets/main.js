import { announceChange } from './announcer.js';
import { address, onward } from './address.js';
import { getIfAny } from './api.js';
import { index, instant } from './format.js';
import { Live } from './live.js';
import { Banner } from './parts/banner.js';
import { lens } from './parts/lens.js';
import { Search } from './parts/search.js';
import { listen } from './parts/shortcuts.js';
import { strip } from './parts/strip.js';
import { Router } from './router.js';
import { ViewHost } from './view-host.js';
import { viewAt } from './views/views.js';

/** Puts the page together: the place in the address bar decides the view, the stream keeps it fresh. */

const SCOPES_LAST = 60_000;
const PRIVACY_ROLES = ['privacy', 'admin'];

const live = new Live();
const host = new ViewHost(document.getElementById('content'), { onToken: restart });
const banner = new Banner(() => host.isLocked);
const router = new Router(arrive);
const search = new Search((href) => router.go(href));
let arrivals = 0;
let followed;
let scopes = { list: [{ id: 'all', label: 'All customers' }], at: 0 };

listen({ goTo: (path) => router.go(onward(address(), path)), search: () => search.open() });
document.getElementById('open-search').addEventListener('click', () => search.open());

live.addEventListener('lost', ({ detail }) => banner.lost(detail));
live.addEventListener('found', () => {
  banner.found();
  host.refresh();
});
live.addEventListener('reset', () => host.refresh());
live.addEventListener('refused', () => host.isLocked || host.refresh());
live.addEventListener('pipeline', ({ detail }) => pipeline(detail));
live.addEventListener('overview', ({ detail }) => {
  host.notify('overview', detail);
  const summary = detail.scope ?? {};
  if (summary.scope === address().scope && summary.index !== undefined) {
    announceChange(`Net advocacy is ${index(summary.index)}`);
  }
});
live.addEventListener('customer', ({ detail }) => host.notify('customer', detail));
live.addEventListener('erased', () => {
  host.forget();
  search.refresh();
});
live.addEventListener('joins', ({ detail }) => host.notify('joins', detail));
live.addEventListener('identities', ({ detail }) => {
  if (detail.customer !== followed) {
    // The stream follows the customer that an id is part of, as of when it was opened.
    followed = detail.customer;
    live.restart();
  }
  host.notify('identities', detail);
});

document.getElementById('strip').replaceChildren(strip());
window.addEventListener('beforeprint', () => {
  document.getElementById('printed').textContent = `${instant(Date.now())} · ${window.location.href}`;
});

router.start();

async function arrive(here, how) {
  const found = viewAt(here.path);
  header(here, found);
  live.follow(found.customer);
  const arrival = ++arrivals;
  const shown = host.show(found, here, { ...how, ready: live.opened() });
  if (Date.now() - scopes.at > SCOPES_LAST) {
    await refreshScopes();
    header(address(), viewAt(address().path));
  }
  await shown;
  if (arrival === arrivals && host.isRefused) {
    live.follow();
  }
}

/** Starts again with a new token. */
function restart() {
  scopes.at = 0;
  live.restart();
  arrive(address(), {});
  firstPipeline();
  showViewsOfRole();
}

async function refreshScopes() {
  const answer = await getIfAny('/v1/scopes');
  if (answer) {
    scopes = { list: answer.scopes, at: Date.now() };
  }
}

function header(here, { view }) {
  for (const link of document.querySelectorAll('a[data-view]')) {
    const path = link.dataset.view;
    link.setAttribute('href', onward(here, path));
    const isCurrent = link.closest('nav') && (path === '/' ? here.path === '/' : here.path.startsWith(path));
    link.removeAttribute('aria-current');
    if (isCurrent) {
      link.setAttribute('aria-current', 'page');
    }
  }
  const parts = lens({
    here,
    scopes: scopes.list,
    hasScope: view.hasScope,
    hasPeriod: view.hasPeriod,
    go: (href) => router.go(href),
  });
  const place = document.getElementById('lens');
  if (place.contains(document.activeElement)) {
    refocus(place, parts);
  } else {
    place.replaceChildren(...parts);
  }
}

/** Keeps the focus in the lens while it is drawn again. */
function refocus(place, parts) {
  const label = document.activeElement.title;
  const isSelect = document.activeElement.matches('select');
  place.replaceChildren(...parts);
  const again = isSelect
    ? place.querySelector('select')
    : [...place.querySelectorAll('a')].find((link) => link.title === label);
  again?.focus();
}

function pipeline(detail) {
  banner.pipeline(detail);
  document.getElementById('strip').replaceChildren(strip(detail));
  host.notify('pipeline', detail);
}

/** The view of privacy requests, for those who may see it. */
async function showViewsOfRole() {
  const me = await getIfAny('/v1/me');
  document.getElementById('privacy-view').hidden = !PRIVACY_ROLES.includes(me?.role);
}

async function firstPipeline() {
  const answer = await getIfAny('/v1/pipeline');
  if (answer) {
    pipeline(answer);
  }
}

firstPipeline();
showViewsOfRole();
