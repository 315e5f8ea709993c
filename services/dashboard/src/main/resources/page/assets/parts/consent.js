import { h } from '../dom.js';
import { day, instant } from '../format.js';
import { identityName } from '../identity.js';

/** What a customer has consented to, and who said so. */

const PURPOSES = [
  ['scoring', 'Scoring', 'their events are scored', 'their events are not scored'],
  ['activation', 'Activation', 'part of lists that leave the system', 'left out of downloads and of lists that leave the system'],
];

export const NO_ACTIVATION = 'no consent to activation';

/** Nothing where the streams service does not tell of it. */
export const consentOf = ({ consent }) =>
  consent &&
  h(
    'section',
    { class: 'consent', 'aria-labelledby': 'consent' },
    h('h2', { id: 'consent' }, 'Consent'),
    h(
      'dl',
      { class: 'pairs' },
      PURPOSES.map(([purpose, name, yes, no]) => [
        h('dt', {}, name),
        h('dd', {}, verdict(consent, purpose), h('span', { class: 'aside' }, `: ${consent[purpose] ? yes : no}`)),
      ]),
    ),
    consent.said?.length > 0 && h('ul', { class: 'said aside' }, consent.said.map(said)),
  );

function verdict(consent, purpose) {
  const isSaid = (consent.said ?? []).some((of) => of.purpose === purpose);
  const word = consent[purpose] ? 'given' : 'withdrawn';
  return isSaid ? word : `${consent[purpose] ? 'assumed' : 'not assumed'}, as nobody has said anything`;
}

const said = ({ identity, purpose, given, at, eventId }) =>
  h(
    'li',
    { title: eventId },
    identityName(identity, { isFirst: true }),
    ` ${given ? 'gave' : 'withdrew'} consent to ${purpose} on `,
    h('time', { datetime: at, title: instant(at) }, day(at)),
  );
