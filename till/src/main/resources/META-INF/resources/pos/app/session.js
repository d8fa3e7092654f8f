// Which till this is, and its session with the channel service.
import { call, RefusedError, UnreachableError } from './api.js';
import { emit, on, tell } from './signals.js';
import { deleteEverything, saveSetting, setting } from './store.js';
import { closeVault, isOpen, seal, unseal } from './vault.js';

const WIPED = 'counterpart-till-wiped';

const state = { till: null, ended: false };
// Until a clerk has signed in, it cannot be stored.
let enteredToken = null;

export const till = () => state.till;
/** Whether the service asks for the token again. */
export const isSessionEnded = () => state.ended;

export async function loadTill() {
  state.till = (await setting('till')) ?? null;
}

/** Takes the token out of the address, so that it is in no history and no picture of the screen. */
export function tokenInAddress() {
  const token = /^#token=(.+)$/.exec(location.hash)?.[1];
  if (token) {
    history.replaceState(null, '', location.pathname);
  }
  return token && decodeURIComponent(token);
}

/** Exchanges the token for a session. Returns the key of a message that says why not, or undefined. */
export async function openWithToken(token) {
  try {
    const view = await exchange(token);
    if (view.role !== 'TILL') {
      await call('DELETE', 'session').catch(() => {});
      return 'token.not-a-till';
    }
    state.till = { channel: view.channel, device: view.device };
    state.ended = false;
    enteredToken = token;
    await saveSetting('till', state.till);
    emit('session-opened');
    return undefined;
  } catch (error) {
    return reason(error);
  }
}

function exchange(token) {
  return call('POST', 'session', { headers: { Authorization: `Bearer ${token}` }, although: true });
}

function reason(error) {
  if (error instanceof UnreachableError) {
    return 'token.unreachable';
  }
  if (error instanceof RefusedError) {
    return error.status === 429 ? 'token.too-many' : 'token.refused';
  }
  throw error;
}

/** Keeps the token encrypted with the data key of the clerks, to open a session each day; not before one signs in. */
export async function keepToken() {
  if (enteredToken && isOpen()) {
    await saveSetting('token', await seal(enteredToken));
    enteredToken = null;
  }
}

async function renew() {
  const sealed = isOpen() && (await setting('token'));
  // Before a clerk has signed in, the token is not stored.
  const token = enteredToken ?? (sealed && (await unseal(sealed)));
  const failed = token ? await openWithToken(token) : 'token.needed';
  state.ended = failed !== undefined;
  if (!failed) {
    await keepToken();
  }
  emit('render');
}

let renewing = null;

// Several requests may notice the end of the session at once.
export function renewSession() {
  renewing ??= renew().finally(() => (renewing = null));
  return renewing;
}

on('session-ended', () => {
  if (state.till && !renewing) {
    state.ended = true;
    renewSession();
  }
});

/** Headquarters has revoked the token: deletes everything, also what was not sent. */
export async function wipe() {
  closeVault();
  state.till = null;
  sessionStorage.setItem(WIPED, 'true');
  await deleteEverything();
  location.replace(location.pathname);
}

on('revoked', () => {
  if (state.till) {
    tell('revoked');
    wipe();
  }
});

export function wasWiped() {
  return sessionStorage.getItem(WIPED) === 'true';
}

export function forgetWipe() {
  sessionStorage.removeItem(WIPED);
}
