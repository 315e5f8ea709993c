import { Problem } from '../api.js';
import { skeleton } from '../parts/states.js';
import { channels } from './channels.js';
import { customer } from './customer.js';
import { customers } from './customers.js';
import { identities } from './identities.js';
import { objectives } from './objectives.js';
import { overview } from './overview.js';
import { pipeline } from './pipeline.js';
import { privacy } from './privacy.js';
import { receipt } from './receipt.js';
import { segments } from './segments.js';

/** Which view stands at which path. */

const NOT_FOUND = {
  title: 'Not found',
  skeleton: () => skeleton('Not found'),
  load: () => Promise.reject(new Problem(404, 'Not found')),
};

const VIEWS = [
  [/^\/$/, overview],
  [/^\/objectives\/?$/, objectives],
  [/^\/channels\/?$/, channels],
  [/^\/segments(?:\/(?<attribute>[^/]+))?\/?$/, segments],
  [/^\/customers\/?$/, customers],
  [/^\/customers\/(?<customer>[^/]+)$/, customer],
  [/^\/identities\/?$/, identities],
  [/^\/pipeline\/?$/, pipeline],
  [/^\/privacy\/?$/, privacy],
  [/^\/privacy\/(?<request>[^/]+)$/, receipt],
];

export function viewAt(path) {
  for (const [pattern, view] of VIEWS) {
    const match = pattern.exec(path);
    if (match) {
      const params = decoded(match.groups ?? {});
      return params ? { view, params, customer: params.customer } : { view: NOT_FOUND, params: {} };
    }
  }
  return { view: NOT_FOUND, params: {} };
}

function decoded(groups) {
  try {
    return Object.fromEntries(
      Object.entries(groups).map(([name, value]) => [name, value && decodeURIComponent(value)]),
    );
  } catch {
    return undefined;
  }
}
