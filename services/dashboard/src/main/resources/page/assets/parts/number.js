import { h, unseen } from '../dom.js';
import { change, count, exact, period, precise } from '../format.js';

/** A count, rounded for reading and exact on hover. */
export const people = (number) => h('span', { class: 'num', title: exact(number) }, count(number));

/** A change with its period. A loss is red and points down; a change that is rounded to zero is neither gain nor loss. */
export function delta(value, days) {
  if (value === undefined) {
    return h('span', { class: 'delta none' }, '–', unseen(' no history yet'));
  }
  const text = change(value);
  const isLoss = text.startsWith('▼');
  const word = text.startsWith('▲') ? 'up ' : isLoss ? 'down ' : '';
  return h(
    'span',
    { class: `delta${isLoss ? ' loss' : ''}`, title: precise(value) },
    unseen(word),
    text,
    days && ` in ${period(days)}`,
  );
}
