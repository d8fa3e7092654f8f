import { signOut } from './clerks.js';
import { dialog } from './dialogs.js';
import { go, route } from './routes.js';
import { isOpen } from './vault.js';
import { openCreation } from './views/create.js';
import { currentQuery } from './views/find.js';

const KEYS = {
  // What was typed into the search is for another customer once a card is open.
  F2: () => openCreation(route().view === 'find' ? currentQuery() : ''),
  F4: () => {
    go('');
    requestAnimationFrame(() => document.getElementById('search')?.select());
  },
  F8: () => go('status'),
  F9: () => signOut(),
};

/** Function keys as on other tills; they are shown on their buttons. */
export function startKeys() {
  addEventListener('keydown', (event) => {
    const action = KEYS[event.key];
    if (action && isOpen() && !dialog() && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      action();
    }
  });
}
