/**
 * Brings a shown tree to what a fresh one says, in place: focus, scroll and what is unfolded stay, and a changed text fades in.
 * Charts are drawn anew as a whole, unless they are hovered or focused.
 */

const HANDLERS = ['onclick', 'oninput', 'onchange', 'onkeydown', 'onsubmit'];
const FADE = 'fresh';

export function morph(shown, fresh) {
  if (shown.nodeType !== fresh.nodeType || shown.nodeName !== fresh.nodeName || keyOf(shown) !== keyOf(fresh)) {
    shown.replaceWith(fresh);
  } else if (shown.nodeType === Node.TEXT_NODE) {
    morphText(shown, fresh);
  } else if (fresh.signature !== undefined) {
    morphChart(shown, fresh);
  } else {
    morphElement(shown, fresh);
  }
}

const keyOf = (node) => node.dataset?.key;

function morphText(shown, fresh) {
  if (shown.data === fresh.data) {
    return;
  }
  shown.data = fresh.data;
  const element = shown.parentElement;
  element.classList.add(FADE);
  element.addEventListener('animationend', () => element.classList.remove(FADE), { once: true });
}

function morphChart(shown, fresh) {
  const isBeingRead = shown.matches(':hover, :focus-within');
  if (shown.signature !== fresh.signature && !isBeingRead) {
    shown.replaceWith(fresh);
  }
}

function morphElement(shown, fresh) {
  morphAttributes(shown, fresh);
  HANDLERS.forEach((handler) => {
    shown[handler] = fresh[handler];
  });
  const before = [...shown.childNodes];
  const after = [...fresh.childNodes];
  after.forEach((child, i) => (i < before.length ? morph(before[i], child) : shown.append(child)));
  before.slice(after.length).forEach((child) => child.remove());
}

function morphAttributes(shown, fresh) {
  for (const { name } of [...shown.attributes]) {
    if (!fresh.hasAttribute(name) && name !== 'open' && name !== 'style') {
      shown.removeAttribute(name);
    }
  }
  for (const { name, value } of fresh.attributes) {
    if (name !== 'style' && shown.getAttribute(name) !== value) {
      shown.setAttribute(name, value);
    }
  }
  // Through CSSOM: a style attribute set as text is what the content security policy forbids.
  if (fresh.style.length > 0 && shown.style.cssText !== fresh.style.cssText) {
    shown.style.cssText = fresh.style.cssText;
  }
}
