import { announce } from '../announcer.js';
import { h, svg } from '../dom.js';
import { nearest } from './scale.js';

/**
 * Lets somebody read a time chart point by point, with the pointer or with the arrow keys: a hairline, a dot, and the exact
 * values beside it.
 *
 * @param marks of each point: x, y, and the lines of text to tell
 */
export function readable({ figure, picture, width, marks, top, bottom }) {
  const hair = svg('line', { class: 'hair', y1: top, y2: bottom });
  const dot = svg('circle', { class: 'dot', r: 4 });
  const cursor = svg('g', { class: 'cursor', visibility: 'hidden' }, hair, dot);
  const tip = h('div', { class: 'tip', hidden: true });
  picture.append(cursor);
  let at = marks.length - 1;

  const show = (i) => {
    if (marks.length === 0) {
      return;
    }
    at = Math.min(Math.max(i, 0), marks.length - 1);
    const { x, y, lines } = marks[at];
    hair.setAttribute('x1', x);
    hair.setAttribute('x2', x);
    dot.setAttribute('cx', x);
    dot.setAttribute('cy', y);
    cursor.setAttribute('visibility', 'visible');
    tip.replaceChildren(...lines.map((line, n) => h(n === 0 ? 'strong' : 'span', {}, line)));
    tip.hidden = false;
    tip.classList.toggle('before', x > width / 2);
    tip.style.setProperty('left', `${(x / width) * 100}%`);
  };
  const hide = () => {
    cursor.setAttribute('visibility', 'hidden');
    tip.hidden = true;
  };

  const places = marks.map((mark) => mark.x);
  picture.addEventListener('pointermove', (event) => {
    const box = picture.getBoundingClientRect();
    show(nearest(places, ((event.clientX - box.left) / box.width) * width));
  });
  picture.addEventListener('pointerleave', hide);

  const steps = { ArrowLeft: -1, ArrowRight: 1, PageUp: -7, PageDown: 7, Home: -Infinity, End: Infinity };
  const plot = h(
    'div',
    {
      class: 'readable',
      tabindex: 0,
      role: 'group',
      'aria-label': `${figure.getAttribute('aria-label')}. The left and right arrow keys move from point to point.`,
    },
    picture,
    tip,
  );
  plot.addEventListener('keydown', (event) => {
    if (event.key in steps && marks.length > 0) {
      event.preventDefault();
      show(tip.hidden && Number.isFinite(steps[event.key]) ? marks.length - 1 : at + steps[event.key]);
      announce(marks[at].lines.join(', '));
    } else if (event.key === 'Escape') {
      hide();
    }
  });
  plot.addEventListener('blur', hide);
  return plot;
}
