import { h } from './dom.js';
import { capital, words } from './format.js';

/** Identities as people read them: `anonymous:3f2a81c09d…` is visitor 3f2a81c0…. The whole of it is on hover. */

const KINDS = {
  crm: 'customer number',
  user: 'account',
  card: 'loyalty card',
  email: 'e\u2011mail',
  phone: 'phone',
  device: 'device',
  anonymous: 'visitor',
};

// Pseudonyms and generated ids say nothing to a reader: their beginning tells them apart.
const GENERATED = /^(?:[0-9a-f]{16,}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]+)$/i;
const LONGEST = 32;

const namespaceOf = (identity) => identity.slice(0, Math.max(identity.indexOf(':'), 0));
const valueOf = (identity) => identity.slice(identity.indexOf(':') + 1);

/** What kind of identity it is: loyalty card. */
export const kindOf = (identity) => KINDS[namespaceOf(identity)] ?? words(namespaceOf(identity));

/** Whether two identities are of one kind. */
export const areOfOneKind = (one, other) => namespaceOf(one) === namespaceOf(other);

export function shortValue(identity) {
  const value = [...valueOf(identity)];
  if (GENERATED.test(valueOf(identity))) {
    return `${value.slice(0, 8).join('')}…`;
  }
  return value.length > LONGEST ? `${value.slice(0, LONGEST).join('')}…` : value.join('');
}

/** In running text: loyalty card 4711. */
export const identityText = (identity) => `${kindOf(identity)} ${shortValue(identity)}`;

/**
 * The same, with the whole identity on hover.
 *
 * @param href makes it a link
 * @param isFirst whether a sentence begins with it
 */
export const identityName = (identity, { href, isFirst = false } = {}) =>
  h(
    href ? 'a' : 'span',
    { class: 'identity', href, title: identity },
    `${isFirst ? capital(kindOf(identity)) : kindOf(identity)} `,
    h('b', {}, shortValue(identity)),
  );

/** With its article: an account, a loyalty card. */
export const aKindOf = (identity) => `${/^[aeiou]/.test(kindOf(identity)) ? 'an' : 'a'} ${kindOf(identity)}`;
