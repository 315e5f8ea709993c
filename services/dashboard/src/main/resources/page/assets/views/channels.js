import { changed, onward, serviceHref } from '../address.js';
import { get } from '../api.js';
import { bar, barRange } from '../charts/small.js';
import { csvButton } from '../csv.js';
import { h } from '../dom.js';
import { count, exact, percent, period, plural, precise, signed } from '../format.js';
import { people } from '../parts/number.js';
import { ghostRows, skeleton } from '../parts/states.js';
import { RELOAD } from '../view-host.js';

/** The number of opportunities shown before the rest is expanded. */
const AT_ONCE = 5;

/** Channels: their contribution to scores, and opportunities. */
export const channels = {
  title: 'Channels',
  key: 'channels',
  hasPeriod: true,
  skeleton: () => skeleton('Channels', h('div', { class: 'beside' }, ghostRows(5), ghostRows(8))),
  load,
  render,
  onEvent: (name) => (name === 'overview' ? RELOAD : undefined),
};

async function load({ days }, signal) {
  const [table, { opportunities }] = await Promise.all([
    get('/v1/channels', { days }, signal),
    get('/v1/opportunities', { days }, signal),
  ]);
  return { ...table, opportunities };
}

function render({ channels: rows, opportunities }, here) {
  return h(
    'div',
    { class: 'channels' },
    h(
      'header',
      { class: 'title' },
      h('h1', {}, 'Channels'),
      rows.length > 0 && csvButton('channels', COLUMNS, csvRows(rows)),
    ),
    rows.length === 0 && opportunities.length === 0
      ? h('p', { class: 'aside' }, 'No channel has touchpoints yet. A channel appears here with its first event.')
      : h('div', { class: 'beside' }, ranking(opportunities, here), contributions(rows, here)),
  );
}

function ranking(opportunities, here) {
  return h(
    'section',
    { 'aria-labelledby': 'ranking' },
    h('h2', { id: 'ranking' }, 'Opportunities'),
    opportunities.length
      ? [
          list(opportunities.slice(0, AT_ONCE), 0, here),
          opportunities.length > AT_ONCE &&
            h(
              'details',
              { class: 'more' },
              h('summary', { class: 'action' }, `Show ${opportunities.length - AT_ONCE} more`),
              list(opportunities.slice(AT_ONCE), AT_ONCE, here),
            ),
        ]
      : h('p', { class: 'aside' }, `Nothing stands out in ${period(here.days)}.`),
  );
}

/** Numbering continues from the preceding list. */
const list = (opportunities, before, here) =>
  h(
    'ol',
    { class: before ? 'opportunities' : 'opportunities first', start: before + 1 },
    opportunities.map((opportunity, i) => item(opportunity, before + i + 1, here)),
  );

function item({ id, sentence, customers, impact, evidence, href }, rank, here) {
  return h(
    'li',
    { 'data-key': id, 'data-rank': rank },
    h('p', { class: 'sentence' }, sentence),
    evidence && evidenceBars(evidence),
    href &&
      h(
        'p',
        {},
        h(
          'a',
          { class: 'action', href: serviceHref({ ...here, scope: 'all' }, href) },
          `Show ${plural(customers, 'customer')}`,
        ),
        impact >= 1 && h('span', { class: 'aside', title: precise(impact) }, ` ${plural(Math.round(impact), 'point')} at stake`),
      ),
  );
}

function evidenceBars({ caption, bars }) {
  const range = barRange(bars.map((of) => of.value));
  return h(
    'table',
    { class: 'evidence' },
    h('caption', {}, caption),
    h(
      'tbody',
      {},
      bars.map((of) =>
        h(
          'tr',
          { class: of.marked ? 'marked' : '' },
          h('th', { scope: 'row' }, of.label),
          h('td', { class: 'drawn' }, bar([of.value], range, { marked: Boolean(of.marked) })),
          h(
            'td',
            { class: 'num', title: precise(of.value) },
            Math.abs(of.value) < 10 ? precise(Number(of.value.toFixed(1))) : count(Math.round(of.value)),
          ),
        ),
      ),
    ),
  );
}

const COLUMNS = ['channel', 'kind', 'points', 'share', 'customers', 'gained', 'lost'];

const csvRows = (rows) =>
  rows.flatMap((of) => [
    [of.channel, '', of.points, of.share, of.customers, of.gained, of.lost],
    ...(of.kinds ?? []).map((kind) => [of.channel, kind.kind, '', '', '', kind.gained, kind.lost]),
  ]);

/** The service returns losses as positive numbers; they are shown as negative ones. */
const lostOf = (row) => -Math.abs(row.lost ?? 0);

function contributions(rows, here) {
  const ranked = [...rows].sort((a, b) => b.share - a.share);
  const range = barRange(rows.flatMap((row) => [lostOf(row), row.gained ?? 0]));
  return h(
    'section',
    { 'aria-labelledby': 'contributions' },
    h('h2', { id: 'contributions' }, 'Contribution by channel'),
    h(
      'table',
      { class: 'walkable contributions' },
      h(
        'caption',
        { class: 'unseen' },
        `Channels by their share of all points, and the points gained and lost in ${period(here.days)}`,
      ),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          ['Channel', 'Share', 'Customers'].map((name, i) =>
            h('th', { scope: 'col', class: `${i ? 'num' : ''} ${name.toLowerCase()}` }, name),
          ),
          h('th', { scope: 'col', class: 'num loss' }, 'Lost'),
          h('td', { class: 'drawn' }),
          h('th', { scope: 'col' }, 'Gained'),
        ),
      ),
      ranked.map((row) => channelRows(row, range, here)),
    ),
  );
}

function channelRows(row, range, here) {
  const open = (here.filters.open ?? '').split(',').filter(Boolean);
  const isOpen = open.includes(row.channel);
  const toggled = isOpen ? open.filter((channel) => channel !== row.channel) : [...open, row.channel];
  const toggle = h(
    'a',
    {
      href: changed(here, { open: toggled.join(',') || undefined }),
      'data-in-place': true,
      role: 'button',
      'aria-expanded': String(isOpen),
      class: 'expander',
    },
    h('span', { class: 'turn', 'aria-hidden': 'true' }, isOpen ? '▾' : '▸'),
    row.label,
  );
  return h(
    'tbody',
    { 'data-key': row.channel },
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, toggle),
      h('td', { class: 'num share', title: `${precise(row.points)} points` }, percent(row.share)),
      h(
        'td',
        { class: 'num customers' },
        h('a', { href: onward(here, '/customers', { channel: row.channel, scope: 'all' }) }, people(row.customers)),
      ),
      gainAndLoss(row, range),
    ),
    isOpen &&
      (row.kinds ?? []).map((kind) =>
        h(
          'tr',
          { class: 'kind', 'data-key': kind.kind },
          h('th', { scope: 'row' }, kind.label),
          h('td', { class: 'share' }),
          h('td', { class: 'customers' }),
          gainAndLoss(kind, range),
        ),
      ),
  );
}

function gainAndLoss(row, range) {
  if (row.gained === undefined) {
    return [h('td', { class: 'num' }, '–'), h('td', { class: 'drawn' }), h('td', { class: 'gained' }, '–')];
  }
  const lost = lostOf(row);
  const gained = row.gained;
  return [
    h('td', { class: `num${lost ? ' loss' : ''}`, title: precise(lost) }, lost ? count(Math.round(lost)) : '0'),
    h('td', { class: 'drawn' }, bar([lost, gained], range)),
    h('td', { class: 'gained', title: precise(gained) }, signed(Math.round(gained), exact)),
  ];
}
