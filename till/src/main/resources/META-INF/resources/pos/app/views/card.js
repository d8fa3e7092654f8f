import { refusalOf, refusalOfCard, refusalOfOrder } from '../capabilities.js';
import { isOnline } from '../connection.js';
import { showsSection } from '../configuration.js';
import { customerView, readCustomer } from '../customers.js';
import { t } from '../i18n.js';
import { html, nothing } from '../lib/lit.js';
import { route } from '../routes.js';
import { emit, on } from '../signals.js';
import { sections } from './card-sections.js';
import { editProfile } from './edit.js';
import { openOrder, issueCard } from './extras.js';
import { action } from './fields.js';
import { numberBadge } from './result-row.js';
import { waitingOf } from './status-queue.js';

let reading = '';
let failure = '';

/** Reads the customer once when its card opens; what the till knows is shown at once. */
function readShown() {
  const { view, id } = route();
  if (view !== 'customers' || !isOnline()) {
    reading = '';
    return;
  }
  if (reading !== id) {
    reading = id;
    failure = '';
    const own = customerView(id)?.isUnsentCreation;
    if (!own) {
      readCustomer(id).catch((error) => {
        failure = error.status === 404 ? 'card.not-here' : 'card.not-read';
        emit('render');
      });
    }
  }
}

on('navigated', () => (reading = ''));
on('navigated', readShown);
on('till-opened', readShown);
on('online', readShown);
on('settled', ({ entry }) => {
  if (route().id === entry.customer) {
    reading = '';
    readShown();
  }
});

export function cardView(id) {
  const customer = customerView(id);
  if (!customer) {
    return html`<h1 tabindex="-1">${t('card.title')}</h1>
      <p>${t(failure || (isOnline() ? 'card.reading' : 'card.not-known'))}</p><p><a href="#/">${t('card.back')}</a></p>`;
  }
  return html`<article class="card">
    <header>
      <a class="back" href="#/">${t('card.back')} <kbd>F4</kbd></a>
      <h1 tabindex="-1">${customer.name}</h1>
      <p class="number" aria-live="polite">${numberBadge(customer)} ${state(customer)}</p>
      <div class="bar">
        ${action({ label: t('edit.profile'), kind: 'primary', reason: refusalOf(customer, 'edit'), run: () => editProfile(customer) })}
        ${
          showsSection('ORDERS')
            ? action({ label: t('order.title'), reason: refusalOfOrder(customer), run: () => openOrder(customer) })
            : nothing
        }
        ${
          showsSection('LOYALTY_CARDS')
            ? action({ label: t('loyalty.issue'), reason: refusalOfCard(customer), run: () => issueCard(customer) })
            : nothing
        }
      </div>
    </header>
    ${waitingOf(customer)}
    <div class="sections">
      ${sections(customer)}
    </div>
  </article>`;
}

function state(customer) {
  if (customer.syncStatus === 'SYNC_FAILED') {
    return html`<span class="bad-text">${t('card.sync-failed', { reason: customer.lastSyncError ?? '' })}</span>`;
  }
  if (!customer.accountNumber) {
    return html`<span class="quiet">${t(customer.isUnsentCreation ? 'card.only-here' : 'card.waits-for-number')}</span>`;
  }
  return nothing;
}
