import { emit } from './signals.js';
import { persist, room } from './store.js';

const NEARLY_FULL = 0.9;
const state = { persistent: true, usage: 0, quota: 0 };

export const storage = () => state;
export const isNearlyFull = () => state.quota > 0 && state.usage / state.quota > NEARLY_FULL;

export async function checkStorage() {
  Object.assign(state, await room(), { persistent: await persist() });
  emit('render');
}
