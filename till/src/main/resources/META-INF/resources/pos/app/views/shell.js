import { clerk, clerks, signOut } from '../clerks.js';
import { configuration } from '../configuration.js';
import { connection, isOnline } from '../connection.js';
import { dialog } from '../dialogs.js';
import { isClockWrong } from '../heartbeat.js';
import { t } from '../i18n.js';
import { html, nothing, repeat } from '../lib/lit.js';
import { notice } from '../notice.js';
import { queue, refused } from '../queue.js';
import { route } from '../routes.js';
import { isSessionEnded, till } from '../session.js';
import { isNearlyFull, storage } from '../storage.js';
import { isUpdateReady, update } from '../update.js';
import { isOpen } from '../vault.js';
import { cardView } from './card.js';
import { findView } from './find.js';
import { signInView } from './sign-in.js';
import { statusView } from './status.js';
import { tokenView } from './token.js';

export function shell() {
  const model = dialog();
  return html`
    <a class="skip" href="#main" @click=${skip}>${t('skip')}</a>
    <header class="top">
      <p class="brand"><strong>${configuration()?.name ?? till()?.channel ?? t('app.name')}</strong>${till() ? html` <span>${till().device}</span>` : nothing}</p>
      ${isOpen() && till() ? navigation() : nothing}
      ${till() ? pill() : nothing}
    </header>
    ${banners()}
    <main id="main">${view()}
      <p class="notice ${notice() ? 'shown' : ''}" role="status">${notice()}</p>
    </main>
    ${repeat(
      model ? [model] : [],
      ({ key }) => key,
      (one) => one.view(one),
    )}`;
}

function skip(event) {
  event.preventDefault();
  document.querySelector('main h1')?.focus();
}

function view() {
  if (!till() || route().view === 'token') {
    return connection().known ? tokenView() : html`<h1 tabindex="-1">${t('loading')}</h1>`;
  }
  if (!isOpen()) {
    return clerks().length > 0 ? signInView() : html`<h1 tabindex="-1">${t('loading')}</h1>`;
  }
  const { view: name, id } = route();
  return { customers: () => cardView(id), status: statusView }[name]?.() ?? findView();
}

/** Without the name of a customer: titles are in the history of the browser. */
export function titleOfPage() {
  const { view: name } = route();
  const keys = { customers: 'card.title', status: 'status.title', find: 'find.title' };
  const key = !till() ? 'token.title' : !isOpen() ? 'sign-in.title' : (keys[name] ?? 'find.title');
  return `${t(key)} – ${t('app.name')}`;
}

function navigation() {
  const here = (name) => (route().view === name ? 'page' : nothing);
  return html`<nav aria-label=${t('nav.label')}>
    <a href="#/" aria-current=${here('find')}>${t('nav.find')} <kbd>F4</kbd></a>
    <a href="#/status" aria-current=${here('status')}>${t('nav.status')}
      ${queue().length > 0 ? html`<span class="count">${queue().length}</span><span class="hidden">${t('nav.waiting')}</span>` : nothing} <kbd>F8</kbd></a>
    ${clerk() ? html`<button type="button" class="plain" @click=${signOut}>${t('nav.sign-out', { name: clerk().name })} <kbd>F9</kbd></button>` : nothing}
  </nav>`;
}

function pill() {
  const kind = connection().byHand ? 'by-hand' : isOnline() ? 'online' : 'offline';
  return html`<p class="pill ${kind}" role="status">${t(`connection.${kind}`)}</p>`;
}

function banners() {
  const texts = till() ? [...states()].filter(Boolean) : [];
  return texts.length === 0 ? nothing : html`<aside class="banners" aria-label=${t('banner.label')}>${texts}</aside>`;
}

function* states() {
  if (!isOnline() && connection().known) {
    yield html`<p>${t(connection().byHand ? 'banner.by-hand' : 'banner.offline')}</p>`;
  }
  if (isSessionEnded()) {
    yield html`<p class="warning">${t('banner.session-ended')} <a href="#/token">${t('token.open')}</a></p>`;
  }
  if (refused().length > 0 && route().view !== 'status') {
    yield html`<p class="warning">${t('banner.refused', { count: refused().length })} <a href="#/status">${t('nav.status')}</a></p>`;
  }
  if (isUpdateReady()) {
    yield html`<p>${t('update.ready')} <button type="button" class="small" @click=${update}>${t('update.now')}</button></p>`;
  }
  if (isOpen() && !storage().persistent) {
    yield html`<p class="warning">${t('banner.not-persistent')}</p>`;
  }
  if (isNearlyFull()) {
    yield html`<p class="warning">${t('banner.nearly-full')}</p>`;
  }
  if (isClockWrong()) {
    yield html`<p class="warning">${t('banner.clock')} <a href="#/status">${t('nav.status')}</a></p>`;
  }
  if (isOpen() && !clerk()) {
    yield html`<p class="quiet">${t('banner.no-clerks')}</p>`;
  }
}
