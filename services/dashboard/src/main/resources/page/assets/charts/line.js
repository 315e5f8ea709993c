import { svg, unit } from '../dom.js';
import { day, exact, index, instant, plural, precise, signed } from '../format.js';
import { chart, picture } from './chart.js';
import { readable } from './reading.js';
import { linear, padded, ticks, timeTicks } from './scale.js';

/** The net advocacy index through the year; the chosen period in colour, what was before it in grey. */
export function indexLine({ history, since, label }) {
  return chart({
    label,
    className: 'index-line',
    data: [history, since],
    draw: (width, figure) => draw(width, figure, history, new Date(since), label),
    table: {
      columns: ['When', 'Index', 'Customers', 'Advocates', 'Detractors'],
      rows: history.map((point) => [
        instant(point.at),
        signed(point.index, precise),
        exact(point.customers),
        exact(point.advocates),
        exact(point.detractors),
      ]),
    },
  });
}

function draw(width, figure, history, since, label) {
  const u = unit();
  const height = (width < 480 * u ? 176 : 232) * u;
  const inside = { left: 36 * u, right: width - 44 * u, top: 20 * u, bottom: height - 28 * u };
  const times = history.map((point) => new Date(point.at));
  const range = padded(
    history.map((point) => point.index),
    0.12,
  );
  const x = linear([times[0], times.at(-1)], [inside.left, inside.right]);
  const y = linear(range, [inside.bottom, inside.top]);
  const marks = history.map((point, i) => ({
    x: x(times[i]),
    y: y(point.index),
    lines: [
      signed(point.index, precise),
      instant(point.at),
      `${plural(point.advocates, 'advocate')}, ${plural(point.detractors, 'detractor')} of ${exact(point.customers)}`,
    ],
  }));
  const start = Math.max(
    0,
    times.findIndex((time) => time >= since),
  );

  const image = picture(
    width,
    height,
    summary(label, history),
    ticks(...range, 5).map((value) => yTick(value, y(value), inside, u)),
    timeTicks(times[0], times.at(-1), Math.floor((inside.right - inside.left) / (56 * u))).map((tick) =>
      xTick(tick, x(tick.at), inside, u),
    ),
    path(marks.slice(0, start + 1), 'line past'),
    path(marks.slice(start), 'line'),
    start > 0 && startOf(marks[start], history[start], times, start, inside, u),
    marks.length > 0 && endOf(marks.at(-1), history.at(-1), u),
  );
  return readable({ figure, picture: image, width, marks, top: inside.top, bottom: inside.bottom });
}

const summary = (label, history) =>
  history.length
    ? `${label}: from ${index(history[0].index)} on ${day(history[0].at)} to ${index(history.at(-1).index)} now`
    : label;

export const path = (marks, className) =>
  marks.length > 1 &&
  svg('path', {
    class: className,
    d: `M${marks.map((mark) => `${mark.x.toFixed(1)} ${mark.y.toFixed(1)}`).join('L')}`,
  });

function yTick(value, y, inside, u, text = signed(value, precise)) {
  return svg(
    'g',
    {},
    svg('line', { class: value === 0 ? 'zero' : 'grid', x1: inside.left, x2: inside.right, y1: y, y2: y }),
    svg('text', { class: 'tick', x: inside.left - 8 * u, y: y + 4 * u, 'text-anchor': 'end' }, text),
  );
}

export function xTick({ label }, x, inside, u) {
  return svg('text', { class: 'tick', x, y: inside.bottom + 20 * u, 'text-anchor': 'middle' }, label);
}

function startOf(mark, point, times, start, inside, u) {
  const days = Math.round((times.at(-1) - times[start]) / 86_400_000);
  return svg(
    'g',
    {},
    svg('line', { class: 'since', x1: mark.x, x2: mark.x, y1: mark.y, y2: inside.bottom }),
    svg('circle', { class: 'point', cx: mark.x, cy: mark.y, r: 3 * u }),
    svg(
      'text',
      { class: 'value', x: mark.x - 8 * u, y: inside.bottom - 6 * u, 'text-anchor': 'end' },
      `${index(point.index)}, ${plural(days, 'day')} ago`,
    ),
  );
}

function endOf(mark, point, u) {
  return svg(
    'g',
    {},
    svg('circle', { class: 'point', cx: mark.x, cy: mark.y, r: 4 * u }),
    svg('text', { class: 'value now', x: mark.x + 10 * u, y: mark.y + 5 * u }, index(point.index)),
  );
}
