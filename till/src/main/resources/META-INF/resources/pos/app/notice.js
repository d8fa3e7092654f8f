import { emit } from './signals.js';

const SHOWN = 6_000;
let text = '';
let timer = 0;

export const notice = () => text;

/** Says what was done, for eyes and for screen readers. */
export function say(message) {
  text = message;
  clearTimeout(timer);
  timer = setTimeout(() => {
    text = '';
    emit('render');
  }, SHOWN);
  emit('render');
}
