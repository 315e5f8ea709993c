import { token } from '../api.js';
import { h } from '../dom.js';
import { command } from './command.js';

/** What is shown instead of a view: errors, the sign-in form, and the first steps. */

export function problemState(problem, retry) {
  switch (problem.status) {
    case 401:
      return askForToken(retry);
    case 403:
      return state(
        'Access denied',
        'Your role does not include this view. Ask whoever issued your token for a role with more access.',
        problem.detail,
        otherToken(retry),
      );
    case 404:
      return state(
        'Not found',
        'No view, scope or customer has this name. It may have been deleted.',
        problem.detail,
        h('a', { class: 'action', href: '/' }, 'Go to True north'),
      );
    case 410:
      return state(
        problem.title,
        problem.detail,
        'Nothing of them is kept here. A new relationship begins with the next event, unless later events are dropped too.',
        h('a', { class: 'action', href: '/customers' }, 'Go to Customers'),
      );
    case 503:
      return state(
        problem.title ?? 'Not ready yet',
        'This view reloads automatically as soon as it is available. Other views still work.',
        problem.detail,
        again(retry),
      );
    default:
      return state(
        problem.title ?? 'Something went wrong',
        'Other views may show older data. Scores are still computed; no data is lost.',
        problem.detail ?? problem.message,
        again(retry),
      );
  }
}

const state = (title, text, detail, action) =>
  h(
    'section',
    { class: 'state' },
    h('h1', {}, title),
    h('p', {}, text),
    detail && h('p', { class: 'aside' }, detail),
    h('p', {}, action),
  );

const again = (retry) => h('button', { type: 'button', class: 'action', onclick: retry }, 'Try again');

const otherToken = (retry) =>
  h(
    'button',
    {
      type: 'button',
      class: 'action',
      onclick: () => {
        token.clear();
        retry();
      },
    },
    'Use another token',
  );

function askForToken(retry) {
  const wasRefused = token.get() !== '';
  const field = h('input', {
    id: 'token',
    type: 'password',
    autocomplete: 'off',
    required: true,
    spellcheck: 'false',
    'aria-describedby': 'token-hint',
  });
  const submit = (event) => {
    event.preventDefault();
    token.set(field.value.trim());
    retry();
  };
  return h(
    'section',
    { class: 'state' },
    h('h1', {}, 'Sign in'),
    h('p', {}, wasRefused ? 'This token was not accepted. It may have expired.' : 'This dashboard requires a token.'),
    h(
      'form',
      { class: 'token', onsubmit: submit },
      h('label', { for: 'token' }, 'Token'),
      field,
      h('button', { type: 'submit', class: 'action' }, 'Open'),
    ),
    h(
      'p',
      { class: 'aside', id: 'token-hint' },
      'The token is kept until you close this tab, and is sent only to this service.',
    ),
  );
}

/** Before the first event: how to send it. */
export function nothingYet() {
  const line = [
    `curl -sS ${window.location.protocol}//${window.location.hostname}:8080/v1/touchpoints \\`,
    `  -H 'Content-Type: application/json' -d '{`,
    '  "identities": [{"namespace": "crm", "value": "you"}],',
    `  "occurredAt": "'$(date -u +%FT%TZ)'",`,
    '  "channel": "referral", "kind": "referral_made", "direction": "in"',
    "}'",
  ].join('\n');
  return h(
    'section',
    { class: 'state' },
    h('h1', {}, 'No customers yet'),
    h('p', {}, 'Send the first event to the gateway. The customer appears here within two seconds, without a reload.'),
    command('Command that sends the first event', line),
  );
}

/** A placeholder for a number or a chart. */
export const ghost = (size) => h('span', { class: `ghost ${size}`, 'aria-hidden': 'true' });

export function skeleton(title, ...parts) {
  return h(
    'div',
    { class: 'skeleton', 'aria-busy': 'true' },
    h('h1', {}, title),
    h('p', { class: 'unseen' }, 'Loading'),
    parts,
  );
}

export const ghostRows = (rows) =>
  h(
    'div',
    { class: 'ghost-rows' },
    Array.from({ length: rows }, () => ghost('row')),
  );
