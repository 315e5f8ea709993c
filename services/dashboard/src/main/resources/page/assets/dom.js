/**
 * Builds elements from names, properties and text. Strings become text nodes or attribute values, never markup: whatever a
 * channel sends is shown as it is.
 */

const SVG = 'http://www.w3.org/2000/svg';

export const h = (name, properties, ...children) => fill(document.createElement(name), properties, children);

export const svg = (name, properties, ...children) => fill(document.createElementNS(SVG, name), properties, children);

function fill(element, properties, children) {
  for (const [name, value] of Object.entries(properties ?? {})) {
    set(element, name, value);
  }
  element.append(...children.flat(Infinity).filter(isShown));
  return element;
}

const isShown = (child) => child !== undefined && child !== null && child !== false;

function set(element, name, value) {
  if (!isShown(value)) {
    return;
  }
  if (name.startsWith('on')) {
    element[name] = value;
  } else if (name === 'style') {
    Object.entries(value).forEach(([property, of]) => element.style.setProperty(property, of));
  } else if (name === 'href') {
    element.setAttribute('href', withinThePage(value));
  } else {
    element.setAttribute(name, value === true ? '' : value);
  }
}

/** An address on this site, or nowhere: sentences and their links come from outside. */
function withinThePage(href) {
  return /^(\/(?![/\\])|#)/.test(href) ? href : '#';
}

/** Text that only assistive technology reads. */
export const unseen = (text) => h('span', { class: 'unseen' }, text);

/** The size in pixels of one unit of a chart, which grows with the type on a wall screen. */
export const unit = () => parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
