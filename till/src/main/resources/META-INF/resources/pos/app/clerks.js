// Who uses the till. A clerk signs in by name and PIN, offline too after the first time on this till.
import { call, RefusedError, UnreachableError } from './api.js';
import { isOnline } from './connection.js';
import { unwrap, wrap } from './pin.js';
import { reseal } from './reseal.js';
import { isSessionEnded, keepToken, renewSession, till } from './session.js';
import { emit, on, tell } from './signals.js';
import { saveSetting, setting, write } from './store.js';
import { closeVault, importKey, isOpen, newKey, openKey, openVault } from './vault.js';

const FREE_ATTEMPTS = 4;
const LONGEST_PAUSE = 3_600;

const state = { list: [], known: false, clerk: null, attempts: new Map() };

export const clerks = () => state.list;
/** Whether the service has said who works here; before that, an empty list does not mean that nobody does. */
export const areClerksKnown = () => state.known;
/** Null: nobody is signed in, or the till has no clerks. */
export const clerk = () => state.clerk;

export async function loadClerks() {
  const stored = await setting('clerks');
  state.list = stored ?? [];
  state.known = stored !== undefined;
}

export async function readClerks() {
  try {
    state.list = (await call('GET', 'clerks')).items;
    state.known = true;
    await saveSetting('clerks', state.list);
    await forgetWhoLeft();
  } catch (error) {
    if (error instanceof RefusedError && error.status === 404) {
      state.list = [];
      state.known = true;
    }
  }
  emit('render');
}

// Who is not in the list any more cannot sign in here, also not offline.
async function forgetWhoLeft() {
  const works = (id) => state.list.some((one) => one.id === id);
  const keys = (await setting('clerk-keys')) ?? {};
  await saveSetting('clerk-keys', Object.fromEntries(Object.entries(keys).filter(([id]) => works(id))));
  if (state.clerk && !works(state.clerk.id)) {
    signOut();
  }
}

/** Returns a message with its parameters that says why not, or undefined. */
export async function signIn(clerkId, pin) {
  const stored = ((await setting('clerk-keys')) ?? {})[clerkId];
  const local = stored && (await unwrap(stored, pin));
  try {
    if (isOnline()) {
      return await signInInSession(clerkId, pin, local);
    }
  } catch (error) {
    if (error instanceof RefusedError && error.status !== 401) {
      return refusal(error, clerkId, local);
    }
    if (!(error instanceof UnreachableError || error instanceof RefusedError)) {
      throw error;
    }
  }
  return signInOffline(clerkId, stored, local);
}

/** With a new session if the present one ended without the till having noticed. */
async function signInInSession(id, pin, local) {
  try {
    return await signInOnline(id, pin, local);
  } catch (error) {
    if (!(error instanceof RefusedError && error.status === 401)) {
      throw error;
    }
    await renewSession();
    if (isSessionEnded()) {
      throw error;
    }
    return signInOnline(id, pin, local);
  }
}

async function signInOnline(id, pin, local) {
  const answer = await call('POST', 'clerk-sign-ins', { body: { clerk: id, pin } });
  const bytes = Uint8Array.from(atob(answer.dataKey), (character) => character.charCodeAt(0));
  const key = await importKey(bytes);
  const nameless = await setting('nameless-key');
  const changed = local && !isSame(new Uint8Array(local), bytes);
  for (const earlier of [changed && (await importKey(local)), nameless].filter(Boolean)) {
    await reseal(earlier, key);
  }
  const keys = (await setting('clerk-keys')) ?? {};
  await saveSetting('clerk-keys', { ...keys, [id]: { name: answer.clerk.name, ...(await wrap(bytes, pin)) } });
  if (nameless) {
    await saveSetting('nameless-key', undefined);
  }
  await enter(answer.clerk, key);
  return undefined;
}

const isSame = (one, other) => one.length === other.length && one.every((byte, i) => byte === other[i]);

async function refusal(error, id, local) {
  if (error.status === 403 && local) {
    // The PIN was changed, or the clerk has left: the old PIN opens this till no more.
    const { [id]: removed, ...others } = (await setting('clerk-keys')) ?? {};
    await saveSetting('clerk-keys', others);
  }
  return error.retryAfter
    ? ['sign-in.wait', { seconds: error.retryAfter }]
    : [error.status === 403 ? 'sign-in.refused' : 'sign-in.failed', { detail: error.message }];
}

async function signInOffline(id, stored, local) {
  const { count = 0, until = 0 } = state.attempts.get(id) ?? {};
  const left = Math.ceil((until - performance.now()) / 1_000);
  if (left > 0) {
    return ['sign-in.wait', { seconds: left }];
  }
  if (!local) {
    const pause = count + 1 < FREE_ATTEMPTS ? 0 : Math.min(LONGEST_PAUSE, 30 * 2 ** (count + 1 - FREE_ATTEMPTS));
    state.attempts.set(id, { count: count + 1, until: performance.now() + 1_000 * pause });
    return stored ? ['sign-in.refused', {}] : ['sign-in.online-first', {}];
  }
  state.attempts.delete(id);
  await enter({ id, name: stored.name }, await importKey(local));
  return undefined;
}

/** For a till without clerks: the key lies beside the data. */
export async function enterWithoutClerk() {
  const fresh = await newKey();
  // Two tabs that open at once have one key.
  const key = await write(['settings'], async ({ settings }) => {
    const stored = await settings.get('nameless-key');
    await (stored ?? settings.put(fresh, 'nameless-key'));
    return stored ?? fresh;
  });
  await enter(null, key);
}

async function enter(who, key) {
  state.clerk = who;
  openVault(key);
  if (who) {
    await keepToken();
    tell('key', { clerk: who, key });
  }
  if (isOnline()) {
    await renewIfEnded();
  }
  emit('unlocked');
}

async function renewIfEnded() {
  try {
    await call('GET', 'session');
  } catch (error) {
    if (error instanceof RefusedError && error.status === 401) {
      await renewSession();
    }
  }
}

export function signOut() {
  tell('locked');
  lock();
}

function lock() {
  state.clerk = null;
  closeVault();
  emit('till-closed');
}

// A second tab of this till takes over who is signed in.
export const askOtherTabs = () => tell('key-wanted');
on('online', () => till() && readClerks());
on('configuration-changed', readClerks);
on('key-wanted', () => state.clerk && isOpen() && tell('key', { clerk: state.clerk, key: openKey() }));
on('key', ({ clerk: who, key }) => !isOpen() && enter(who, key));
on('locked', lock);
