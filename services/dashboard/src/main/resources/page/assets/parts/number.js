import { h, unseen } from '../dom.js';
import { change, count, exact, period, precise } from '../format.js';

/** A count, rounded for reading and exact on hover. */
export const people = (number) => h('span', { class: 'num', title: exact(number) }, count(number));

/** A change with its period; a loss is red and points down, and says so. */
export function delta(value, days, { isLoss = value < 0 } = {}) {
  if (value === undefined) {
    return h('span', { class: 'delta none' }, '–', unseen(' no history yet'));
  }
  const word = value > 0 ? 'up ' : value < 0 ? 'down ' : '';
  return h(
    'span',
    { class: `delta${isLoss ? ' loss' : ''}`, title: precise(value) },
    unseen(word),
    change(value),
    days && ` in ${period(days)}`,
  );
}
