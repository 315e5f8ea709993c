import { h } from '../dom.js';

/** A command to run in a shell, with a button that copies it. */
export const command = (label, text) =>
  h(
    'div',
    { class: 'to-run' },
    h('pre', { tabindex: 0, 'aria-label': label }, text),
    h(
      'button',
      { type: 'button', class: 'action', 'aria-label': `Copy: ${label}`, onclick: (event) => copy(text, event.currentTarget) },
      'Copy',
    ),
  );

/** An argument of a shell; names come from outside. */
export const argument = (text) => (/^[\w:@.+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

async function copy(text, button) {
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = 'Copied';
  } catch {
    button.textContent = 'Select it and copy by hand';
  }
}
