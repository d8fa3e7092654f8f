// Encrypts what the till stores about persons: AES-GCM with the data key, which is in memory only while a clerk is
// signed in.
const ALGORITHM = 'AES-GCM';

let key = null;

export class LockedError extends Error {}

export const isOpen = () => key !== null;
export const openKey = () => key;

export function openVault(dataKey) {
  key = dataKey;
}

export function closeVault() {
  key = null;
}

/** The key cannot be read by a script afterwards. */
export function importKey(bytes) {
  return crypto.subtle.importKey('raw', bytes, ALGORITHM, false, ['encrypt', 'decrypt']);
}

export function newKey() {
  return crypto.subtle.generateKey({ name: ALGORITHM, length: 256 }, false, ['encrypt', 'decrypt']);
}

export async function seal(value, withKey = key) {
  if (!withKey) {
    throw new LockedError();
  }
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(value));
  return { iv, data: await crypto.subtle.encrypt({ name: ALGORITHM, iv }, withKey, text) };
}

/** Undefined: the value was sealed with another key. */
export async function unseal(sealed, withKey = key) {
  if (!withKey) {
    throw new LockedError();
  }
  try {
    const text = await crypto.subtle.decrypt({ name: ALGORITHM, iv: sealed.iv }, withKey, sealed.data);
    return JSON.parse(new TextDecoder().decode(text));
  } catch {
    return undefined;
  }
}
