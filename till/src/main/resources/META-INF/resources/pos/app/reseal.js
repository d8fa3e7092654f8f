import { all, setting, write } from './store.js';
import { seal, unseal } from './vault.js';

/** Encrypts with a new key what was encrypted with an earlier one: clerks were added, or the till has a new token. */
export async function reseal(earlier, key) {
  const changed = { queue: [], customers: [] };
  for (const store of Object.keys(changed)) {
    for (const record of await all(store)) {
      const sealed = await again(record.sealed, earlier, key);
      if (sealed) {
        changed[store].push({ ...record, sealed });
      }
    }
  }
  const token = await setting('token');
  const sealedToken = token && (await again(token, earlier, key));
  await write(['queue', 'customers', 'settings'], ({ queue, customers, settings }) =>
    Promise.all([
      ...changed.queue.map((record) => queue.put(record)),
      ...changed.customers.map((record) => customers.put(record)),
      sealedToken && settings.put(sealedToken, 'token'),
    ]),
  );
}

// Null: it needs nothing, because the new key opens it or the earlier one does not.
async function again(sealed, earlier, key) {
  if ((await unseal(sealed, key)) !== undefined) {
    return null;
  }
  const value = await unseal(sealed, earlier);
  return value === undefined ? null : seal(value, key);
}
