import { h, svg } from '../dom.js';

/**
 * A figure that is drawn to its width, and drawn anew when that changes. Behind it stands the table that says the same, for
 * those who do not see the picture.
 *
 * @param label what the figure shows, in words
 * @param data what it is drawn from; a figure of equal data is left as it is
 * @param draw from width and figure to an element
 */
export function chart({ label, data, draw, className = '', table }) {
  const plot = h('div', { class: 'plot' });
  const figure = h('figure', { class: `chart ${className}`, 'aria-label': label }, plot, table && behind(label, table));
  figure.signature = JSON.stringify(data);
  let drawn = 0;
  new ResizeObserver(([entry]) => {
    const width = Math.round(entry.contentRect.width);
    if (width > 0 && width !== drawn) {
      drawn = width;
      plot.replaceChildren(draw(width, figure));
    }
  }).observe(plot);
  return figure;
}

export const picture = (width, height, label, ...children) => drawing('img', width, height, label, children);

/** A picture with links in it, which an image must not have. */
export const map = (width, height, label, ...children) => drawing('group', width, height, label, children);

const drawing = (role, width, height, label, children) =>
  svg('svg', { viewBox: `0 0 ${width} ${height}`, role, 'aria-label': label, class: 'picture' }, children);

function behind(label, { columns, rows }) {
  return h(
    'details',
    { class: 'behind' },
    h('summary', {}, 'Data of this chart'),
    h(
      'div',
      { class: 'behind-table' },
      h(
        'table',
        {},
        h('caption', {}, label),
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            columns.map((column) => h('th', { scope: 'col' }, column)),
          ),
        ),
        h(
          'tbody',
          {},
          rows.map(([first, ...others]) =>
            h(
              'tr',
              {},
              h('th', { scope: 'row' }, first),
              others.map((cell) => h('td', {}, cell)),
            ),
          ),
        ),
      ),
    ),
  );
}
