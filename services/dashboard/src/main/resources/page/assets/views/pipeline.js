import { get } from '../api.js';
import { h } from '../dom.js';
import { count, exact, instant, percent, precise } from '../format.js';
import { ghostRows, skeleton } from '../parts/states.js';
import { millis } from '../parts/strip.js';

/** The pipeline: can I trust what I see? */
export const pipeline = {
  title: 'Pipeline',
  key: 'pipeline',
  skeleton: () => skeleton('Pipeline', ghostRows(8)),
  load: (here, signal) => get('/v1/pipeline', {}, signal),
  render,
  onEvent: (name, detail, data) =>
    name === 'pipeline'
      ? { ...data, ...detail, staleSince: detail.staleSince, parts: detail.parts ?? data.parts }
      : undefined,
};

/** Of fewer than these, a percentage says nothing that the number does not. */
const HANDFUL = 100;

/** What would be read as 0.0 %. */
const LEAST_SHARE = 0.0005;

const WORDS = { ok: 'In order', amber: 'Amber', red: 'Red' };
const SIGNS = { ok: '●', amber: '▲', red: '■' };

function render(data) {
  const { state, why = [], at, parts = [] } = data;
  return h(
    'div',
    { class: 'pipeline-view' },
    h('h1', {}, 'Pipeline'),
    h('p', { class: `verdict ${state}` }, sign(state), WORDS[state] ?? state),
    why.length
      ? h(
          'ul',
          { class: 'sentences' },
          why.map((reason) => h('li', {}, reason)),
        )
      : h('p', { class: 'aside' }, 'Everything that was sent is included, up to the last event.'),
    h('dl', { class: 'figures' }, figures(data)),
    balance(data),
    parts.length > 0 &&
      h(
        'section',
        { 'aria-labelledby': 'parts' },
        h('h2', { id: 'parts' }, 'Its parts'),
        h(
          'table',
          { class: 'plain parts' },
          h(
            'thead',
            {},
            h(
              'tr',
              {},
              ['Part', 'State', 'What it says'].map((name) => h('th', { scope: 'col' }, name)),
            ),
          ),
          h(
            'tbody',
            {},
            parts.map((of) =>
              h(
                'tr',
                { 'data-key': of.part },
                h('th', { scope: 'row' }, of.part),
                h('td', { class: of.state }, sign(of.state), WORDS[of.state] ?? of.state),
                h('td', { class: 'aside' }, of.detail),
              ),
            ),
          ),
        ),
      ),
    h('p', { class: 'aside' }, `As of ${instant(at)}`),
  );
}

const sign = (state) => h('span', { class: 'sign', 'aria-hidden': 'true' }, `${SIGNS[state] ?? '○'} `);

function figures({ eventsPerSecond, touchToScoreP99Millis, lagRecords, lagSeconds, failed }) {
  return [
    ['Events per second', eventsPerSecond, (n) => count(Math.round(n))],
    ['From touch to score, p99', touchToScoreP99Millis, millis],
    ['Behind by', lagSeconds, (n) => `${exact(n, n % 1 ? 1 : 0)} s`],
    ['Records waiting', lagRecords, count],
    ['Failed', failed, count],
  ].map(([name, value, format]) =>
    h(
      'div',
      {},
      h('dt', {}, name),
      h(
        'dd',
        { title: value === undefined ? '' : precise(value), class: name === 'Failed' && value ? 'loss' : '' },
        value === undefined ? '–' : format(value),
      ),
    ),
  );
}

/** Every event is in one of three places; what is not yet there is on its way. */
function balance({ received, scored, failed = 0, duplicates = 0, accepted, refused }) {
  if (received === undefined || scored === undefined) {
    return false;
  }
  const onTheWay = Math.max(0, received - scored - failed - duplicates);
  const rows = [
    ['Received', received],
    ['scored', scored],
    ['duplicates, dropped', duplicates],
    ['failed, kept with the reason', failed],
    ['on their way', onTheWay],
  ];
  return h(
    'section',
    { 'aria-labelledby': 'balance' },
    h('h2', { id: 'balance' }, 'Where every event went'),
    h(
      'table',
      { class: 'plain balance' },
      h(
        'tbody',
        {},
        rows.map(([name, number], i) =>
          h(
            'tr',
            { class: i === 0 ? 'first' : '' },
            h('th', { scope: 'row' }, name),
            h('td', { class: 'num' }, exact(number)),
            h(
              'td',
              { class: 'num aside' },
              i && number >= HANDFUL && number / received >= LEAST_SHARE ? percent(number / received) : '',
            ),
          ),
        ),
      ),
    ),
    refused !== undefined &&
      h(
        'p',
        { class: 'aside' },
        `Since its start the gateway accepted ${exact(accepted ?? 0)} events and refused ${exact(refused)}; the sender is told at once. Channels that write to Kafka directly do not pass through it.`,
      ),
  );
}
