import { bar, barRange } from '../charts/small.js';
import { h } from '../dom.js';
import { capital, exact, instant, ledgerDay, period, points, signed, words } from '../format.js';
import { delta } from '../parts/number.js';

/** What has changed a score in the period: causes, and in them days, channels and kinds. They add up to the change exactly. */
export function whyOf(why) {
  const title = `Why the score changed in ${period(why.days)}`;
  if (!why.causes.length) {
    return h('section', { 'aria-labelledby': 'why' }, h('h2', { id: 'why' }, title), h('p', { class: 'aside' }, 'It did not change.'));
  }
  const range = barRange(why.causes.flatMap((cause) => [cause.points, ...cause.rows.map((row) => row.points)]));
  return h(
    'section',
    { class: 'sum score-change', 'aria-labelledby': 'why' },
    h('h2', { id: 'why' }, title),
    h(
      'p',
      { class: 'aside' },
      `From ${points(why.from.points)} points (${why.from.stage}) at ${instant(why.from.at)} to ${points(why.to.points)} (${why.to.stage}): `,
      delta(why.change),
    ),
    h(
      'table',
      {},
      h('caption', { class: 'unseen' }, 'What has changed the score, by cause, day, channel and kind, in points'),
      h(
        'tbody',
        {},
        why.causes.map((cause) => causeRows(cause, range)),
      ),
      h(
        'tfoot',
        {},
        h(
          'tr',
          {},
          h('th', { scope: 'row' }, 'Change of the score'),
          h('td', { class: 'drawn' }),
          h('td', { class: 'num' }, digits(why.change)),
        ),
      ),
    ),
  );
}

const CAUSES = {
  touches: 'What happened',
  decay: 'Time: what happened before counts less',
  join: 'Earlier touchpoints of joined identities',
  model: 'Another scoring model',
};

function causeRows({ cause, points: sum, rows, others }, range) {
  return [
    row('dimension', CAUSES[cause] ?? capital(cause), sum, range),
    rows.map((of) => row('channel', place(of), of.points, range, inDimensions(of))),
    others !== 0 && row('kind', 'all others', others, range),
  ];
}

function place({ day, channel, kind, dimensions }) {
  const what = channel ? `${words(channel)}: ${words(kind)}` : dimensions.map((of) => of.dimension).join(', ');
  return day ? [h('span', { class: 'aside' }, ledgerDay(day), ' '), what] : what;
}

const inDimensions = ({ dimensions }) =>
  dimensions.map((of) => `${of.dimension} ${signed(of.points, (value) => exact(value, 2))}`).join(', ');

function row(level, name, amount, range, title) {
  return h(
    'tr',
    { class: level, title },
    h('th', { scope: 'row' }, name),
    h('td', { class: 'drawn' }, bar([amount], range)),
    h('td', { class: 'num' }, digits(amount)),
  );
}

/** Two decimals to read, and the other four to be exact. */
function digits(amount) {
  const text = signed(amount, (value) => exact(value, 6));
  return [text.slice(0, -4), h('span', { class: 'rest' }, text.slice(-4))];
}
