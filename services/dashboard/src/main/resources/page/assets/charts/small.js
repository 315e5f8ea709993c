import { h, svg } from '../dom.js';
import { exact, index } from '../format.js';
import { STAGES } from '../stages.js';
import { linear } from './scale.js';

/** Charts that stand in a row of a table or beside a sentence. */

const WIDTH = 96;
const HEIGHT = 24;

/** A line without an axis; rows that are compared share a span, so that the same height is the same change. */
export function spark(values, label, span = 0) {
  if (!values || values.length < 2) {
    return h('span', { class: 'spark none' }, '–');
  }
  const x = linear([0, values.length - 1], [2, WIDTH - 4]);
  const y = linear(around(values, span), [HEIGHT - 3, 3]);
  const last = values.length - 1;
  return svg(
    'svg',
    {
      class: 'spark',
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      role: 'img',
      'aria-label': `${label}: from ${index(values[0])} to ${index(values[last])}`,
    },
    svg('path', {
      class: 'line',
      d: `M${values.map((value, i) => `${x(i).toFixed(1)} ${y(value).toFixed(1)}`).join('L')}`,
    }),
    svg('circle', { class: 'point', cx: x(last), cy: y(values[last]), r: 2.5 }),
  );
}

const spread = (values) => Math.max(...values) - Math.min(...values);

/** The span that the widest of some rows needs. */
export const sparkSpan = (rows) =>
  Math.max(0, ...rows.filter((row) => row.spark?.length).map((row) => spread(row.spark)));

function around(values, span) {
  const middle = (Math.max(...values) + Math.min(...values)) / 2;
  const half = Math.max(span, spread(values), 1) / 2;
  return [middle - half, middle + half];
}

/** Six counts as one thin bar. */
export function stageBar(counts) {
  const sum = counts.reduce((a, b) => a + b, 0);
  const label = STAGES.map((stage, i) => `${exact(counts[i] ?? 0)} ${stage}`).join(', ');
  let x = 0;
  const parts = counts.map((people, i) => {
    const width = (people / (sum || 1)) * 100;
    const part = svg(
      'rect',
      { class: `stage-${i}`, x, y: 0, width: Math.max(width - (i < 5 ? 0.6 : 0), 0), height: 8 },
      svg('title', {}, `${exact(people)} ${STAGES[i]}`),
    );
    x += width;
    return part;
  });
  return svg(
    'svg',
    { class: 'stage-bar', viewBox: '0 0 100 8', preserveAspectRatio: 'none', role: 'img', 'aria-label': label },
    parts,
  );
}

/** A bar from zero, to the right for what is gained and to the left for what is lost, within a range that rows share. */
export function bar(values, [low, high], { marked = true } = {}) {
  const x = linear([low, high], [0, 100]);
  return svg(
    'svg',
    { class: 'bar', viewBox: '0 0 100 8', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    values.map((value) =>
      svg('rect', {
        class: kindOf(value, marked),
        x: Math.min(x(0), x(value)),
        y: 0,
        width: Math.abs(x(value) - x(0)),
        height: 8,
      }),
    ),
    svg('line', { class: 'axis', x1: x(0), x2: x(0), y1: -4, y2: 12 }),
  );
}

const kindOf = (value, marked) => (marked ? (value < 0 ? 'lost' : 'gained') : 'other');

/** The range of bars: it always holds zero. */
export const barRange = (values) => [Math.min(0, ...values), Math.max(0, ...values, 1e-9)];
