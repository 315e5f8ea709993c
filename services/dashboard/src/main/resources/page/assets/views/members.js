import { onward } from '../address.js';
import { arcs } from '../charts/arcs.js';
import { h } from '../dom.js';
import { capital, count, day, instant, plural } from '../format.js';
import { identityName, identityText, kindOf, shortValue } from '../identity.js';
import { changeList } from '../parts/changes.js';

/** The identities of a customer, how they are linked, and how they became one customer. */

const MOST_IDENTITIES = 30;
const MOST_CHANGES = 12;

/** All identities, and the links between them. */
export function members({ identities, links, apart = [], joining }) {
  const shown = identities.slice(0, MOST_IDENTITIES);
  const rest = identities.length - shown.length;
  return h(
    'section',
    { class: 'members', 'aria-labelledby': 'identities' },
    h('h2', { id: 'identities' }, identities.length > 1 ? `${count(identities.length)} identities` : 'Identity'),
    h(
      'div',
      { class: 'linked' },
      shown.length > 1 && arcs(shown.length, drawn(links, shown), `${plural(links.length, 'link')} between these identities`),
      h('ul', {}, shown.map((identity) => row(identity, links))),
    ),
    rest > 0 && h('p', { class: 'aside' }, `And ${plural(rest, 'more identity', 'more identities')}.`),
    identities.length === 1 &&
      h('p', { class: 'aside' }, 'Others join it when an event carries two identities of one person.'),
    joining && h('p', { class: 'aside' }, 'About to join ', identityName(joining)),
    apart.map(({ first, second }) =>
      h('p', { class: 'aside' }, 'Kept apart since a split: ', identityName(first), ' and ', identityName(second)),
    ),
    links.length > 0 && linkTable(links),
  );
}

const drawn = (links, shown) =>
  links
    .map((link) => ({ from: shown.indexOf(link.first), to: shown.indexOf(link.second), title: linkText(link) }))
    .filter(({ from, to }) => from >= 0 && to >= 0);

const linkText = (link) =>
  `${capital(identityText(link.first))} and ${identityText(link.second)}: ${whence(link)}, ${day(link.at)}`;

const whence = ({ source, byHand }) => (byHand ? `by hand${source && `, ${source}`}` : source || 'an event');

/** An identity, and since when it is linked with another. */
function row(identity, links) {
  const since = links
    .filter((link) => link.first === identity || link.second === identity)
    .map((link) => link.at)
    .sort()[0];
  return h(
    'li',
    { 'data-key': identity, title: identity },
    h('span', { class: 'aside' }, `${capital(kindOf(identity))} `),
    h('b', {}, shortValue(identity)),
    since && h('time', { class: 'aside', datetime: since, title: `First linked ${instant(since)}` }, `since ${day(since)}`),
  );
}

function linkTable(links) {
  return h(
    'details',
    { class: 'why' },
    h('summary', {}, 'Why these are one customer'),
    h(
      'table',
      { class: 'plain' },
      h('caption', { class: 'unseen' }, 'Links between the identities, with their first evidence'),
      h('thead', {}, h('tr', {}, ['Linked', 'By', 'On'].map((name) => h('th', { scope: 'col' }, name)))),
      h(
        'tbody',
        {},
        links.map((link) =>
          h(
            'tr',
            {},
            h('th', { scope: 'row' }, identityName(link.first), ' and ', identityName(link.second)),
            h('td', { title: link.eventId }, whence(link)),
            h('td', {}, h('time', { datetime: link.at, title: instant(link.at) }, day(link.at))),
          ),
        ),
      ),
    ),
  );
}

/** Joins, refused joins and splits in plain words. */
export function memberHistory({ customer, identities, changes, refused }, here) {
  return h(
    'section',
    { 'aria-labelledby': 'joins' },
    h('h2', { id: 'joins' }, 'Joined and split'),
    changeList(changes.slice(0, MOST_CHANGES), here, { customer, identities }),
    changes.length > MOST_CHANGES && h('p', { class: 'aside' }, `The latest ${MOST_CHANGES} of ${count(changes.length)}.`),
    refused > 0 &&
      h('p', {}, h('a', { class: 'action', href: onward(here, '/identities') }, 'All customers that are linked and stay apart')),
  );
}
