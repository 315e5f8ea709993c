import { h } from '../dom.js';
import { count, exact } from '../format.js';

/** The status line at the bottom of every page. */
export function strip(pipeline) {
  if (!pipeline) {
    return h('a', { class: 'pipeline', href: '/pipeline' }, 'Pipeline: no status yet');
  }
  const { state, why = [] } = pipeline;
  return h(
    'a',
    { class: `pipeline ${state}`, href: '/pipeline' },
    state === 'ok'
      ? h('span', { class: 'unseen' }, 'Pipeline healthy. ')
      : h('strong', {}, `${state === 'red' ? '■ Red' : '▲ Amber'}: ${why[0] ?? 'unknown reason'}`),
    h(
      'span',
      { class: 'figures' },
      figures(pipeline).map((figure, i) => [i > 0 && ' · ', figure]),
    ),
  );
}

/** Those of the figures that are known. */
function figures({ eventsPerSecond, touchToScoreP99Millis, lagSeconds, failed }) {
  return [
    eventsPerSecond !== undefined && `${count(Math.round(eventsPerSecond))} ev/s`,
    touchToScoreP99Millis !== undefined && [
      h('span', { class: 'long' }, 'touch to score '),
      `p99 ${millis(touchToScoreP99Millis)}`,
    ],
    lagSeconds !== undefined && `lag ${exact(lagSeconds, lagSeconds < 10 && lagSeconds % 1 ? 1 : 0)} s`,
    failed !== undefined && `failed ${count(failed)}`,
  ].filter(Boolean);
}

export const millis = (of) => (of < 10_000 ? `${exact(of)} ms` : `${exact(of / 1000, 1)} s`);
