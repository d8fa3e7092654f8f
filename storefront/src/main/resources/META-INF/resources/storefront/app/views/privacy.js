import { api } from '../api.js';
import { t } from '../i18n.js';
import { html, nothing } from '../lib/lit.js';
import { change, reasonOf, state } from '../state.js';

const EVERYTHING = 'addresses,contacts,affiliations,attributes';

export function privacy(customer) {
  const { privacyContact } = state.session;
  return html`<section class="card privacy" aria-labelledby="privacy">
    <h2 id="privacy">${t('privacy.title')}</h2>
    <p>${t('privacy.export')}</p>
    <p><button type="button" @click=${() => download(customer)}>${t('privacy.download')}</button></p>
    ${privacyContact
      ? html`<h3>${t('privacy.delete')}</h3>
          <p>${t('privacy.how')} <a href=${mailTo(privacyContact, customer)}>${privacyContact}</a></p>`
      : nothing}
  </section>`;
}

function mailTo(contact, customer) {
  const text = t('privacy.mail', { number: customer.accountNumber ?? customer.asyncCustomerId });
  return `mailto:${contact}?subject=${encodeURIComponent(t('privacy.delete'))}&body=${encodeURIComponent(text)}`;
}

async function download(customer) {
  try {
    const data = await api('GET', `customers/${customer.asyncCustomerId}?include=${EVERYTHING}`);
    const { capabilities, version, ...own } = data;
    const file = new Blob([JSON.stringify(own, null, 2)], { type: 'application/json' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = `customer-${customer.asyncCustomerId}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    change({ notice: t('privacy.downloaded'), failure: '' });
  } catch (error) {
    change({ failure: reasonOf(error) });
  }
}
