/** Keyboard shortcuts: `/` opens the search, `g` and a letter opens a view, arrow keys move through a table. */

const VIEWS = { n: '/', o: '/objectives', c: '/channels', s: '/segments', u: '/customers', i: '/identities', p: '/pipeline', d: '/privacy' };
const PATIENCE = 1200;

export function listen({ goTo, search }) {
  let leader = 0;
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) {
      return;
    }
    if (event.key === '/') {
      event.preventDefault();
      search();
    } else if (event.key === 'g') {
      leader = Date.now();
    } else if (Date.now() - leader < PATIENCE && event.key in VIEWS) {
      leader = 0;
      goTo(VIEWS[event.key]);
    } else {
      walk(event);
    }
  });
}

const isTyping = (target) => target.matches('input, select, textarea') || target.closest('dialog') !== null;

/** Up and down in a table: from the first link of a row to that of the next. */
function walk(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const table = document.activeElement?.closest('table.walkable');
  if (!step || !table) {
    return;
  }
  const links = [...table.querySelectorAll('tbody tr, tfoot tr')]
    .map((row) => row.querySelector('a, button'))
    .filter(Boolean);
  const here = links.findIndex((link) => link.closest('tr') === document.activeElement.closest('tr'));
  const next = links[here + step] ?? (here < 0 ? links[0] : undefined);
  if (next) {
    event.preventDefault();
    next.focus();
  }
}
