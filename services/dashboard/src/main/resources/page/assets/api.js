/** Asks the service. What goes wrong comes back as a Problem that a person can act on. */

const TOKEN = 'truenorth.token';

export class Problem extends Error {
  constructor(status, title, detail) {
    super(detail || title);
    this.status = status;
    this.title = title;
    this.detail = detail;
  }
}

/** The token lives as long as the tab does, and is sent nowhere but to this service. */
export const token = {
  get: () => sessionStorage.getItem(TOKEN) ?? '',
  set: (value) => sessionStorage.setItem(TOKEN, value),
  clear: () => sessionStorage.removeItem(TOKEN),
};

export const authorization = () => (token.get() ? { Authorization: `Bearer ${token.get()}` } : {});

export async function get(path, parameters = {}, signal) {
  const query = new URLSearchParams(
    Object.entries(parameters).filter(([, value]) => value !== undefined && value !== ''),
  );
  const url = query.size ? `${path}?${query}` : path;
  const response = await fetch(url, { headers: { Accept: 'application/json', ...authorization() }, signal }).catch(
    unreachable,
  );
  if (!response.ok) {
    throw await problemOf(response);
  }
  return response.json();
}

/** For what a view can do without: undefined where it fails. */
export const getIfAny = (...request) =>
  get(...request).catch((problem) => {
    if (problem.name === 'AbortError') {
      throw problem;
    }
    return undefined;
  });

function unreachable(cause) {
  if (cause.name === 'AbortError') {
    throw cause;
  }
  throw new Problem(
    0,
    'The service cannot be reached',
    'No answer came from it. It may be starting, or the network is down.',
  );
}

async function problemOf(response) {
  const document = await response.json().catch(() => ({}));
  return new Problem(response.status, document.title ?? `The service answered ${response.status}`, document.detail);
}
