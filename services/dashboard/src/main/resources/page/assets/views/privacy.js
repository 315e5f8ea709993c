import { changed, href } from '../address.js';
import { get } from '../api.js';
import { h } from '../dom.js';
import { count, precise } from '../format.js';
import { command } from '../parts/command.js';
import { date, receiptTable } from '../parts/receipts.js';
import { ghostRows, skeleton } from '../parts/states.js';

/** Requests to erase customers and to set consent, with what became of them. It names nobody: identities are hashes. */
export const privacy = {
  title: 'Privacy',
  key: 'privacy',
  skeleton: () => skeleton('Privacy', ghostRows(10)),
  load: ({ filters }, signal) =>
    get(
      '/v1/privacy/receipts',
      { state: filters.state, request: filters.request, cursor: filters.cursor, limit: LIMIT },
      signal,
    ),
  render,
  onEvent: (name, detail, data) =>
    name === 'pipeline' && detail.suppressed !== undefined
      ? { ...data, totals: { ...data.totals, suppressedEvents: detail.suppressed } }
      : undefined,
};

const LIMIT = 50;

const STATES = [
  [undefined, 'All requests'],
  ['due', 'Traces left'],
  ['done', 'Nothing left'],
];

const COMMANDS = [
  [
    'Tell a person what is known of them',
    'Writes everything as JSON lines: identities, events, attributes, consent, links, receipts.',
    'truenorth privacy export crm:c-17 -o person.jsonl',
  ],
  [
    'Erase a person',
    'Any identity will do: all of the customer’s are erased, and the receipt is printed.',
    'truenorth privacy erase crm:c-17 --request-id dsr-7',
  ],
  [
    'Show that nothing is left',
    'Looks through every topic for all identities that the person had, which the export lists.',
    'truenorth privacy verify crm:c-17 card:4711',
  ],
  [
    'Set consent',
    'Scoring: whether events count. Activation: whether the score may leave the system.',
    'truenorth privacy consent crm:c-17 --scoring withdrawn --activation withdrawn',
  ],
];

function render({ total, totals, receipts, next }, here) {
  return h(
    'div',
    { class: 'privacy' },
    h(
      'header',
      { class: 'title' },
      h('div', {}, h('h1', {}, 'Privacy'), h('p', { class: 'aside' }, standing(totals))),
    ),
    h('dl', { class: 'figures' }, figures(totals)),
    h(
      'section',
      { 'aria-labelledby': 'requests' },
      h('h2', { id: 'requests' }, 'Requests'),
      tabs(here),
      here.filters.request && ofRequest(here),
      receipts.length ? receiptTable(receipts, here) : h('p', { class: 'aside none' }, nothing(here, totals)),
      paging(next, total, here),
    ),
    h(
      'section',
      { class: 'how', 'aria-labelledby': 'how' },
      h('h2', { id: 'how' }, 'How to'),
      COMMANDS.map(([name, text, line]) =>
        h('div', { class: 'step' }, h('h3', {}, name), h('p', { class: 'aside' }, text), command(name, line)),
      ),
    ),
  );
}

/** The page knows the dates of the receipts, not whether they were kept: verify looks. */
const standing = ({ due, goneBy, keptWithoutLimit }) =>
  due === 0 && !goneBy
    ? 'No date of a receipt is ahead: no traces should be left of anybody who was erased, which truenorth privacy verify tells.'
    : [
        `Traces of ${['earlier erasures', 'one erasure'][due] ?? `${count(due)} erasures`} are left in logs, `,
        ...(keptWithoutLimit
          ? ['at least one of which is kept without limit: its topic has no retention time.']
          : ['which Kafka deletes by itself, the last by ', date(goneBy), '.']),
      ];

const figures = ({ erasures, due, consents, suppressedEvents }) =>
  [
    ['Erasures', erasures],
    ['With traces left in logs', due],
    ['Consents set', consents],
    ['Events suppressed', suppressedEvents],
  ].map(([name, number]) =>
    h('div', {}, h('dt', {}, name), h('dd', { title: precise(number) }, count(number))),
  );

const tabs = (here) =>
  h(
    'nav',
    { class: 'tabs', 'aria-label': 'Which requests' },
    STATES.map(([state, name]) =>
      h(
        'a',
        {
          href: changed(here, { state, cursor: undefined }),
          'data-in-place': true,
          'aria-current': here.filters.state === state ? 'true' : undefined,
        },
        name,
      ),
    ),
  );

const ofRequest = (here) =>
  h(
    'p',
    { class: 'aside' },
    `Only those with the id ${here.filters.request}. `,
    h('a', { href: changed(here, { request: undefined, cursor: undefined }) }, 'Show all'),
  );

const nothing = ({ filters }, { erasures, consents }) =>
  (filters.state || filters.request) && erasures + consents > 0
    ? 'No request is of this kind.'
    : 'No requests yet. A request is listed here as soon as it has been carried out.';

function paging(next, total, here) {
  const first =
    here.filters.cursor && h('a', { class: 'action', href: changed(here, { cursor: undefined }) }, 'First page');
  const following =
    next &&
    h('a', { class: 'action', href: href(here.path, { ...here.filters, cursor: next }), rel: 'next' }, `Next ${LIMIT}`);
  return (
    (first || following) &&
    h('nav', { class: 'paging', 'aria-label': 'Pages' }, first, following, h('span', { class: 'aside' }, `${count(total)} in all`))
  );
}
