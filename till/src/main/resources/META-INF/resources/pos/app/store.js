import { deleteDB, openDB } from './lib/idb.js';

const NAME = 'counterpart-till';
const VERSION = 1;

let db;

/** The storage of the browser has no room for what was to be written. Nothing of it was stored. */
export class StorageFullError extends Error {}

export async function openStore(onBlocking) {
  db = await openDB(NAME, VERSION, {
    upgrade(database, from) {
      if (from < 1) {
        database.createObjectStore('settings');
        database.createObjectStore('customers', { keyPath: 'id' });
        database
          .createObjectStore('queue', { keyPath: 'sequence', autoIncrement: true })
          .createIndex('operation', 'operationId', {
            unique: true,
          });
      }
    },
    // Another tab runs a later version of the application and has to change the stores.
    blocking() {
      db.close();
      onBlocking();
    },
  });
}

export const setting = (key) => db.get('settings', key);
export const all = (store) => db.getAll(store);
export const one = (store, key) => db.get(store, key);

export function saveSetting(key, value) {
  return write(['settings'], ({ settings }) => settings.put(value, key));
}

/** Changes all the stores or none, and returns after the operating system wrote the change to the disk. */
export async function write(stores, change) {
  const transaction = db.transaction(stores, 'readwrite', { durability: 'strict' });
  const handles = Object.fromEntries(stores.map((name) => [name, transaction.objectStore(name)]));
  try {
    const [result] = await Promise.all([change(handles), transaction.done]);
    return result;
  } catch (error) {
    const cause = transaction.error ?? error;
    if (cause?.name === 'QuotaExceededError' || error?.name === 'QuotaExceededError') {
      throw new StorageFullError('The storage is full', { cause: error });
    }
    throw error;
  }
}

/** Deletes everything that this till has stored. */
export async function deleteEverything() {
  db?.close();
  await deleteDB(NAME);
}

/** Asks the browser not to delete the data when the disk is full. */
export async function persist() {
  return (await navigator.storage?.persisted?.()) || (await navigator.storage?.persist?.()) || false;
}

export async function room() {
  const { usage = 0, quota = 0 } = (await navigator.storage?.estimate?.()) ?? {};
  return { usage, quota };
}
