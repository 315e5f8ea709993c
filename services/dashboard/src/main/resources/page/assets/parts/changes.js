import { customerHref } from '../address.js';
import { h } from '../dom.js';
import { count, day, instant, words } from '../format.js';
import { aKindOf, areOfOneKind, identityName } from '../identity.js';

/** Joins, refused joins and splits of identities, and conflicts of references, in plain words. */

/**
 * A list of changes, the latest first.
 *
 * @param own the customer whose page it is, and its identities; without one all customers are named
 */
export const changeList = (changes, here, own = {}) =>
  h(
    'ol',
    { class: 'changes' },
    changes.map((change) =>
      h(
        'li',
        { 'data-key': `${change.type} ${change.at} ${change.eventId}` },
        h('time', { datetime: change.at, title: instant(change.at), class: 'aside' }, day(change.at)),
        h('p', {}, SENTENCES[change.type](change, here, own)),
        h('p', { class: 'aside' }, evidence(change)),
      ),
    ),
  );

const SENTENCES = { joined, refused, split, not_split: notSplit, reference_conflict: referenceConflict };

function joined({ customer, identities, identityCount }, here, own) {
  return [listed(identities, identityCount), ' became part of ', customerName(customer, here, own)];
}

function split({ customer, identities, identityCount }, here, own) {
  return [
    listed(identities, identityCount),
    identityCount === 1 ? ' was' : ' were',
    ' split from ',
    customerName(customer, here, own),
  ];
}

function notSplit({ identities: [identity] }) {
  return [identityName(identity, { isFirst: true }), ' is a customer by itself: nothing was split'];
}

function referenceConflict({ reference, identities: [owner, other] }) {
  return [
    `Two customers have events of ${reference}: `,
    identityName(owner),
    ', with whom it stays, as that event is the earlier, and ',
    identityName(other),
  ];
}

function refused({ link, reason }, here, { customer, identities = [] }) {
  const others = ['first', 'second'].filter((end) => !identities.includes(link[end]));
  const why = `: ${reasonText(reason, link.firstCustomer, link.secondCustomer)}`;
  if (customer && others.length === 1) {
    const other = link[`${others[0]}Customer`];
    return ['Not joined with ', identityName(other, { href: customerHref(here, other) }), why];
  }
  return [identityName(link.first, { isFirst: true }), ' and ', identityName(link.second), ' were not joined', why];
}

const customerName = (customer, here, own) =>
  customer === own.customer ? 'this customer' : identityName(customer, { href: customerHref(here, customer) });

function listed(identities, total) {
  const names = identities.slice(0, MOST_NAMED).map((identity, i) => identityName(identity, { isFirst: i === 0 }));
  const rest = total - names.length;
  const parts = rest > 0 ? [...names, `${count(rest)} more`] : names;
  return parts.flatMap((part, i) => [i === 0 ? '' : i === parts.length - 1 ? ' and ' : ', ', part]);
}

const MOST_NAMED = 3;

/** Why two customers stay apart. */
export function reasonText(reason, first, second) {
  switch (reason) {
    case 'UNIQUE_NAMESPACE':
      return areOfOneKind(first, second)
        ? `both have ${aKindOf(first)} of their own`
        : 'both have an identity of a kind that a person has only one of';
    case 'TOO_MANY_IDENTITIES':
      return 'together they would have too many identities';
    case 'SPLIT':
      return 'they were split by hand';
    case 'SHARED':
      return 'the identity that links them is shared by many';
    default:
      return words(reason ?? 'no reason is known').toLowerCase();
  }
}

/** Who or what said that two identities are one person; its time is named where the decision came on another day. */
export function evidence({ type, at, link, source, eventId, occurredAt, byHand }) {
  const title = `${instant(occurredAt)}, ${eventId}`;
  const when = day(occurredAt) !== day(at) && [' of ', h('time', { datetime: occurredAt }, day(occurredAt))];
  if (type === 'split' || type === 'not_split') {
    return h('span', { title }, 'Requested', source && ` by ${source}`);
  }
  if (type === 'reference_conflict') {
    return h('span', { title }, 'An event', source && ` from ${source}`, when, ' has the reference too');
  }
  const both = [identityName(link.first), ' and ', identityName(link.second)];
  return byHand
    ? h('span', { title }, 'Linked by hand', source && ` by ${source}`, ': ', both)
    : h('span', { title }, 'An event', source && ` from ${source}`, when, ' carries ', both);
}
