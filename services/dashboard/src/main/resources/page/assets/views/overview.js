import { changed, onward, serviceHref } from '../address.js';
import { get, getIfAny } from '../api.js';
import { indexLine } from '../charts/line.js';
import { river } from '../charts/river.js';
import { h } from '../dom.js';
import { capital, day, exact, index, instant, ledgerDay, period, points, precise } from '../format.js';
import { delta, people } from '../parts/number.js';
import { ghost, ghostRows, nothingYet, skeleton } from '../parts/states.js';
import { RELOAD } from '../view-host.js';
import { STAGES } from '../stages.js';
import { regionMultiples } from './regions.js';

/** True north: are we earning advocates? */
export const overview = {
  title: (data) => (data?.now.customers ? `${index(data.now.index.value)} net advocacy` : 'True north'),
  key: 'overview',
  hasScope: true,
  hasPeriod: true,
  skeleton: () =>
    skeleton(
      'Net advocacy',
      h('div', { class: 'north' }, h('div', {}, ghost('hero'), ghost('line'), ghost('line')), ghost('chart')),
      ghost('wide'),
      h('div', { class: 'pair' }, ghostRows(4), ghostRows(4)),
    ),
  load,
  render,
  onEvent,
};

async function load({ scope, days }, signal) {
  const [now, year, regions] = await Promise.all([
    get('/v1/overview', { scope, days }, signal),
    days === 365 ? undefined : getIfAny('/v1/overview', { scope, days: 365 }, signal),
    loadRegions(days, signal),
  ]);
  return { now, year: wholeYear(now, year), regions };
}

/** The year, and within the period the finer points that the period has; it ends with what is now. */
function wholeYear(now, year) {
  const history = now.history ?? [];
  const begins = history[0]?.at;
  const past = [...(year?.history ?? []).filter((point) => !begins || point.at < begins), ...history];
  const {
    at,
    index: { value },
    customers,
    advocates,
    detractors,
  } = now;
  return [...past.filter((point) => point.at < at), { at, index: value, customers, advocates, detractors }];
}

async function loadRegions(days, signal) {
  const { attributes = [] } = (await getIfAny('/v1/segments', {}, signal)) ?? {};
  const attribute = attributes.find((of) => of.attribute === 'region') ?? attributes[0];
  return attribute && getIfAny(`/v1/segments/${encodeURIComponent(attribute.attribute)}`, { days }, signal);
}

function onEvent(name, detail, data, { scope }) {
  if (name !== 'overview') {
    return undefined;
  }
  const summary = detail.scope;
  const isOurs = summary?.scope === scope;
  if (isOurs && summary.stages && data.now.customers) {
    const now = withSummary(data.now, summary, detail.at);
    return { ...data, now, year: wholeYear(now, { history: data.year.slice(0, -1) }) };
  }
  return isOurs || (detail.scopes ?? []).includes(scope) ? RELOAD : undefined;
}

function withSummary(now, summary, at) {
  const moved = summary.index - now.index.value;
  return {
    ...now,
    at: at ?? now.at,
    index: {
      ...now.index,
      value: summary.index,
      ...(now.index.change !== undefined && { change: now.index.change + moved }),
    },
    customers: summary.customers,
    advocates: summary.advocates,
    detractors: summary.detractors,
    points: { ...now.points, mean: summary.mean },
    stages: now.stages.map((of) => {
      const customers = summary.stages[STAGES.indexOf(of.stage)] ?? of.customers;
      return { ...of, customers, ...(of.change !== undefined && { change: of.change + customers - of.customers }) };
    }),
  };
}

