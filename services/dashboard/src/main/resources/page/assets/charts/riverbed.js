import { rank } from '../stages.js';

/**
 * Where the river lies: one scale from people to pixels for what stands and for what moves, so that widths can be compared
 * all over it.
 */

const GAP = 2;

/** A station for each stage: where it begins and ends along the river, and how wide the river is there. */
export function bed(customers, moves, frame, u) {
  const step = frame.length / customers.length;
  const plateau = step * frame.plateau;
  const scale = Math.min(frame.depth / Math.max(...customers, 1), plateau / 2 / busiest(moves));
  return customers.map((people, i) => {
    const middle = step * (i + 0.5);
    return { from: middle - plateau / 2, to: middle + plateau / 2, width: Math.max(people * scale, 1.5 * u), scale };
  });
}

/** The most people that leave or reach one stage on one side of the river. */
function busiest(moves) {
  const sums = new Map();
  for (const move of moves) {
    const side = rank(move.to) > rank(move.from) ? 'up' : 'down';
    for (const end of [`${side} from ${move.from}`, `${side} to ${move.to}`]) {
      sums.set(end, (sums.get(end) ?? 0) + move.customers);
    }
  }
  return Math.max(...sums.values(), 1);
}

/** Each move as a stream that leaves one station and reaches another. */
export function streams(moves, stations, frame, u) {
  const slots = new Map();
  const byReach = [...moves].sort((a, b) => reach(a) - reach(b));
  const placed = byReach.map((move) => {
    const isUp = rank(move.to) > rank(move.from);
    const width = Math.max(move.customers * stations[0].scale, 1);
    return {
      move,
      isUp,
      width,
      start: slot(slots, stations, move.from, isUp, isUp, width),
      end: slot(slots, stations, move.to, isUp, !isUp, width),
    };
  });
  const labelled = new Set(placed.filter(({ move }) => reach(move) === 1).map(({ move }) => move));
  return placed.reverse().map((stream) => shape(stream, stations, frame, labelled.has(stream.move), u));
}

const reach = (move) => Math.abs(rank(move.to) - rank(move.from));

/** The next free place at a station: streams that go on downstream take it from its end, the others from its beginning. */
function slot(slots, stations, stage, isUp, isAtEnd, width) {
  const key = `${stage} ${isUp} ${isAtEnd}`;
  const used = slots.get(key) ?? GAP;
  slots.set(key, used + width + GAP);
  const station = stations[rank(stage)];
  return isAtEnd ? station.to - used - width / 2 : station.from + used + width / 2;
}

function shape({ move, isUp, width, start, end }, stations, frame, isLabelled, u) {
  const side = isUp ? 1 : -1;
  const tip = Math.min(width * 0.5 + 3 * u, 10 * u);
  const foot = (stage) => side * (stations[rank(stage)].width / 2);
  const from = foot(move.from);
  const to = foot(move.to) + side * tip;
  const shore = Math.max(Math.abs(from), Math.abs(to));
  const highest = (frame.depth / 2 + 0.9 * frame.room - width / 2 - 0.125 * Math.abs(from + to)) / 0.75;
  const crest = side * Math.min(shore + (44 + 48 * (reach(move) - 1)) * u, highest);
  const p = (along, across) =>
    frame
      .at(along, across)
      .map((n) => n.toFixed(1))
      .join(' ');
  const half = width / 2 + 2.5 * u;
  const height = 0.125 * (from + to) + 0.75 * crest + side * (width / 2 + frame.clearance);
  return {
    move,
    isUp,
    width,
    d: `M${p(start, from)}C${p(start, crest)} ${p(end, crest)} ${p(end, to)}`,
    arrow: `M${p(end - half, to)}L${p(end + half, to)}L${p(end, to - side * tip)}Z`,
    label: isLabelled && frame.at((start + end) / 2, height),
  };
}
