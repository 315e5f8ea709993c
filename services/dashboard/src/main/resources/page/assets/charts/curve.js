import { svg, unit } from '../dom.js';
import { capital, exact, instant, ledgerDay, points, words } from '../format.js';
import { rank } from '../stages.js';
import { chart, picture } from './chart.js';
import { path, xTick } from './line.js';
import { readable } from './reading.js';
import { linear, timeTicks } from './scale.js';

/** A whole relationship: the score over the bands of the stages, and below it every touch, a row for each channel. */
export function relationshipCurve({ customer, label }) {
  const { curve, stageFloors = [], touches = [] } = customer;
  return chart({
    label,
    className: 'curve',
    data: [curve, stageFloors, touches],
    draw: (width, figure) => draw(width, figure, customer, label),
    table: {
      columns: ['When', 'Points', 'Stage'],
      rows: curve.map((point) => [instant(point.at), exact(point.points, 6), point.stage]),
    },
  });
}

function draw(width, figure, { curve, stageFloors = [], touches = [] }, label) {
  const u = unit();
  const isNarrow = width < 480 * u;
  const channels = [...new Set(touches.map((touch) => touch.channel))];
  const row = 24 * u;
  const inside = {
    left: (isNarrow ? 76 : 96) * u,
    right: width - 48 * u,
    top: 12 * u,
    bottom: (isNarrow ? 220 : 300) * u,
  };
  const rows = inside.bottom + 24 * u;
  const height = rows + channels.length * row + 28 * u;
  const times = curve.map((point) => new Date(point.at));
  const days = touches.map((touch) => new Date(touch.day));
  const from = new Date(Math.min(times[0], ...days));
  const to = new Date(Math.max(times.at(-1), ...days));
  const x = linear([from, to], [inside.left, inside.right]);
  const y = linear([0, 100], [inside.bottom, inside.top]);
  const marks = curve.map((point, i) => ({
    x: x(times[i]),
    y: y(point.points),
    lines: [`${exact(point.points, 6)} points`, point.stage, instant(point.at)],
  }));

  const image = picture(
    width,
    height,
    label,
    bands(stageFloors).map((band) => stageBand(band, y, inside, u)),
    path(marks, 'line'),
    marks.length > 0 && now(marks.at(-1), curve.at(-1), u),
    channels.map((channel, i) => channelRow(channel, rows + (i + 0.5) * row, inside, u)),
    touches.map((touch, i) => mark(touch, x(days[i]), rows + (channels.indexOf(touch.channel) + 0.5) * row, u)),
    timeTicks(from, to, Math.floor((inside.right - inside.left) / (56 * u))).map((tick) =>
      xTick(tick, x(tick.at), { bottom: height - 28 * u }, u),
    ),
  );
  return readable({ figure, picture: image, width, marks, top: inside.top, bottom: height - 28 * u });
}

/** From the points at which a stage is entered to those of the next. */
function bands(floors) {
  const rising = [...floors].sort((a, b) => a.points - b.points);
  return rising.map((floor, i) => ({ stage: floor.stage, from: floor.points, to: rising[i + 1]?.points ?? 100 }));
}

function stageBand({ stage, from, to }, y, inside, u) {
  return svg(
    'g',
    {},
    svg('rect', {
      class: `band stage-${rank(stage)}`,
      x: inside.left,
      width: inside.right - inside.left,
      y: y(to),
      height: Math.max(y(from) - y(to) - 1, 0),
    }),
    svg(
      'text',
      { class: 'tick', x: inside.left - 8 * u, y: (y(from) + y(to)) / 2 + 4 * u, 'text-anchor': 'end' },
      capital(stage),
    ),
    svg('text', { class: 'tick', x: inside.right + 8 * u, y: y(from) + 4 * u }, from >= 1 ? exact(from) : '0'),
  );
}

function now(place, point, u) {
  return svg(
    'g',
    {},
    svg('circle', { class: 'point', cx: place.x, cy: place.y, r: 4 * u }),
    svg(
      'text',
      { class: 'value', x: place.x - 4 * u, y: place.y - 12 * u, 'text-anchor': 'end' },
      points(point.points),
    ),
  );
}

function channelRow(channel, y, inside, u) {
  return svg(
    'g',
    {},
    svg('line', { class: 'grid', x1: inside.left, x2: inside.right, y1: y, y2: y }),
    svg('text', { class: 'tick', x: inside.left - 8 * u, y: y + 4 * u, 'text-anchor': 'end' }, words(channel)),
  );
}

/** What the customer did is full, what the brand did is hollow. */
function mark(touch, x, y, u) {
  const r = Math.min(2 + Math.sqrt(touch.count ?? 1), 7) * u;
  const who = touch.direction === 'out' ? 'by us' : 'by the customer';
  return svg(
    'circle',
    { class: `touch ${touch.direction === 'out' ? 'out' : 'in'}`, cx: x.toFixed(1), cy: y, r },
    svg('title', {}, `${words(touch.kind)}, ${exact(touch.count ?? 1)} × ${who}, ${ledgerDay(touch.day)}`),
  );
}
