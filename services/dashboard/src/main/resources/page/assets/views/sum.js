import { bar, barRange } from '../charts/small.js';
import { h } from '../dom.js';
import { capital, exact, MICRO, words } from '../format.js';

/**
 * The exact sum of a score: dimensions, in them channels, in them kinds. Sums are of whole micro-points, so that the last line
 * can say whether it adds up, rather than be believed.
 */
export function sumOf({ points: score, contributions = [] }) {
  const range = barRange(contributions.map((of) => of.of ?? of.points));
  const sum = total(contributions);
  return h(
    'section',
    { class: 'sum', 'aria-labelledby': 'sum' },
    h('h2', { id: 'sum' }, 'Where the points come from'),
    h(
      'table',
      {},
      h('caption', { class: 'unseen' }, 'Contributions to the score by dimension, channel and kind, in points'),
      h(
        'tbody',
        {},
        contributions.map((dimension) => dimensionRows(dimension, range)),
      ),
      h(
        'tfoot',
        {},
        h(
          'tr',
          {},
          h('th', { scope: 'row' }, 'Sum'),
          h('td', { class: 'drawn' }),
          h('td', { class: 'num' }, digits(sum / MICRO)),
        ),
      ),
    ),
    verdict(sum, micro(score)),
  );
}

const micro = (points) => Math.round(points * MICRO);
const total = (parts) => parts.reduce((sum, part) => sum + micro(part.points), 0);

function verdict(sum, score) {
  const rest = (score - sum) / MICRO;
  return rest === 0
    ? h('p', { class: 'verdict-line aside' }, 'The contributions add up to the score exactly.')
    : h(
        'p',
        { class: 'verdict-line loss' },
        `The contributions do not add up to the score: the difference is ${exact(rest, 6)}.`,
      );
}

function dimensionRows({ dimension, points, of, channels = [] }, range) {
  return [
    row(
      'dimension',
      h('span', {}, capital(dimension), of !== undefined && h('span', { class: 'aside' }, ` of ${exact(of)}`)),
      points,
      range,
    ),
    channels.map((channel) => channelRows(channel, range)),
    channels.length > 0 && unexplained(micro(points) - total(channels), range),
  ];
}

/** A channel of one kind is told in one line. */
function channelRows({ channel, points, kinds = [] }, range) {
  if (kinds.length === 1 && micro(kinds[0].points) === micro(points)) {
    return row('channel', `${words(channel)}: ${words(kinds[0].kind)}`, points, range);
  }
  return [
    row('channel', words(channel), points, range),
    kinds.map((kind) => row('kind', words(kind.kind), kind.points, range)),
    kinds.length > 0 && unexplained(micro(points) - total(kinds), range),
  ];
}

const unexplained = (rest, range) => rest !== 0 && row('kind', 'not attributed', rest / MICRO, range);

function row(level, name, points, range) {
  return h(
    'tr',
    { class: level },
    h('th', { scope: 'row' }, name),
    h('td', { class: 'drawn' }, bar([points], range)),
    h('td', { class: 'num' }, digits(points)),
  );
}

/** Two decimals to read, and the other four to be exact. */
function digits(points) {
  const text = exact(points, 6);
  return [text.slice(0, -4), h('span', { class: 'rest' }, text.slice(-4))];
}
