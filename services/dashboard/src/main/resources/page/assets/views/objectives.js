import { href } from '../address.js';
import { get } from '../api.js';
import { paceLine } from '../charts/pace.js';
import { bar, barRange } from '../charts/small.js';
import { h } from '../dom.js';
import { capital, count, day, exact, index, percent, precise } from '../format.js';
import { csvButton } from '../csv.js';
import { ghostRows, skeleton } from '../parts/states.js';
import { RELOAD } from '../view-host.js';

/** Objectives: targets, progress, and the share of each team. */
export const objectives = {
  title: 'Objectives',
  key: 'objectives',
  skeleton: () => skeleton('Objectives', ghostRows(6)),
  load: (here, signal) => get('/v1/objectives', {}, signal),
  render,
  onEvent: (name) => (name === 'overview' ? RELOAD : undefined),
};

function render({ objectives: roots }, here) {
  if (roots.length === 0) {
    return h(
      'section',
      { class: 'state' },
      h('h1', {}, 'No objectives yet'),
      h(
        'p',
        {},
        'An objective sets a target and a due date for a scope. Objectives are read from the objectives file of the dashboard service when it starts.',
      ),
    );
  }
  const all = flat(roots);
  return h(
    'div',
    { class: 'objectives' },
    h(
      'header',
      { class: 'title' },
      h('div', {}, h('h1', {}, 'Objectives'), h('p', { class: 'aside' }, summary(all))),
      csvButton('objectives', COLUMNS, all.map(row)),
    ),
    h(
      'ul',
      { class: 'tree' },
      roots.map((objective) => node(objective, undefined, here)),
    ),
  );
}

const COLUMNS = [
  'id',
  'name',
  'owner',
  'scope',
  'metric',
  'value',
  'baseline',
  'target',
  'expected now',
  'pace',
  'from',
  'due',
  'share of parent gap',
];

const row = (of) => [
  of.id,
  of.name,
  of.owner,
  of.scope,
  of.metric,
  of.value,
  of.baseline,
  of.target,
  of.pace?.expected,
  of.pace?.state,
  of.from,
  of.due,
  of.shareOfParentGap,
];

const flat = (objectives) => objectives.flatMap((of) => [of, ...flat(of.children ?? [])]);

function summary(all) {
  const behind = all.filter((of) => of.pace?.state === 'behind').length;
  return behind === 0
    ? `All ${exact(all.length)} are on track.`
    : `${exact(behind)} of ${exact(all.length)} ${behind === 1 ? 'is' : 'are'} behind pace.`;
}

function node(objective, parent, here) {
  const { id, name, children = [] } = objective;
  const level = parent ? 'h3' : 'h2';
  return h(
    'li',
    { 'data-key': id },
    h(
      'article',
      { class: `objective${parent ? '' : ' root'}`, 'aria-label': name },
      h(
        'div',
        { class: 'what' },
        h(level, {}, h('a', { href: href('/', { scope: objective.scope, days: here.days }) }, name)),
        h(
          'p',
          { class: 'aside' },
          [objective.owner, METRICS[objective.metric], scopeName(objective.scope)].filter(Boolean).join(' · '),
        ),
        shareOfGap(objective, parent),
      ),
      h(
        'div',
        { class: 'reached' },
        h(
          'p',
          {},
          h('span', { class: 'value', title: precise(objective.value) }, valueOf(objective, objective.value)),
          h('span', { class: 'aside' }, ` of ${valueOf(objective, objective.target)}`),
        ),
        pace(objective),
      ),
      paceLine(objective),
    ),
    children.length > 0 &&
      h(
        'ul',
        {},
        children.map((child) => node(child, objective, here)),
      ),
  );
}

const METRICS = {
  index: 'net advocacy',
  advocates: 'advocates',
  detractors: 'detractors',
  mean: 'mean points',
  customers: 'customers',
};

const scopeName = (scope = 'all') => (scope === 'all' ? 'all customers' : capital(scope.split('=').slice(1).join('=')));

function valueOf({ metric }, value) {
  if (metric === 'index') {
    return index(value);
  }
  return metric === 'mean' ? exact(value, 1) : count(Math.round(value));
}

function pace({ pace: of, value, due, metric }) {
  if (!of) {
    return h('p', { class: 'aside' }, `due ${day(due)}`);
  }
  const gap = Math.abs(value - of.expected);
  const size = metric === 'index' || metric === 'mean' ? exact(gap, 1) : count(Math.round(gap));
  const words = {
    reached: 'Reached',
    ahead: `${size} ahead of pace`,
    behind: `${size} behind pace`,
    'on-track': 'On track',
  };
  return h(
    'p',
    { class: of.state === 'behind' ? 'loss' : '', title: `expected by now: ${precise(of.expected)}` },
    of.state === 'behind' ? '▼ ' : '',
    words[of.state] ?? of.state,
  );
}

function shareOfGap({ shareOfParentGap: share }, parent) {
  if (!share || !parent) {
    return false;
  }
  const text =
    share < 0 ? `ahead of its share of “${parent.name}”` : `${percent(share)} of the remaining gap of “${parent.name}”`;
  return h('p', { class: 'share' }, bar([Math.max(share, 0)], barRange([1])), h('span', {}, text));
}
