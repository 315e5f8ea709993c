import { onward } from '../address.js';
import { h } from '../dom.js';
import { day, exact, instant } from '../format.js';

/** Privacy requests and what became of them, in plain words. */

const OUTCOMES = {
  erased: 'Erased',
  nothing_known: 'Nothing was known',
  consent_set: 'Consent set',
  consent_outdated: 'A later consent stays',
};

export const outcomeText = (outcome) => OUTCOMES[outcome] ?? 'Of a later version';

export const date = (at) => h('time', { datetime: at, title: instant(at) }, day(at));

/** By when a trace is gone. */
export const goneByText = ({ goneBy, keptWithoutLimit }) => (keptWithoutLimit ? 'kept without limit' : date(goneBy));

/** Until when there are traces. */
export function traces({ state, goneBy, keptWithoutLimit }) {
  if (keptWithoutLimit) {
    return 'kept without limit';
  }
  if (!goneBy) {
    return h('span', { class: 'aside' }, 'none');
  }
  return state === 'due' ? ['last ones gone by ', date(goneBy)] : ['gone since ', date(goneBy)];
}

/** Receipts, each with a link to it, which has its key: several may have the id of one request. */
export function receiptTable(receipts, here) {
  return h(
    'table',
    { class: 'walkable receipts' },
    h('caption', { class: 'unseen' }, 'Requests, the latest first'),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        h('th', { scope: 'col' }, 'Request'),
        h('th', { scope: 'col' }, 'Outcome'),
        h('th', { scope: 'col', class: 'wide' }, 'Carried out'),
        h('th', { scope: 'col', class: 'wide' }, 'Asked for by'),
        h('th', { scope: 'col', class: 'num wide' }, 'Identities'),
        h('th', { scope: 'col' }, 'Traces'),
      ),
    ),
    h(
      'tbody',
      {},
      receipts.map((receipt) =>
        h(
          'tr',
          { 'data-key': receipt.key },
          h('th', { scope: 'row' }, h('a', { href: receiptHref(here, receipt) }, receipt.requestId)),
          h('td', {}, outcomeText(receipt.outcome), h('span', { class: 'carried-out aside' }, date(receipt.executedAt))),
          h('td', { class: 'wide' }, date(receipt.executedAt)),
          h('td', { class: 'wide' }, receipt.requestedBy || '–'),
          h('td', { class: 'num wide' }, exact(receipt.identityCount)),
          h('td', { class: receipt.state }, traces(receipt)),
        ),
      ),
    ),
  );
}

const receiptHref = (here, { requestId, key }) =>
  onward(here, `/privacy/${encodeURIComponent(requestId)}`, { key });
