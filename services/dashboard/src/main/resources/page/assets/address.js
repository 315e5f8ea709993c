/** Where we are: a path and its filters, of which the scope and the period go along from view to view. */

export const PERIODS = [7, 30, 90, 365];
const DEFAULT_DAYS = 30;

export function address(location = window.location) {
  const filters = Object.fromEntries(new URLSearchParams(location.search));
  const days = Number(filters.days);
  return {
    path: location.pathname,
    filters,
    scope: filters.scope || 'all',
    days: PERIODS.includes(days) ? days : DEFAULT_DAYS,
  };
}

/** A path with filters; what is undefined, empty or the default is left out. */
export function href(path, filters = {}) {
  const query = Object.entries(filters)
    .filter(([name, value]) => value !== undefined && value !== '' && !isDefault(name, value))
    .map(([name, value]) => `${encodeURIComponent(name)}=${readable(value)}`)
    .join('&');
  return query ? `${path}?${query}` : path;
}

const isDefault = (name, value) =>
  (name === 'scope' && value === 'all') || (name === 'days' && Number(value) === DEFAULT_DAYS);

const readable = (value) => encodeURIComponent(value).replaceAll('%3D', '=').replaceAll('%3A', ':');

/** The same place with some filters changed. */
export const changed = (here, filters) => href(here.path, { ...here.filters, ...filters });

/** Another place, in the same scope and period; its own filters go first. */
export function onward(here, path, filters = {}) {
  const along = { scope: here.scope, days: here.days };
  return href(path, { ...along, ...filters });
}

export const customerHref = (here, id) => onward(here, `/customers/${encodeURIComponent(id)}`);

/** A place that the service names, such as /customers?lostOn=support; what it does not say about scope and period is as here. */
export function serviceHref(here, link) {
  if (!link) {
    return undefined;
  }
  const url = new URL(link, window.location.origin);
  return url.origin === window.location.origin
    ? onward(here, url.pathname, Object.fromEntries(url.searchParams))
    : undefined;
}