function render({ now, year, regions }, here) {
  if (!now.customers) {
    return now.scope?.id && now.scope.id !== 'all' ? nobodyIn(now, here) : h('div', {}, nothingYet());
  }
  const since = now.history?.[0]?.at ?? now.at;
  const toCustomers = (filters) => onward(here, '/customers', filters);
  return h(
    'div',
    { class: 'overview' },
    h(
      'section',
      { class: 'north', 'aria-labelledby': 'north' },
      h(
        'div',
        { class: 'headline' },
        title(now, here),
        h('p', { class: 'hero', title: precise(now.index.value) }, index(now.index.value)),
        h('p', { class: 'since' }, sinceThen(now, here)),
      ),
      year.length > 2
        ? indexLine({ history: year, since, label: 'Net advocacy through the year' })
        : h('p', { class: 'aside' }, 'The one-year chart starts after the first full day.'),
      counts(now, toCustomers),
    ),
    h(
      'section',
      { 'aria-labelledby': 'stages' },
      h('h2', { id: 'stages' }, 'Customers by stage'),
      flowSentence(now.flow),
      now.stages &&
        river({
          stages: now.stages,
          flow: now.flow ?? { moves: [], up: 0, down: 0, days: here.days },
          label: 'Customers by stage',
          linkTo: (stage) => toCustomers({ stage }),
        }),
    ),
    h('div', { class: 'pair' }, whatChanged(now, here), regionMultiples(regions, here)),
  );
}

function title({ scope }, here) {
  const parent =
    scope?.id &&
    scope.id !== 'all' &&
    h('a', { href: changed(here, { scope: scope.parent ?? 'all' }), class: 'up' }, 'All customers');
  return h(
    'div',
    {},
    parent,
    h(
      'h1',
      { id: 'north' },
      scope?.id && scope.id !== 'all' ? `Net advocacy, ${capital(scope.label)}` : 'Net advocacy',
    ),
  );
}

function sinceThen({ index: { change, since } }, { days }) {
  if (change === undefined) {
    return 'No history yet';
  }
  return since ? [delta(change), ` since ${day(since)}`] : delta(change, days);
}

function counts({ customers, advocates, detractors, points: mean, at }, toCustomers) {
  return h(
    'ul',
    { class: 'counts' },
    h('li', {}, h('a', { href: toCustomers({ stage: 'advocate' }) }, people(advocates), ' advocates')),
    h('li', {}, h('a', { class: 'loss', href: toCustomers({ detractor: true }) }, people(detractors), ' detractors')),
    h('li', {}, h('a', { href: toCustomers() }, people(customers), ' known')),
    mean &&
      h(
        'li',
        { class: 'aside', title: `as of ${instant(at)}` },
        `${points(mean.mean)} points on average`,
        mean.change !== undefined && [' ', delta(mean.change)],
      ),
  );
}

function flowSentence(flow) {
  if (!flow) {
    return h('p', { class: 'aside' }, 'Stage changes are being computed. Try again in a moment.');
  }
  if (flow.up + flow.down === 0) {
    return h('p', { class: 'aside' }, `No customer changed stage since ${period(flow.days)} ago.`);
  }
  return h(
    'p',
    { class: 'aside', title: `since ${instant(flow.from)}` },
    `Since ${ledgerDay(flow.from)}, `,
    `${exact(flow.up)} moved up and `,
    h('span', { class: flow.down ? 'loss' : '' }, `${exact(flow.down)} moved down`),
    flow.newAdvocates === undefined ? '.' : `; ${exact(flow.newAdvocates)} became advocates.`,
  );
}

function whatChanged({ changes = [] }, here) {
  const sentence = (change) =>
    h('li', {}, change.href ? h('a', { href: serviceHref(here, change.href) }, change.sentence) : change.sentence);
  return h(
    'section',
    { 'aria-labelledby': 'changed' },
    h('h2', { id: 'changed' }, 'What changed'),
    changes.length
      ? h('ul', { class: 'sentences' }, changes.map(sentence))
      : h('p', { class: 'aside' }, 'No notable changes.'),
  );
}

function nobodyIn({ scope }, here) {
  return h(
    'section',
    { class: 'state' },
    h('h1', {}, `No customers in ${capital(scope.label)}`),
    h('p', {}, 'No customer has this attribute at the moment.'),
    h('p', {}, h('a', { class: 'action', href: changed(here, { scope: 'all' }) }, 'Show all customers')),
  );
}
