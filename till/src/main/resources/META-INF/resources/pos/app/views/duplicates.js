// Hints while a customer is typed: they may exist already.
import { closeDialog, dialog } from '../dialogs.js';
import { t } from '../i18n.js';
import { html, nothing, repeat } from '../lib/lit.js';
import { go } from '../routes.js';
import { possibleDuplicates } from '../search.js';
import { emit } from '../signals.js';
import { creationEntry } from './entry.js';
import { entered } from './fields.js';
import { resultRow } from './result-row.js';

const TYPING_PAUSE = 350;
let timer = 0;

export function duplicateHints({ hints: found }) {
  return html`<div role="status" class="duplicates">
    ${
      found.length === 0
        ? nothing
        : html`<h3>${t('duplicates.title', { count: found.length })}</h3>
          <ul>${repeat(
            found,
            ({ customer }) => customer.id,
            ({ customer, reasons }) => html`<li>
            ${resultRow(customer, reasons)}
            <button type="button" @click=${() => use(customer)}>${t('duplicates.use')}</button>
          </li>`,
          )}</ul>`
    }
  </div>`;
}

function use(customer) {
  closeDialog();
  go(`customers/${customer.id}`);
}

export function askLater(form) {
  clearTimeout(timer);
  timer = setTimeout(() => askForDuplicates(form), TYPING_PAUSE);
}

export async function askForDuplicates(form) {
  const model = dialog();
  if (!form || !model?.hints) {
    return;
  }
  const { type, firstName, middleName, lastName, organizationName, email, phone, addresses } = creationEntry(
    entered(form),
  );
  const asked = { type, firstName, middleName, lastName, organizationName, email, phone, addresses };
  const known = Object.fromEntries(Object.entries(asked).filter(([, value]) => value));
  const found = Object.keys(known).length > 1 ? await possibleDuplicates(known) : [];
  if (dialog() === model) {
    model.hints = found.filter(({ customer }) => customer.id !== model.ids.asyncCustomerId);
    emit('render');
  }
}
