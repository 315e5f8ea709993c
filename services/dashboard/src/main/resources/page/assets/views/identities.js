import { customerHref, onward } from '../address.js';
import { get } from '../api.js';
import { h } from '../dom.js';
import { capital, exact, plural, points } from '../format.js';
import { identityName } from '../identity.js';
import { argument } from '../parts/command.js';
import { changeList, evidence, reasonText } from '../parts/changes.js';
import { ghostRows, skeleton } from '../parts/states.js';
import { tint } from '../stages.js';
import { RELOAD } from '../view-host.js';

/** Customers that are linked and stay apart, each a question; and what was joined and split lately. */
export const identities = {
  title: 'Identities',
  key: 'identities',
  skeleton: () => skeleton('Identities', ghostRows(10)),
  load,
  render,
  onEvent: (name) => (name === 'joins' ? RELOAD : undefined),
};

const FIRST = 20;
const MOST = 1000;
const MOST_LINKS = 3;
const MOST_CHANGES = 30;

async function load({ filters }, signal) {
  const limit = filters.all === 'true' ? MOST : FIRST;
  const [refused, { changes }] = await Promise.all([
    get('/v1/identities/refused', { limit }, signal),
    get('/v1/identities/changes', {}, signal),
  ]);
  return { ...refused, changes: changes.filter((change) => change.type !== 'refused').slice(0, MOST_CHANGES) };
}

function render({ total, joins, changes }, here) {
  return h(
    'div',
    { class: 'identities' },
    h(
      'header',
      { class: 'title' },
      h('div', {}, h('a', { class: 'up', href: onward(here, '/customers') }, 'Customers'), h('h1', {}, 'Identities')),
    ),
    h(
      'div',
      { class: 'beside' },
      h(
        'section',
        { 'aria-labelledby': 'questions' },
        h('h2', { id: 'questions' }, 'Is this one person?'),
        h('p', { class: 'aside' }, summary(total)),
        h('ol', { class: 'questions' }, joins.map((join) => question(join, here))),
        total > joins.length &&
          joins.length < MOST &&
          h('a', { class: 'action', href: onward(here, here.path, { all: true }) }, `Show ${total > MOST ? `the latest ${exact(MOST)}` : 'all'}`),
      ),
      h(
        'section',
        { 'aria-labelledby': 'latest' },
        h('h2', { id: 'latest' }, 'Joined and split lately'),
        changes.length
          ? changeList(changes, here)
          : h('p', { class: 'aside' }, 'Nothing yet. Customers are joined when an event carries identities of both.'),
      ),
    ),
  );
}

const summary = (total) =>
  total === 0
    ? 'No customers are linked and stay apart.'
    : `${plural(total, 'pair of customers is', 'pairs of customers are')} linked by events and ${total === 1 ? 'stays' : 'stay'} apart. The latest come first.`;

function question({ first, second, links, linkCount }, here) {
  const [{ reason }] = links;
  return h(
    'li',
    { 'data-key': `${first.id} ${second.id}` },
    h('div', { class: 'sides' }, side(first, here), side(second, here)),
    h('p', {}, capital(reasonText(reason, first.id, second.id))),
    links.slice(0, MOST_LINKS).map((link) => h('p', { class: 'aside' }, evidence(link))),
    linkCount > MOST_LINKS && h('p', { class: 'aside' }, `And ${plural(linkCount - MOST_LINKS, 'more link')}`),
    advice(reason, first.id, second.id),
  );
}

const side = ({ id, points: score, stage }, here) =>
  h(
    'span',
    { class: 'side' },
    identityName(id, { href: customerHref(here, id), isFirst: true }),
    stage &&
      h('span', { class: 'aside num', title: exact(score, 6) }, h('i', { class: `dot ${tint(stage)}` }), `${points(score)}, ${stage}`),
  );

/** What can be done if it is one person. */
function advice(reason, first, second) {
  switch (reason) {
    case 'SPLIT':
      return h(
        'p',
        { class: 'aside' },
        'If this is one person, join them:',
        h('code', { class: 'command' }, `truenorth identity link ${argument(first)} ${argument(second)}`),
      );
    case 'UNIQUE_NAMESPACE':
      return h(
        'p',
        { class: 'aside' },
        'Often two people share a device, and nothing needs to be done. If this is one person, merge the two where they are kept.',
      );
    case 'SHARED':
    case 'TOO_MANY_IDENTITIES':
      return h(
        'p',
        { class: 'aside' },
        'Often they share a value that is nobody’s, such as a till or a kiosk. List it in ',
        h('code', {}, 'identities.blocked'),
        '.',
      );
    default:
      return undefined;
  }
}
