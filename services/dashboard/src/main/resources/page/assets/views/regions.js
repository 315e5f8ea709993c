import { href, onward } from '../address.js';
import { spark, sparkSpan } from '../charts/small.js';
import { h } from '../dom.js';
import { capital, exact, index, precise } from '../format.js';
import { delta } from '../parts/number.js';

/** Small multiples of one attribute: the same line for each of its values, in one range. */

const MOST = 8;

export function regionMultiples(segment, here) {
  if (!segment?.rows.length) {
    return h(
      'section',
      { 'aria-labelledby': 'regions' },
      h('h2', { id: 'regions' }, 'By segment'),
      h('p', { class: 'aside' }, 'No customer has attributes yet, such as a region.'),
    );
  }
  const rows = [...segment.rows].sort((a, b) => b.customers - a.customers).slice(0, MOST);
  const span = sparkSpan(rows);
  return h(
    'section',
    { 'aria-labelledby': 'regions' },
    h(
      'h2',
      { id: 'regions' },
      h(
        'a',
        { href: onward(here, `/segments/${encodeURIComponent(segment.attribute)}`) },
        `By ${segment.label.toLowerCase()}`,
      ),
    ),
    h(
      'ul',
      { class: 'multiples' },
      rows.map((row) => multiple(row, span, here)),
    ),
    segment.rows.length > MOST && h('p', { class: 'aside' }, `The largest ${MOST} of ${exact(segment.rows.length)}.`),
  );
}

function multiple(row, span, here) {
  const isCurrent = row.scope === here.scope;
  return h(
    'li',
    { 'data-key': row.scope },
    h(
      'a',
      { href: href('/', { scope: row.scope, days: here.days }), 'aria-current': isCurrent ? 'true' : undefined },
      h('span', { class: 'name' }, capital(row.label)),
      spark(row.spark, row.label, span),
      h('span', { class: 'index', title: precise(row.index) }, index(row.index)),
      delta(row.change),
    ),
  );
}
