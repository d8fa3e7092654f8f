import { call, closeApi } from './api.js';
import { emit, on, tell } from './signals.js';
import { saveSetting, setting } from './store.js';

// While offline, and while nothing else shows that the service answers.
const PROBE_OFFLINE = 3_000;
const PROBE_ONLINE = 20_000;

const state = { online: false, known: false, byHand: false, answeredAt: null, reason: '' };

/** Whether the channel service answers; not whether the browser believes that there is a network. */
export const isOnline = () => state.online && !state.byHand;
export const connection = () => state;

export async function startConnection() {
  state.byHand = (await setting('offline-by-hand')) === true;
  closeApi(state.byHand);
  on('answered', answered);
  on('unreachable', unreachable);
  on('offline-by-hand', applyByHand);
  addEventListener('online', probe);
  addEventListener('offline', probe);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && probe());
  setInterval(probeIfDue, PROBE_OFFLINE);
  await probe();
}

/** Asks the service for something that needs its database. */
export async function probe() {
  try {
    await call('GET', 'session', { patience: 4_000, although: true });
  } catch {
    // The signals of the call have changed the state.
  }
}

export async function goOffline(byHand) {
  await saveSetting('offline-by-hand', byHand);
  tell('offline-by-hand', byHand);
  applyByHand(byHand);
}

function applyByHand(byHand) {
  const before = isOnline();
  state.byHand = byHand;
  closeApi(byHand);
  announce(before);
}

function probeIfDue() {
  const silent = Date.now() - (state.answeredAt ?? 0);
  if (document.visibilityState === 'visible' && (!state.online || silent > PROBE_ONLINE || silent < 0)) {
    probe();
  }
}

function answered() {
  const before = isOnline();
  Object.assign(state, { online: true, known: true, answeredAt: Date.now(), reason: '' });
  announce(before);
}

function unreachable(reason) {
  const before = isOnline();
  Object.assign(state, { online: false, known: true, reason });
  announce(before);
}

function announce(before) {
  if (before !== isOnline()) {
    emit(isOnline() ? 'online' : 'offline');
  }
  emit('render');
}
