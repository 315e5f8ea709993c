import { onward } from '../address.js';
import { get, getIfAny } from '../api.js';
import { relationshipCurve } from '../charts/curve.js';
import { bar, barRange } from '../charts/small.js';
import { csvButton } from '../csv.js';
import { h } from '../dom.js';
import { capital, exact, instant, ledgerDay, period, points, words } from '../format.js';
import { identityName } from '../identity.js';
import { NO_ACTIVATION, consentOf } from '../parts/consent.js';
import { delta } from '../parts/number.js';
import { ghost, ghostRows, skeleton } from '../parts/states.js';
import { RELOAD } from '../view-host.js';
import { tint } from '../stages.js';
import { memberHistory, members } from './members.js';
import { sumOf } from './sum.js';
import { whyOf } from './why.js';

/** A customer: the score with its explanation, history and forecast. */
export const customer = {
  title: (data) => data?.id ?? 'Customer',
  key: 'customer',
  hasPeriod: true,
  skeleton: ({ path }) =>
    skeleton(nameIn(path), ghost('line'), h('div', { class: 'person' }, ghost('tall'), ghostRows(10))),
  load,
  render,
  onEvent: (name, detail, data) =>
    name === 'identities' || (name === 'customer' && detail.id === data.id) ? RELOAD : undefined,
  appears: (name, detail, params) => name === 'customer' && detail.id === params.customer,
  pause: 500,
};

/** Any identity leads to the customer who has it. */
async function load({ params, days }, signal) {
  const path = `/v1/customers/${encodeURIComponent(params.customer)}`;
  const [score, identities, why] = await Promise.all([
    get(path, {}, signal),
    getIfAny(`${path}/identities`, {}, signal),
    getIfAny(`${path}/why`, { days }, signal),
  ]);
  return { ...score, identities, why };
}

function nameIn(path) {
  try {
    return decodeURIComponent(path.split('/')[2]);
  } catch {
    return 'Customer';
  }
}

const LAST_TOUCHES = 12;

function render(data, here) {
  return h(
    'div',
    { class: 'customer' },
    header(data, here),
    h(
      'div',
      { class: 'person' },
      h(
        'div',
        { class: 'life' },
        h(
          'section',
          { class: 'course', 'aria-labelledby': 'course' },
          h('h2', { id: 'course' }, 'Relationship over time'),
          course(data),
        ),
        data.why && whyOf(data.why),
        h('div', { class: 'pair' }, comesNext(data), voice(data)),
        data.identities?.changes.length > 0 && memberHistory(data.identities, here),
        lastTouches(data),
      ),
      h(
        'div',
        { class: 'facts' },
        sumOf(data),
        data.identities
          ? members(data.identities)
          : h('p', { class: 'aside members' }, 'The identities of this customer are not available at the moment.'),
        consentOf(data),
      ),
    ),
  );
}

function header({ id, asked, points: score, stage, detractor, at, attributes = {}, trend = [] }, here) {
  const month = trend.find((of) => of.days === 30) ?? trend[0];
  return h(
    'header',
    { class: 'who' },
    h('a', { class: 'up', href: onward(here, '/customers') }, 'Customers'),
    h('h1', {}, id),
    asked !== id && h('p', { class: 'part' }, identityName(asked, { isFirst: true }), ' is part of this customer.'),
    h(
      'p',
      { class: 'standing' },
      h('span', { class: 'hero small', title: `${exact(score, 6)} points at ${instant(at)}` }, points(score)),
      h(
        'span',
        {},
        h('i', { class: `dot ${tint(stage)}` }),
        capital(stage),
        detractor && h('span', { class: 'loss' }, ', detractor'),
      ),
      month && delta(month.change, month.days),
    ),
    Object.keys(attributes).length > 0 &&
      h(
        'ul',
        { class: 'counts' },
        Object.entries(attributes).map(([name, value]) =>
          h(
            'li',
            { class: 'aside' },
            `${words(name)} `,
            h('a', { href: onward(here, '/customers', { scope: `${name}=${value}` }) }, value),
          ),
        ),
      ),
  );
}

function course(data) {
  if (!data.curve?.length) {
    return h('p', { class: 'aside' }, 'No history yet. The chart starts with the first touchpoint.');
  }
  return [
    relationshipCurve({
      customer: data,
      label: 'Points over time with the ranges of the stages, and touchpoints by channel',
    }),
    h('p', { class: 'aside' }, 'Filled marks are touchpoints by the customer, hollow marks touchpoints by us.'),
  ];
}

