import { h } from '../dom.js';
import { day, instant } from '../format.js';

/** Privacy requests and what became of them, in plain words. */

const OUTCOMES = {
  erased: 'Erased',
  nothing_known: 'Nothing was known',
  consent_set: 'Consent set',
  consent_outdated: 'A later consent stays',
};

export const outcomeText = (outcome) => OUTCOMES[outcome] ?? 'Of a later version';

export const date = (at) => h('time', { datetime: at, title: instant(at) }, day(at));

/** Until when there are traces. */
export function traces({ state, goneBy }) {
  if (!goneBy) {
    return h('span', { class: 'aside' }, 'none');
  }
  return state === 'due' ? ['last ones gone by ', date(goneBy)] : ['gone since ', date(goneBy)];
}
