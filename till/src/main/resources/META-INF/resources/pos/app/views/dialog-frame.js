import { closeDialog } from '../dialogs.js';
import { t } from '../i18n.js';
import { html, nothing } from '../lib/lit.js';
import { elsewhere, message } from './fields.js';

/** What all dialogs have: a title, faults that belong to no field, and their buttons with their keys. */
export function dialogFrame({ model, title, save, onSubmit, onInput, body, extra, danger = false }) {
  const submit = (event) => {
    event.preventDefault();
    onSubmit(event);
  };
  const cancel = (event) => {
    event.preventDefault();
    closeDialog();
  };
  return html`<dialog aria-labelledby="dialog-title" @cancel=${cancel}>
    <form novalidate @submit=${submit} @input=${onInput ?? nothing}>
      <div class="head"><h2 id="dialog-title">${title}</h2></div>
      <div class="body">${faults(model)} ${body}</div>
      <div class="foot">
        ${extra ?? nothing}
        <button type="button" @click=${closeDialog}>${t('cancel')} <kbd>Esc</kbd></button>
        <button type="submit" class=${danger ? 'danger' : 'primary'} aria-disabled=${model.busy ? 'true' : 'false'}>
          ${model.busy ? t('saving') : save} <kbd>${t('key.enter')}</kbd>
        </button>
      </div>
    </form>
  </dialog>`;
}

function faults(model) {
  const form = document.querySelector('dialog form');
  const others = model.errors?.size ? elsewhere(model.errors, form).map(message) : [];
  const texts = [model.failure, ...others].filter(Boolean);
  return texts.length > 0
    ? html`<div class="alert" role="alert" tabindex="-1">${texts.map((text) => html`<p>${text}</p>`)}</div>`
    : nothing;
}
