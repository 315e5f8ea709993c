import { changed, href, PERIODS } from '../address.js';
import { h } from '../dom.js';
import { capital } from '../format.js';

/** What the header looks through: the scope and the period, for the views that have them. */

const PERIOD_NAMES = { 7: ['7 d', '7 days'], 30: ['30 d', '30 days'], 90: ['90 d', '90 days'], 365: ['1 y', '1 year'] };

export function lens({ here, scopes, hasScope, hasPeriod, go }) {
  return [hasScope && scopePicker(here, scopes, go), hasPeriod && periodPicker(here)].filter(Boolean);
}

function scopePicker(here, scopes, go) {
  const known = scopes.some((scope) => scope.id === here.scope);
  const all = known ? scopes : [...scopes, { id: here.scope, label: here.scope }];
  const groups = byAttribute(all);
  const option = (scope) => h('option', { value: scope.id, selected: scope.id === here.scope }, nameOf(scope));
  const pick = (event) => go(href(here.path, { ...here.filters, scope: event.target.value, cursor: undefined }));
  return h(
    'label',
    { class: 'scope' },
    h('span', { class: 'unseen' }, 'Scope'),
    h(
      'select',
      { onchange: pick },
      [...groups].map(([attribute, of]) =>
        attribute ? h('optgroup', { label: capital(attribute) }, of.map(option)) : of.map(option),
      ),
    ),
  );
}

function byAttribute(scopes) {
  const groups = new Map();
  for (const scope of scopes) {
    const attribute = scope.attribute ?? '';
    groups.set(attribute, [...(groups.get(attribute) ?? []), scope]);
  }
  return groups;
}

export const nameOf = (scope) => (scope.id === 'all' ? 'all customers' : capital(scope.label));

function periodPicker(here) {
  return h(
    'nav',
    { class: 'periods', 'aria-label': 'Period' },
    PERIODS.map((days) =>
      h(
        'a',
        {
          href: changed(here, { days }),
          'aria-current': days === here.days ? 'true' : undefined,
          title: PERIOD_NAMES[days][1],
        },
        PERIOD_NAMES[days][0],
      ),
    ),
  );
}
