import './book.js';
import './heartbeat.js';
import './live.js';
import { loadBook } from './book.js';
import { areClerksKnown, askOtherTabs, clerk, clerks, enterWithoutClerk, loadClerks, readClerks } from './clerks.js';
import { loadConfiguration } from './configuration.js';
import { isOnline, probe, startConnection } from './connection.js';
import { forgetCustomers, loadCustomers } from './customers.js';
import { loadMessages, t } from './i18n.js';
import { startKeys } from './keys.js';
import { say } from './notice.js';
import { loadQueue } from './queue.js';
import { useLimits } from './rules.js';
import { startRendering } from './rendering.js';
import { isSessionEnded, keepToken, loadTill, openWithToken, renewSession, till, tokenInAddress } from './session.js';
import { emit, on } from './signals.js';
import { checkStorage } from './storage.js';
import { openStore } from './store.js';
import { startUpdates } from './update.js';
import { upload } from './uploader.js';
import { countWaiting } from './views/sign-in.js';
import { isOpen } from './vault.js';

const RETRY = 3_000;

async function start() {
  const token = tokenInAddress();
  if (!isSecureContext) {
    await loadMessages();
    document.getElementById('app').textContent = t('insecure');
    return;
  }
  const [limits] = await Promise.all([
    fetch('limits.json').then((response) => response.json()),
    loadMessages(),
    openStore(() => location.reload()),
  ]);
  useLimits(limits);
  await Promise.all([loadTill(), loadClerks(), loadConfiguration(), loadBook()]);
  startRendering();
  startKeys();
  await startConnection();
  if (token) {
    await openFromAddress(token);
  } else if (till()) {
    await openTill();
  }
  startUpdates().catch(() => {});
}

/** Asks for a clerk, or goes on without one if the channel has none. */
async function openTill() {
  askOtherTabs();
  if (isOnline() && !isSessionEnded()) {
    await readClerks();
  }
  await countWaiting();
  if (!areClerksKnown() && !isOpen()) {
    setTimeout(() => isOpen() || openTill(), RETRY);
    return;
  }
  if (clerks().length === 0 && !isOpen()) {
    await enterWithoutClerk();
  }
}

on('session-opened', async () => {
  if (isOpen()) {
    // Without clerks, the token is not stored.
    await (clerk() && keepToken());
    emit('till-opened');
    await upload();
  } else {
    await openTill();
  }
});

on('unlocked', async () => {
  await Promise.all([loadCustomers(), loadQueue()]);
  emit('till-opened');
  await checkStorage();
  await upload();
});

on('till-closed', () => {
  forgetCustomers();
  loadQueue();
});

// A link with a token that is opened in a page of the till does not load it again.
addEventListener('hashchange', () => {
  const token = tokenInAddress();
  if (token) {
    openFromAddress(token);
  }
});

async function openFromAddress(token) {
  const failure = await openWithToken(token);
  if (failure) {
    say(t(failure));
  }
  // The token is in the address no more: a service that did not answer is asked again.
  if (failure === 'token.unreachable') {
    setTimeout(() => till() || openFromAddress(token), RETRY);
  }
}

on('online', () => isSessionEnded() && renewSession());
on('probe', probe);
on('read-again', () => emit('customer-event'));

start();
