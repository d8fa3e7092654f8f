import { t } from '../i18n.js';
import { html, nothing } from '../lib/lit.js';

/** The account number, or why there is none yet. */
export function numberBadge(customer) {
  if (customer.refused > 0) {
    return html`<span class="badge bad">${t('state.refused')}</span>`;
  }
  if (customer.syncStatus === 'SYNC_FAILED') {
    return html`<span class="badge bad">${customer.accountNumber ?? t('state.sync-failed')}</span>`;
  }
  return customer.accountNumber
    ? html`<span class="badge good">${customer.accountNumber}</span>`
    : html`<span class="badge waiting">${t('state.pending')}</span>`;
}

const townOf = (customer) => {
  const address = customer.addresses?.find(({ primary }) => primary) ?? customer.addresses?.[0];
  return address ? [address.zipCode, address.city].filter(Boolean).join(' ') : '';
};

/** Two lines that tell two customers of one name apart, with the reason why this one was found. */
export function resultRow(customer, reasons = []) {
  const second = [customer.phone, customer.email, townOf(customer)].filter(Boolean).join(' · ');
  return html`<span class="who">
    <span class="first"><strong>${customer.name}</strong> ${numberBadge(customer)}
      ${customer.unsent > 0 ? html`<span class="badge waiting">${t('state.unsent', { count: customer.unsent })}</span>` : nothing}
      ${customer.blocked ? html`<span class="badge bad">${t('state.blocked')}</span>` : nothing}</span>
    <span class="second">${second || t('no-details')}</span>
    ${reasons.length > 0 ? html`<span class="reasons">${t('found-by', { reasons: reasons.map((one) => t(`by.${one}`)).join(', ') })}</span>` : nothing}
  </span>`;
}
