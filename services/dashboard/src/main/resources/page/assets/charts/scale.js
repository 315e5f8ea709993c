/** From values to pixels, and where an axis has its ticks. */

export const linear =
  ([low, high], [from, to]) =>
  (value) =>
    from + ((value - low) / (high - low || 1)) * (to - from);

/** Some three to five round values within a range. */
export function ticks(low, high, about = 4) {
  const rough = (high - low || 1) / about;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * magnitude).find((candidate) => candidate >= rough);
  const first = Math.ceil(low / step);
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, i) => (first + i) * step);
}

export function padded(values, share, least = 1) {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const room = Math.max((high - low) * share, least);
  return [low - room, high + room];
}

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'short' });
const YEAR = new Intl.DateTimeFormat('en-GB', { year: 'numeric' });
const DATE = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });

/** First days of months, thinned out to what fits; days where the range is short. */
export function timeTicks(from, to, most) {
  const days = (to - from) / 86_400_000;
  const marks = days < 62 ? daysBetween(from, to, Math.ceil(days / most)) : monthsBetween(from, to);
  const every = Math.ceil(marks.length / Math.max(most, 1));
  return marks.filter((_, i) => i % every === 0);
}

function monthsBetween(from, to) {
  const marks = [];
  const month = new Date(from.getFullYear(), from.getMonth() + 1, 1);
  for (; month <= to; month.setMonth(month.getMonth() + 1)) {
    marks.push({ at: new Date(month), label: month.getMonth() === 0 ? YEAR.format(month) : MONTH.format(month) });
  }
  return marks;
}

function daysBetween(from, to, every) {
  const marks = [];
  const date = new Date(from.getFullYear(), from.getMonth(), from.getDate() + 1);
  for (; date <= to; date.setDate(date.getDate() + Math.max(every, 1))) {
    marks.push({ at: new Date(date), label: DATE.format(date) });
  }
  return marks;
}

/** Which of some places is the nearest to one. */
export function nearest(places, place) {
  let best = 0;
  places.forEach((candidate, i) => {
    if (Math.abs(candidate - place) < Math.abs(places[best] - place)) {
      best = i;
    }
  });
  return best;
}
