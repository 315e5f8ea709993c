import { get } from '../api.js';
import { h } from '../dom.js';
import { count, exact, instant, percent, precise } from '../format.js';
import { ghostRows, skeleton } from '../parts/states.js';
import { millis } from '../parts/strip.js';

/** The pipeline: whether the numbers are complete and up to date. */
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

/** No percentage is shown for smaller numbers. */
const HANDFUL = 100;

/** Smaller shares would be shown as 0.0 %. */
const LEAST_SHARE = 0.0005;

const WORDS = { ok: 'Healthy', amber: 'Amber', red: 'Red' };
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
      : h('p', { class: 'aside' }, 'All received events are included.'),
    h('dl', { class: 'figures' }, figures(data)),
    balance(data),
    parts.length > 0 &&
      h(
        'section',
        { 'aria-labelledby': 'parts' },
        h('h2', { id: 'parts' }, 'Components'),
        h(
          'table',
          { class: 'plain parts' },
          h(
            'thead',
            {},
            h(
              'tr',
              {},
              ['Component', 'State', 'Details'].map((name) => h('th', { scope: 'col' }, name)),
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
    ['Touch to score, p99', touchToScoreP99Millis, millis],
    ['Lag', lagSeconds, (n) => `${exact(n, n % 1 ? 1 : 0)} s`],
    ['Lag in records', lagRecords, count],
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

/** Every received event is scored, dropped as a duplicate, failed, waiting, suppressed, or still in progress. */
function balance({ received, scored, failed = 0, duplicates = 0, waiting = 0, suppressed = 0, accepted, refused }) {
  if (received === undefined || scored === undefined) {
    return false;
  }
  const onTheWay = Math.max(0, received - scored - failed - duplicates - waiting - suppressed);
  const rows = [
    ['Received', received],
    ['scored', scored],
    ['duplicates, dropped', duplicates],
    ['failed, recorded with the reason', failed],
    ['waiting until it is known whose order, ticket or other object they refer to', waiting],
    ['suppressed: erased, or without consent to scoring', suppressed],
    ['in progress', onTheWay],
  ];
  return h(
    'section',
    { 'aria-labelledby': 'balance' },
    h('h2', { id: 'balance' }, 'Events by outcome'),
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
        `Since it started, the gateway has accepted ${exact(accepted ?? 0)} events and rejected ${exact(refused)}, with the reason in the response. Producers that write to Kafka directly are not included.`,
      ),
  );
}
