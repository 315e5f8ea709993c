import { svg, unit } from '../dom.js';
import { capital, change, count, exact, period, plural } from '../format.js';
import { rank, STAGES } from '../stages.js';
import { chart, map } from './chart.js';
import { bed, streams } from './riverbed.js';

/**
 * The stages as a river whose width is people. Who moved up leaps above it, who slipped falls below it, all in one scale. On
 * a narrow screen the river runs upwards, and moves up are on its right.
 */
export function river({ stages, flow, label, linkTo }) {
  const people = STAGES.map((stage) => stages.find((of) => of.stage === stage) ?? { stage, customers: 0 });
  return chart({
    label,
    className: 'river',
    data: [people, flow],
    draw: (width) => draw(width, people, flow, label, linkTo),
    table: {
      columns: ['From', 'To', 'Customers'],
      rows: [
        ...people.map((of) => [`Standing at ${of.stage}`, '', exact(of.customers)]),
        ...flow.moves.map((move) => [move.from, move.to, exact(move.customers)]),
      ],
    },
  });
}

function draw(width, people, flow, label, linkTo) {
  const u = unit();
  const frame = width < 640 * u ? upright(width, u) : lying(width, u);
  const moves = flow.moves.filter((move) => move.customers > 0);
  const stations = bed(
    people.map((of) => of.customers),
    moves,
    frame,
    u,
  );
  const leaps = streams(moves, stations, frame, u);
  return map(
    width,
    frame.height,
    `${label}: ${people.map((of) => `${exact(of.customers)} ${of.stage}`).join(', ')}; ${exact(flow.up)} moved up and ${exact(flow.down)} moved down in ${period(flow.days)}`,
    svg('defs', {}, blend(stations, frame)),
    leaps.map(leap),
    svg('path', { class: 'water', fill: 'url(#river-blend)', d: water(stations, frame) }),
    leaps.map((stream) => numberOf(stream, u)),
    people.map((of, i) => head(of, stations[i], frame, linkTo, u)),
  );
}

/** Along the river from left to right; `at` places what lies `along` it and so far `across`, where up is positive. */
function lying(width, u) {
  const height = 328 * u;
  const middle = 200 * u;
  return {
    isUpright: false,
    length: width,
    height,
    room: 84 * u,
    depth: 104 * u,
    plateau: 0.62,
    clearance: 10 * u,
    at: (along, across) => [along, middle - across],
    headAt: (along) => [along, 20 * u],
  };
}

function upright(width, u) {
  const height = 560 * u;
  const middle = width * 0.62;
  return {
    isUpright: true,
    length: height,
    height,
    room: width * 0.24,
    depth: Math.min(120 * u, width * 0.26),
    plateau: 0.62,
    clearance: 18 * u,
    at: (along, across) => [middle + across, height - along],
    headAt: (along) => [0, height - along],
  };
}

/** Each stage has its colour along its station, and between two of them one turns into the other. */
function blend(stations, frame) {
  const direction = frame.isUpright
    ? { x1: 0, y1: frame.length, x2: 0, y2: 0 }
    : { x1: 0, y1: 0, x2: frame.length, y2: 0 };
  const stops = stations.flatMap(({ from, to }, i) =>
    [from, to].map((along) => svg('stop', { offset: (along / frame.length).toFixed(4), class: `stage-${i}` })),
  );
  return svg('linearGradient', { id: 'river-blend', gradientUnits: 'userSpaceOnUse', ...direction }, stops);
}

/** The outline of the whole river: along one bank, and back along the other. */
function water(stations, frame) {
  const there = bank(stations, 1, frame);
  const back = bank(
    [...stations].reverse().map(({ from, to, width }) => ({ from: to, to: from, width })),
    -1,
    frame,
  );
  return `M${there}L${back}Z`;
}

function bank(stations, side, frame) {
  const p = (along, width) =>
    frame
      .at(along, (side * width) / 2)
      .map((n) => n.toFixed(1))
      .join(' ');
  return stations
    .map(({ from, to, width }, i) => {
      const next = stations[i + 1];
      const middle = next && (to + next.from) / 2;
      return `${i === 0 ? p(from, width) : ''}L${p(to, width)}${next ? `C${p(middle, width)} ${p(middle, next.width)} ${p(next.from, next.width)}` : ''}`;
    })
    .join('');
}

function leap({ d, width, arrow, move, isUp }) {
  const kind = isUp ? 'up' : 'down';
  const text = `${plural(move.customers, 'customer')} ${isUp ? 'moved up' : 'moved down'} from ${move.from} to ${move.to}`;
  return svg(
    'g',
    { class: `leap ${kind}` },
    svg('title', {}, text),
    svg('path', { class: `stream ${isUp ? `edge-${rank(move.to)}` : ''}`, d, 'stroke-width': width.toFixed(1) }),
    svg('path', { class: `arrow ${isUp ? `stage-${rank(move.to)}` : ''}`, d: arrow }),
  );
}

const numberOf = ({ label, move }, u) =>
  label &&
  svg(
    'text',
    { class: 'value small', x: label[0], y: label[1] + 4 * u, 'text-anchor': 'middle' },
    count(move.customers),
  );

function head(of, station, frame, linkTo, u) {
  const [x, y] = frame.headAt((station.from + station.to) / 2);
  const anchor = frame.isUpright ? 'start' : 'middle';
  const standing = of.change === undefined ? '' : change(of.change);
  return svg(
    'a',
    { href: linkTo(of.stage), class: 'station' },
    svg('title', {}, `${exact(of.customers)} ${of.stage}`),
    svg('text', { class: 'name', x, y: frame.isUpright ? y - 12 * u : y, 'text-anchor': anchor }, capital(of.stage)),
    svg(
      'text',
      { class: 'people', x, y: frame.isUpright ? y + 10 * u : y + 26 * u, 'text-anchor': anchor },
      count(of.customers),
    ),
    svg(
      'text',
      {
        class: of.change < 0 && of.stage === 'advocate' ? 'tick loss' : 'tick',
        x,
        y: frame.isUpright ? y + 28 * u : y + 46 * u,
        'text-anchor': anchor,
      },
      standing,
    ),
  );
}
