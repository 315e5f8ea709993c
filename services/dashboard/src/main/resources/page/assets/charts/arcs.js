import { svg } from '../dom.js';

/** Arcs between the rows of a list that stands at its right; each row is 32 units high. */

const ROW = 32;
const WIDTH = 64;
const EDGE = WIDTH - 8;

/**
 * @param rows how many rows there are
 * @param arcs each with the rows `from` and `to`, and a `title`
 */
export function arcs(rows, arcs, label) {
  return svg(
    'svg',
    { class: 'arcs', viewBox: `0 0 ${WIDTH} ${rows * ROW}`, role: 'img', 'aria-label': label, style: { height: `${rows * 2}rem` } },
    arcs.map(({ from, to, title }) => svg('path', { class: 'arc', d: path(from, to, rows) }, svg('title', {}, title))),
    Array.from({ length: rows }, (_, row) => svg('circle', { class: 'node', cx: EDGE, cy: middle(row), r: 4 })),
  );
}

const middle = (row) => (row + 0.5) * ROW;

/** The further two rows are apart, the further out is their arc. */
function path(from, to, rows) {
  const depth = (EDGE * (0.35 + 0.9 * (Math.abs(to - from) / Math.max(rows - 1, 1)))).toFixed(1);
  return `M${EDGE} ${middle(from)}C${EDGE - depth} ${middle(from)} ${EDGE - depth} ${middle(to)} ${EDGE} ${middle(to)}`;
}
