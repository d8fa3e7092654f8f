// Keeps the data key for each clerk who signed in online, encrypted with a key derived from the PIN.
const ITERATIONS = 600_000;

export async function wrap(dataKey, pin) {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const key = await derive(pin, salt, ITERATIONS);
  const wrapped = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, dataKey);
  return { salt, iv, wrapped, iterations: ITERATIONS };
}

/** Undefined: the PIN is another one. */
export async function unwrap({ salt, iv, wrapped, iterations }, pin) {
  try {
    return await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, await derive(pin, salt, iterations), wrapped);
  } catch {
    return undefined;
  }
}

async function derive(pin, salt, iterations) {
  const entered = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveKey']);
  const method = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return crypto.subtle.deriveKey(method, entered, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}
