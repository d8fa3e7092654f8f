// At most one dialog is open. Its model has a `view`, and optionally `save`, `closed` and `busy`.
import { emit } from './signals.js';

let current = null;
let opener = null;
let number = 0;

export const dialog = () => current;

export function openDialog(model) {
  opener = document.activeElement;
  current = { ...model, key: ++number };
  emit('render');
  return current;
}

export function closeDialog() {
  const closing = current;
  current = null;
  closing?.closed?.();
  emit('render');
  requestAnimationFrame(() => opener?.isConnected && opener.focus());
}

/** After each rendering: a dialog is modal only if it was opened by a script. */
export function showDialog() {
  const element = document.querySelector('dialog');
  if (element && !element.open) {
    element.showModal();
    (element.querySelector('[autofocus]') ?? element.querySelector('input, select, button'))?.focus();
  }
}
