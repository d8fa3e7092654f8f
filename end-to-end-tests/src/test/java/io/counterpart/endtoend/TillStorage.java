package io.counterpart.endtoend;

import com.microsoft.playwright.Page;

/** What a till in a browser has stored, as any script of its origin could read it. */
record TillStorage(Page page) {

    private static final String READ = """
            () => new Promise((resolve, reject) => {
              const open = indexedDB.open('counterpart-till');
              open.onerror = () => reject(open.error);
              open.onsuccess = () => {
                const database = open.result;
                const all = (store) => new Promise((done) => {
                  const request = database.transaction(store).objectStore(store).getAll();
                  request.onsuccess = () => done([store, request.result]);
                });
                const bytes = (key, value) => value instanceof ArrayBuffer || ArrayBuffer.isView(value)
                  ? new TextDecoder('latin1').decode(value) : value;
                Promise.all([...database.objectStoreNames].map(all)).then((stores) => {
                  database.close();
                  resolve(JSON.stringify(Object.fromEntries(stores), bytes));
                });
              };
            })""";

    /** The records of a store: settings, customers or queue. */
    int count(String store) {
        return ((Number) page.evaluate(
                        "([text, store]) => JSON.parse(text)[store].length", new Object[] {text(), store}))
                .intValue();
    }

    /** Everything as JSON. */
    String text() {
        return String.valueOf(page.evaluate(READ));
    }

    /** Lets the browser refuse new records as it does when the disk is full. */
    void full(boolean full) {
        page.evaluate("""
                full => {
                  const store = IDBObjectStore.prototype;
                  window.add ??= store.add;
                  store.add = full ? () => { throw new DOMException('full', 'QuotaExceededError'); } : window.add;
                }""", full);
    }
}
