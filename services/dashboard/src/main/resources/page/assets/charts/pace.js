import { svg, unit } from '../dom.js';
import { day, exact, instant, precise } from '../format.js';
import { chart, picture } from './chart.js';
import { path } from './line.js';
import { readable } from './reading.js';
import { linear, padded } from './scale.js';

/** What an objective has reached so far, along the straight way from its baseline to its target. */
export function paceLine(objective) {
  const label = `${objective.name}: the way from ${precise(objective.baseline ?? 0)} to ${precise(objective.target)}`;
  return chart({
    label,
    className: 'pace',
    data: [objective.history, objective.value, objective.target, objective.baseline, objective.from, objective.due],
    draw: (width, figure) => draw(width, figure, objective, label),
    table: {
      columns: ['When', 'Value'],
      rows: (objective.history ?? []).map((point) => [instant(point.at), precise(point.value)]),
    },
  });
}

function draw(width, figure, { history = [], baseline = 0, target, from, due }, label) {
  const u = unit();
  const height = 88 * u;
  const inside = { left: 4 * u, right: width - 56 * u, top: 14 * u, bottom: height - 22 * u };
  const begin = new Date(from ?? history[0]?.at ?? Date.now());
  const end = new Date(due);
  const x = linear([begin, end], [inside.left, inside.right]);
  const y = linear(padded([baseline, target, ...history.map((point) => point.value)], 0.05, 0.01), [
    inside.bottom,
    inside.top,
  ]);
  const marks = history
    .filter((point) => new Date(point.at) >= begin)
    .map((point) => ({
      x: x(new Date(point.at)),
      y: y(point.value),
      lines: [precise(point.value), instant(point.at)],
    }));
  const goal = y(target);

  const image = picture(
    width,
    height,
    label,
    svg('line', { class: 'grid', x1: inside.left, x2: inside.right, y1: inside.bottom, y2: inside.bottom }),
    svg('line', { class: 'due', x1: inside.left, y1: y(baseline), x2: inside.right, y2: goal }),
    path(marks, 'line'),
    marks.length > 0 && svg('circle', { class: 'point', cx: marks.at(-1).x, cy: marks.at(-1).y, r: 3.5 * u }),
    svg('text', { class: 'value small', x: inside.right + 8 * u, y: goal + 4 * u }, exact(target)),
    svg('text', { class: 'tick', x: inside.left, y: height - 4 * u }, day(begin)),
    svg('text', { class: 'tick', x: inside.right, y: height - 4 * u, 'text-anchor': 'end' }, day(end)),
  );
  return readable({ figure, picture: image, width, marks, top: inside.top, bottom: inside.bottom });
}
