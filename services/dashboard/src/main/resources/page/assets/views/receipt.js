import { onward } from '../address.js';
import { get } from '../api.js';
import { h } from '../dom.js';
import { exact, instant, plural } from '../format.js';
import { argument, command } from '../parts/command.js';
import { goneByText, outcomeText, receiptTable, traces } from '../parts/receipts.js';
import { ghostRows, skeleton } from '../parts/states.js';

/** The receipt of a privacy request: what was done in every place, and when the last trace is gone. */
export const receipt = {
  title: (data) => (data ? `Receipt ${(data.receipts?.[0] ?? data).requestId}` : 'Receipt'),
  key: 'receipt',
  skeleton: () => skeleton('Receipt', ghostRows(10)),
  load: ({ params, filters }, signal) =>
    get(`/v1/privacy/receipts/${encodeURIComponent(params.request)}`, { key: filters.key }, signal).catch((problem) => {
      if (problem.status !== SEVERAL) {
        throw problem;
      }
      return get('/v1/privacy/receipts', { request: params.request }, signal);
    }),
  render: (data, here) => (data.receipts ? renderAll(data, here) : render(data, here)),
};

/** The status if several receipts have the id of the request. */
const SEVERAL = 409;

const ACTIONS = {
  removed: 'Deleted',
  tombstone: 'Deleted; older copies in the log are compacted away',
  expires: 'Kept until the log’s retention ends',
};

/** What is in a place, by the end of its name: a deployment may put a prefix before it. */
const CONTENTS = [
  ['touchpoints-failed', 'events that could not be scored'],
  ['touchpoints', 'events as received'],
  ['identity-requests', 'requests about identities'],
  ['identity-events', 'joins, refused joins and splits'],
  ['stage-transitions', 'changes of stage'],
  ['ledger-imports', 'imported histories'],
  ['relationship-scores', 'the published score'],
  ['customer-redirects', 'which identity is part of which customer'],
  ['changelog', 'the copy of the store from which it is restored'],
  ['repartition', 'messages between instances'],
  ['customers', 'the history, attributes, consent and links'],
  ['dashboard', 'lists, search, changes of identities, live events'],
];

const contentOf = (place) => CONTENTS.find(([end]) => place.endsWith(end))?.[1];

function renderAll({ total, receipts }, here) {
  const { request } = here.params;
  return h(
    'div',
    { class: 'receipt' },
    h(
      'header',
      { class: 'who' },
      h('a', { class: 'up', href: onward(here, '/privacy') }, 'Privacy'),
      h('h1', {}, `${exact(total)} receipts`),
      h('p', { class: 'aside' }, `Request ${request}: the id was used several times.`),
    ),
    receiptTable(receipts, here),
    total > receipts.length &&
      h('p', {}, h('a', { class: 'action', href: onward(here, '/privacy', { request }) }, 'Show all')),
  );
}

function render(data, here) {
  const { requestId, places, identities } = data;
  return h(
    'div',
    { class: 'receipt' },
    h(
      'header',
      { class: 'who' },
      h('a', { class: 'up', href: onward(here, '/privacy') }, 'Privacy'),
      h('h1', {}, heading(data)),
      h('p', { class: 'aside' }, `Request ${requestId}`),
    ),
    h('dl', { class: 'pairs facts-of' }, facts(data)),
    places.length > 0 && placeTable(places),
    identities.length > 0 &&
      h(
        'details',
        { class: 'why' },
        h('summary', {}, `${plural(identities.length, 'identity', 'identities')}, as ${identities.length === 1 ? 'a hash' : 'hashes'}`),
        h('p', { class: 'aside' }, 'The first 32 hexadecimal digits of the SHA-256 of namespace:value. Who knows an identity can compute its hash; the identity cannot be read from it.'),
        h('ul', { class: 'hashes' }, identities.map((hash) => h('li', {}, h('code', {}, hash)))),
      ),
    isErasure(data) &&
      h(
        'section',
        { 'aria-labelledby': 'show' },
        h('h2', { id: 'show' }, 'Show that nothing else is left'),
        h('p', { class: 'aside' }, 'Looks through every topic for these identities, and compares what it finds with this receipt.'),
        command('Verify the receipt', `truenorth privacy verify --receipt ${argument(requestId)}`),
      ),
  );
}

const isErasure = ({ outcome }) => outcome === 'erased' || outcome === 'nothing_known';

function heading({ outcome, identities }) {
  return outcome === 'erased'
    ? `A customer with ${plural(identities.length, 'identity', 'identities')} was erased`
    : `${outcomeText(outcome)}`;
}

const SENTENCES = {
  nothing_known: 'Nothing was stored of the identity. Events up to then are not counted should they arrive later.',
  consent_outdated: 'A later consent of the identity is known, which stays. Nothing was changed.',
};

const LATER = {
  begin_anew: 'Events after the erasure begin a new relationship. Earlier ones are not counted, whenever they arrive.',
  drop: 'Events after the erasure are not counted either.',
};

function facts(data) {
  const { outcome, requestedBy, requestedAt, executedAt, laterEvents, consent } = data;
  return [
    ['Asked for', requestedBy ? `by ${requestedBy}, ${instant(requestedAt)}` : instant(requestedAt)],
    ['Carried out', instant(executedAt)],
    SENTENCES[outcome] && ['Meaning', SENTENCES[outcome]],
    laterEvents && LATER[laterEvents] && ['Later events', LATER[laterEvents]],
    ...['scoring', 'activation'].map(
      (purpose) =>
        consent?.[purpose] !== undefined && [
          `Consent to ${purpose}`,
          consent[purpose] ? 'given' : 'withdrawn',
        ],
    ),
    isErasure(data) && ['Traces', traces(data)],
  ]
    .filter(Boolean)
    .map(([name, ...text]) => [h('dt', {}, name), h('dd', {}, text)]);
}

function placeTable(places) {
  const sorted = [...places].sort((one, other) => other.goneBy.localeCompare(one.goneBy));
  return h(
    'section',
    { 'aria-labelledby': 'places' },
    h('h2', { id: 'places' }, `${exact(places.length)} places`),
    h(
      'table',
      { class: 'plain places' },
      h('caption', { class: 'unseen' }, 'What was done in each place, and when the last trace is gone'),
      h(
        'thead',
        {},
        h('tr', {}, ['Place', 'What was done', 'Gone by'].map((name) => h('th', { scope: 'col' }, name))),
      ),
      h(
        'tbody',
        {},
        sorted.map(({ place, action, goneBy, keptWithoutLimit }) =>
          h(
            'tr',
            { 'data-key': place },
            h(
              'th',
              { scope: 'row' },
              h('code', {}, place),
              contentOf(place) && h('span', { class: 'content aside' }, contentOf(place)),
            ),
            h('td', {}, ACTIONS[action] ?? 'Of a later version'),
            h('td', { class: 'when' }, goneByText({ goneBy, keptWithoutLimit })),
          ),
        ),
      ),
    ),
  );
}
