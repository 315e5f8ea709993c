import { changed, customerHref, href, onward } from '../address.js';
import { get } from '../api.js';
import { csvButton } from '../csv.js';
import { h, unseen } from '../dom.js';
import { capital, daysAgo, exact, ledgerDay, period, plural, points, precise, words } from '../format.js';
import { NO_ACTIVATION } from '../parts/consent.js';
import { ghostRows, skeleton } from '../parts/states.js';
import { STAGES, tint } from '../stages.js';

/** The customers behind a number: filters stand as chips, and every combination of them is an address. */
export const customers = {
  title: 'Customers',
  key: 'customers',
  hasScope: true,
  skeleton: () => skeleton('Customers', ghostRows(10)),
  load: ({ filters, scope }, signal) =>
    get(
      '/v1/customers',
      {
        ...Object.fromEntries(ASKED.map((name) => [name, filters[name]])),
        scope: scope === 'all' ? undefined : scope,
        limit: LIMIT,
      },
      signal,
    ),
  render,
};

const LIMIT = 50;
const FILTERS = ['stage', 'detractor', 'activation', 'single', 'slipped', 'risen', 'quiet', 'channel', 'main', 'product', 'lostOn', 'q'];
const ASKED = [...FILTERS, 'days', 'sort', 'cursor'];
const DEFAULT_DAYS = 30;
const SORTS = { score: 'points', risk: 'risk', lastTouch: 'last touch', id: 'name' };

const CHIPS = {
  stage: (value) => capital(value),
  detractor: () => 'Detractors',
  activation: () => 'Consent to activation',
  single: () => 'Single channel',
  slipped: (value, days) => `Moved down in ${period(days)}`,
  risen: (value, days) => `Moved up in ${period(days)}`,
  quiet: (value, days) => `Inactive for ${period(days)}`,
  main: (value) => `Main channel: ${words(value)}`,
  channel: (value) => `Channel: ${words(value)}`,
  product: (value) => `Product: ${words(value)}`,
  lostOn: (value, days) => `Lost points on ${words(value)} in ${period(days)}`,
  q: (value) => `Named “${value}”`,
};

function render({ total, customers: rows, next }, here) {
  return h(
    'div',
    { class: 'customers' },
    h(
      'header',
      { class: 'title' },
      h('div', {}, h('h1', {}, 'Customers'), h('p', { class: 'aside' }, heading(total, rows, here))),
      h('a', { class: 'link', href: onward(here, '/identities') }, 'Is this one person?'),
      rows.length > 0 && download(rows),
    ),
    filterBar(here),
    rows.length
      ? table(rows, here)
      : h(
          'p',
          { class: 'aside none' },
          FILTERS.some((name) => here.filters[name])
            ? 'No customers match these filters.'
            : 'No customers yet.',
        ),
    paging(next, here),
  );
}

/** What leaves the system has only customers who may leave it. */
function download(rows) {
  const kept = rows.filter((row) => row.activation);
  const left = rows.length - kept.length;
  return h(
    'div',
    { class: 'download' },
    kept.length > 0 &&
      csvButton(
        'customers',
        ['id', 'points', 'stage', 'detractor', 'risk', 'channels', 'last touch', 'attributes'],
        kept.map(csvRow),
      ),
    left > 0 &&
      h(
        'p',
        { class: 'left-out' },
        kept.length > 0
          ? `without ${exact(left)} of ${exact(rows.length)}, marked ⊘: ${NO_ACTIVATION}`
          : `No download: ${NO_ACTIVATION}${rows.length > 1 ? ' of anybody here' : ''}`,
      ),
  );
}

const csvRow = (of) => [
  of.id,
  of.points,
  of.stage,
  String(of.detractor),
  of.risk,
  (of.channels ?? []).join(' '),
  of.lastTouchAt?.slice(0, 10),
  attributesOf(of),
];

const heading = (total, rows, { filters }) =>
  `${plural(total, 'customer')}, by ${SORTS[filters.sort] ?? SORTS.score}${rows.length < total ? `; ${exact(rows.length)} on this page` : ''}`;

