import { h } from './dom.js';

/** A link-like button that saves a table as CSV (RFC 4180). */
export function csvButton(name, columns, rows) {
  return h(
    'button',
    { type: 'button', class: 'link', onclick: () => save(`truenorth-${name}.csv`, csv(columns, rows)) },
    'Download CSV',
  );
}

export function csv(columns, rows) {
  return [columns, ...rows].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}

// A spreadsheet takes text that begins with one of these as a formula, and texts come from outside.
const FORMULA = /^[=+\-@\t\r]/;

function cell(value) {
  if (typeof value === 'number') {
    return String(value);
  }
  const text = String(value ?? '');
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

function save(name, text) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
