/** Numbers and times as people read them: rounded for reading, exact where asked for. */

const THIN = '\u202f';
const MINUS = '\u2212';
export const MICRO = 1_000_000;
const DAY_MILLIS = 86_400_000;

const grouped = (digits) => digits.replace(/\B(?=(\d{3})+(?!\d))/g, THIN);

/** All digits, grouped by thin spaces: 12 345.67. */
export function exact(number, decimals = 0) {
  const [whole, fraction] = Math.abs(number).toFixed(decimals).split('.');
  const isZero = Number(Math.abs(number).toFixed(decimals)) === 0;
  return (number < 0 && !isZero ? MINUS : '') + grouped(whole) + (fraction ? `.${fraction}` : '');
}

/** As many digits as the number has, six decimals at the most. */
export function precise(number) {
  const decimals = (Number(number.toFixed(6)).toString().split('.')[1] ?? '').length;
  return exact(number, Math.min(decimals, 6));
}

/** For reading: 1 204, 12.4 k, 3.1 M. */
export function count(number) {
  const size = Math.abs(number);
  if (size < 10_000) {
    return exact(number);
  }
  return size < 999_950 ? `${exact(number / 1e3, 1)}${THIN}k` : `${exact(number / 1e6, 1)}${THIN}M`;
}

export const signed = (number, format = exact) => (number > 0 ? `+${format(number)}` : format(number));

/** The net advocacy index, -100 to 100, always with its sign. */
export const index = (value) => signed(Math.round(value));

/** Points of a score to two decimals, rounded down: who is not yet at a limit is never shown as if. */
export const points = (value) => exact(Math.floor(Math.round(value * MICRO) / 10_000) / 100, 2);

/** A change with a direction that is not told by colour alone. One decimal while it is small. */
export function change(value) {
  const decimals = Math.abs(value) < 10 && !Number.isInteger(value) ? 1 : 0;
  const size = exact(Math.abs(value), decimals);
  if (Number(Math.abs(value).toFixed(decimals)) === 0) {
    return '± 0';
  }
  return `${value > 0 ? '▲' : '▼'} ${size}`;
}

export const percent = (share) =>
  `${exact(share * 100, (share > 0 && share < 0.095) || (share > 0.95 && share < 1) ? 1 : 0)}${THIN}%`;

export const plural = (number, one, many = `${one}s`) => `${count(number)} ${number === 1 ? one : many}`;

export const period = (days) => (days === 365 ? '1 year' : `${days} days`);

export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** Names of kinds are words joined by _; a hyphen, as in e-mail, is part of its word. */
export const words = (name) => name.replace(/_+/g, ' ');

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const UTC_DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const MINUTE = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
});
const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });

export const day = (at) => DAY.format(new Date(at));
export const instant = (at) => MINUTE.format(new Date(at));
export const clock = (at) => CLOCK.format(new Date(at));

/** A day of the ledger, which knows days in UTC. */
export const ledgerDay = (at) => UTC_DAY.format(new Date(at));

/** How long ago a day of the ledger was, which knows no hours: today, yesterday, 12 days ago. */
export function daysAgo(at, now = Date.now()) {
  const days = Math.floor(now / DAY_MILLIS) - Math.floor(new Date(at) / DAY_MILLIS);
  if (days < 1) {
    return 'today';
  }
  return days === 1 ? 'yesterday' : `${exact(days)} days ago`;
}