function filterBar(here) {
  const without = (name) => changed(here, { [name]: undefined, cursor: undefined });
  const chips = FILTERS.filter((name) => here.filters[name]).map((name) => {
    const text = CHIPS[name](here.filters[name], Number(here.filters.days) || DEFAULT_DAYS);
    return h(
      'li',
      { 'data-key': name },
      h(
        'a',
        { href: without(name), class: 'chip', 'aria-label': `Remove filter: ${text}` },
        text,
        h('span', { 'aria-hidden': 'true' }, ' ×'),
      ),
    );
  });
  const stages = STAGES.filter((stage) => stage !== here.filters.stage).map((stage) =>
    choice(here, { stage }, h('i', { class: `dot ${tint(stage)}` }), capital(stage)),
  );
  const others = [
    ['detractor', 'Detractors'],
    ['single', 'Single channel'],
    ['activation', 'Consent to activation'],
  ]
    .filter(([name]) => !here.filters[name])
    .map(([name, text]) => choice(here, { [name]: true }, text));
  return h(
    'nav',
    { class: 'filters', 'aria-label': 'Filters' },
    chips.length > 0 && h('ul', { class: 'chips' }, chips),
    h('ul', { class: 'choices', 'aria-label': 'Show only' }, stages, others),
  );
}

const choice = (here, filter, ...content) =>
  h('li', {}, h('a', { href: changed(here, { ...filter, cursor: undefined }), class: 'choice' }, content));

function table(rows, here) {
  const sort = here.filters.sort in SORTS ? here.filters.sort : 'score';
  const head = (name, text, className) =>
    h(
      'th',
      {
        scope: 'col',
        class: className,
        'aria-sort': sort === name ? (name === 'id' ? 'ascending' : 'descending') : undefined,
      },
      h(
        'a',
        { class: 'sort', href: changed(here, { sort: name, cursor: undefined }), 'data-in-place': true },
        text,
        h('span', { 'aria-hidden': 'true' }, sort === name ? (name === 'id' ? ' ↑' : ' ↓') : ''),
      ),
    );
  return h(
    'table',
    { class: 'walkable customer-table' },
    h('caption', { class: 'unseen' }, 'Customers'),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        head('id', 'Customer'),
        head('score', 'Points', 'num'),
        h('th', { scope: 'col' }, 'Stage'),
        head('risk', 'Risk', 'num risk'),
        h('th', { scope: 'col', class: 'wide' }, 'Channels'),
        head('lastTouch', 'Last touch', 'touch'),
        h('th', { scope: 'col', class: 'wide' }, 'Attributes'),
      ),
    ),
    h(
      'tbody',
      {},
      rows.map((row) => line(row, here)),
    ),
  );
}

function line(row, here) {
  return h(
    'tr',
    { 'data-key': row.id },
    h('th', { scope: 'row' }, h('a', { href: customerHref(here, row.id) }, row.id), !row.activation && mark()),
    h('td', { class: 'num', title: exact(row.points, 6) }, points(row.points)),
    h(
      'td',
      {},
      h('span', { class: 'stage' }, h('i', { class: `dot ${tint(row.stage)}` }), row.stage),
      row.detractor && h('span', { class: 'loss' }, ' detractor'),
    ),
    h('td', { class: 'num risk', title: precise(row.risk ?? 0) }, exact(row.risk ?? 0, 2)),
    h('td', { class: 'wide aside' }, (row.channels ?? []).map(words).join(', ')),
    h(
      'td',
      { class: 'touch', title: row.lastTouchAt && ledgerDay(row.lastTouchAt) },
      row.lastTouchAt ? daysAgo(row.lastTouchAt) : '–',
    ),
    h('td', { class: 'wide aside' }, attributesOf(row)),
  );
}

const mark = () => h('span', { class: 'mark aside', title: NO_ACTIVATION }, ' ⊘', unseen(` ${NO_ACTIVATION}`));

const attributesOf = ({ attributes = {} }) =>
  Object.entries(attributes)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');

function paging(next, here) {
  const first =
    here.filters.cursor && h('a', { class: 'action', href: changed(here, { cursor: undefined }) }, 'First page');
  const following =
    next &&
    h('a', { class: 'action', href: href(here.path, { ...here.filters, cursor: next }), rel: 'next' }, `Next ${LIMIT}`);
  return (first || following) && h('nav', { class: 'paging', 'aria-label': 'Pages' }, first, following);
}