/** Whether the score is in the range of advocates, but the other conditions of the stage are not met. */
function lacksAdvocacy({ points: now, stage, stageFloors = [] }) {
  const floor = stageFloors.find((of) => of.stage === 'advocate');
  return stage !== 'advocate' && floor !== undefined && now >= floor.points;
}

function comesNext(data) {
  const { next = [], trend = [] } = data;
  return h(
    'section',
    { 'aria-labelledby': 'next' },
    h('h2', { id: 'next' }, 'Forecast'),
    lacksAdvocacy(data) &&
      h('p', { class: 'lacks' }, 'The score is in the range of advocates. To become an advocate, the customer must also recommend us and have a low detractor risk.'),
    next.length
      ? [
          h('p', { class: 'aside' }, 'Without further touchpoints:'),
          h(
            'ul',
            { class: 'sentences' },
            next.map((of) => h('li', {}, `${capital(of.what)} on `, h('time', { datetime: of.at }, instant(of.at)))),
          ),
        ]
      : h('p', { class: 'aside' }, 'The score cannot fall any further.'),
    trend.length > 0 &&
      h(
        'table',
        { class: 'plain' },
        h('caption', {}, 'Past scores'),
        h(
          'tbody',
          {},
          trend.map((of) =>
            h(
              'tr',
              {},
              h('th', { scope: 'row' }, `${period(of.days)} ago`),
              h('td', { class: 'num', title: exact(of.points, 6) }, points(of.points)),
              h('td', {}, of.stage),
              h('td', { class: 'num' }, delta(of.change)),
            ),
          ),
        ),
      ),
  );
}

function voice({ advocacy, advocacyBySubject = [], risk, detractor, departures = [] }) {
  const range = barRange(advocacyBySubject.map((of) => of.mass));
  return h(
    'section',
    { 'aria-labelledby': 'voice' },
    h('h2', { id: 'voice' }, 'Advocacy and detractor risk'),
    h(
      'dl',
      { class: 'pairs' },
      h('dt', {}, 'advocacy'),
      h('dd', {}, exact(advocacy ?? 0, 2)),
      h('dt', {}, 'detractor risk'),
      h('dd', { class: detractor ? 'loss' : '' }, exact(risk ?? 0, 2), detractor && ' (detractor)'),
      departures.map((of) => [
        h('dt', {}, 'departure'),
        h('dd', {}, `${words(of.kind)} on ${words(of.channel)}, `, ledgerDay(of.day)),
      ]),
    ),
    advocacyBySubject.length > 0 &&
      h(
        'table',
        { class: 'evidence' },
        h('caption', {}, 'Advocacy by product'),
        h(
          'tbody',
          {},
          advocacyBySubject.map((of) =>
            h(
              'tr',
              { class: 'marked' },
              h('th', { scope: 'row' }, of.subject ? words(of.subject) : 'the brand'),
              h('td', { class: 'drawn' }, bar([of.mass], range)),
              h('td', { class: 'num', title: exact(of.mass, 6) }, exact(of.mass, 2)),
            ),
          ),
        ),
      ),
  );
}

function lastTouches({ id, consent, touches = [] }) {
  return h(
    'section',
    { 'aria-labelledby': 'touches' },
    h(
      'header',
      { class: 'title' },
      h('h2', { id: 'touches' }, 'Recent touchpoints'),
      touches.length > 0 && !consent?.activation && h('p', { class: 'aside' }, `No download: ${NO_ACTIVATION}`),
      touches.length > 0 &&
        consent?.activation &&
        csvButton(
          `touches-${id.replace(/[^\w.-]+/g, '-')}`,
          ['day', 'channel', 'kind', 'direction', 'count'],
          touches.map((of) => [of.day, of.channel, of.kind, of.direction, of.count]),
        ),
    ),
    touches.length
      ? h(
          'table',
          { class: 'plain' },
          h(
            'thead',
            {},
            h(
              'tr',
              {},
              ['Day', 'Channel', 'Kind'].map((name) => h('th', { scope: 'col' }, name)),
              h('th', { scope: 'col', class: 'num' }, 'Count'),
            ),
          ),
          h(
            'tbody',
            {},
            touches
              .slice(0, LAST_TOUCHES)
              .map((of) =>
                h(
                  'tr',
                  {},
                  h('th', { scope: 'row' }, ledgerDay(of.day)),
                  h('td', {}, words(of.channel)),
                  h('td', {}, words(of.kind), of.direction === 'out' && h('span', { class: 'aside' }, ' by us')),
                  h('td', { class: 'num' }, exact(of.count ?? 1)),
                ),
              ),
          ),
        )
      : h('p', { class: 'aside' }, 'No touchpoints recorded.'),
  );
}
