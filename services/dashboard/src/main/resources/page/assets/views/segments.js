import { changed, href, onward } from '../address.js';
import { get } from '../api.js';
import { spark, sparkSpan, stageBar } from '../charts/small.js';
import { csvButton } from '../csv.js';
import { h } from '../dom.js';
import { capital, count, exact, index, period, points, precise } from '../format.js';
import { delta, people } from '../parts/number.js';
import { ghostRows, skeleton } from '../parts/states.js';
import { RELOAD } from '../view-host.js';
import { STAGES } from '../stages.js';

/** Segments: where? */
export const segments = {
  title: (data) => (data?.table ? `By ${data.table.label.toLowerCase()}` : 'Segments'),
  key: 'segments',
  hasPeriod: true,
  skeleton: () => skeleton('Segments', ghostRows(8)),
  load,
  render,
  onEvent: (name) => (name === 'overview' ? RELOAD : undefined),
};

async function load({ params, days }, signal) {
  const { attributes = [] } = await get('/v1/segments', {}, signal);
  const attribute = params.attribute ?? attributes[0]?.attribute;
  const table = attribute && (await get(`/v1/segments/${encodeURIComponent(attribute)}`, { days }, signal));
  return { attributes, table };
}

const COLUMNS = [
  { name: 'label', head: 'Segment', of: (row) => row.label },
  { name: 'customers', head: 'Customers', of: (row) => row.customers },
  { name: 'advocates', head: 'Advocates', of: (row) => row.advocates },
  { name: 'detractors', head: 'Detractors', of: (row) => row.detractors },
  { name: 'mean', head: 'Points', of: (row) => row.mean },
  { name: 'index', head: 'Index', of: (row) => row.index },
  { name: 'change', head: 'Change', of: (row) => row.change ?? 0 },
];

function render({ attributes, table }, here) {
  if (!table) {
    return h(
      'section',
      { class: 'state' },
      h('h1', {}, 'No segments yet'),
      h(
        'p',
        {},
        'Segments are the values of customer attributes such as region or tier. Send attributes with any event; the latest value applies.',
      ),
    );
  }
  const rows = sorted(table.rows, here);
  return h(
    'div',
    { class: 'segments' },
    h(
      'header',
      { class: 'title' },
      h(
        'div',
        {},
        h('h1', {}, `By ${table.label.toLowerCase()}`),
        attributes.length > 1 && tabs(attributes, table, here),
      ),
      csvButton(
        `segments-${table.attribute}`,
        [...COLUMNS.map(({ name }) => name), ...STAGES],
        [...rows, table.sum].map((row) => [...COLUMNS.map(({ of }) => of(row)), ...row.stages]),
      ),
    ),
    h(
      'table',
      { class: 'walkable segment-table' },
      h(
        'caption',
        { class: 'unseen' },
        `Segments by ${table.label.toLowerCase()}, with changes in ${period(here.days)}`,
      ),
      head(here),
      h(
        'tbody',
        {},
        rows.map((row) => line(row, sparkSpan(rows), here)),
      ),
      h('tfoot', {}, line({ ...table.sum, label: 'All customers' }, undefined, here)),
    ),
  );
}

const tabs = (attributes, table, here) =>
  h(
    'nav',
    { class: 'tabs', 'aria-label': 'Attributes' },
    attributes.map((of) =>
      h(
        'a',
        {
          href: onward(here, `/segments/${encodeURIComponent(of.attribute)}`),
          'aria-current': of.attribute === table.attribute ? 'page' : undefined,
        },
        of.label,
        h('span', { class: 'aside' }, ` ${exact(of.values)}`),
      ),
    ),
  );

const order = ({ filters }) => ({
  by: COLUMNS.find(({ name }) => name === filters.sort) ?? COLUMNS[1],
  isRising: filters.order === 'up',
});

/** Sorted as asked; equal rows by name, so that a live change of little weight does not make rows dance. */
function sorted(rows, here) {
  const { by, isRising } = order(here);
  const compare = by.name === 'label' ? (a, b) => b.label.localeCompare(a.label) : (a, b) => by.of(a) - by.of(b);
  const ranked = [...rows].sort((a, b) => (isRising ? 1 : -1) * compare(a, b) || a.label.localeCompare(b.label));
  return steady(ranked, `${here.path}?${by.name}${isRising}${here.days}`);
}

// The order in which the rows of an address were first shown: a live change alters numbers, never the order.
let remembered = {};

function steady(rows, place) {
  if (remembered.place !== place) {
    remembered = { place, order: rows.map((row) => row.scope) };
  }
  const seat = (row) => remembered.order.indexOf(row.scope) + 1 || Infinity;
  return [...rows].sort((a, b) => seat(a) - seat(b));
}

function head(here) {
  const { by, isRising } = order(here);
  const column = ({ name, head: text }) => {
    const isSorted = by.name === name;
    const next = isSorted && !isRising ? 'up' : undefined;
    return h(
      'th',
      {
        scope: 'col',
        class: name === 'label' ? '' : `num ${name}`,
        'aria-sort': isSorted ? (isRising ? 'ascending' : 'descending') : undefined,
      },
      h(
        'a',
        { href: changed(here, { sort: name, order: next }), 'data-in-place': true, class: 'sort' },
        text,
        h('span', { 'aria-hidden': 'true' }, isSorted ? (isRising ? ' ↑' : ' ↓') : ''),
      ),
    );
  };
  return h(
    'thead',
    {},
    h(
      'tr',
      {},
      column(COLUMNS[0]),
      h('th', { scope: 'col', class: 'drawn trend' }, 'Trend'),
      COLUMNS.slice(5).map(column),
      h('th', { scope: 'col', class: 'drawn stages' }, 'Stages'),
      COLUMNS.slice(1, 5).map(column),
    ),
  );
}

function line(row, span, here) {
  const filters = { scope: row.scope, days: here.days };
  return h(
    'tr',
    { 'data-key': row.scope },
    h('th', { scope: 'row' }, h('a', { href: href('/', filters) }, capital(row.label))),
    h('td', { class: 'drawn trend' }, spark(row.spark, row.label, span)),
    h('td', { class: 'num index', title: precise(row.index) }, index(row.index)),
    h('td', { class: 'num change' }, delta(row.change)),
    h('td', { class: 'drawn stages' }, stageBar(row.stages)),
    h('td', { class: 'num customers' }, h('a', { href: href('/customers', filters) }, people(row.customers))),
    h('td', { class: 'num advocates' }, count(row.advocates)),
    h('td', { class: 'num detractors' }, h('span', { class: row.detractors ? 'loss' : '' }, count(row.detractors))),
    h('td', { class: 'num mean' }, points(row.mean)),
  );
}
