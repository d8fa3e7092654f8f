import { hasMessage, t } from '../i18n.js';
import { html, nothing } from '../lib/lit.js';
import { closeForm, state } from '../state.js';

const textOf = (error) => (hasMessage(`error.${error.code}`) ? t(`error.${error.code}`) : (error.detail ?? error.code));

/** A sign-up has its pointers below `/customer`, and one address. */
const errorOf = (name) =>
  state.errors.find(({ pointer }) => pointer?.replace('/customer', '').replace('/addresses/0', '') === `/${name}`);

export function textField(name, value, { hint, ...more } = {}) {
  const error = errorOf(name);
  const described = [hint && `${name}-hint`, error && `${name}-fault`].filter(Boolean).join(' ');
  return html`<div class="field">
    <label for=${name}>${t(`field.${name}`)}</label>
    <input id=${name} name=${name} type=${more.type ?? 'text'} .defaultValue=${value ?? ''} maxlength="100"
      autocomplete=${more.autocomplete ?? 'off'} aria-required=${more.required ? 'true' : nothing} aria-invalid=${error ? 'true' : nothing}
      aria-describedby=${described || nothing}>
    ${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : nothing}
    ${error ? html`<p class="fault" id="${name}-fault">${textOf(error)}</p>` : nothing}
  </div>`;
}

export function check(name, label, checked, hint) {
  return html`<div class="check">
    <input id=${name} name=${name} type="checkbox" ?checked=${checked} aria-describedby=${hint ? `${name}-hint` : nothing}>
    <label for=${name}>${label}</label>
    ${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : nothing}
  </div>`;
}

/** Faults that belong to no field of the open form. */
export function otherFaults(names) {
  const others = state.errors.filter((error) => !names.some((name) => errorOf(name) === error));
  return others.length ? html`<ul class="faults">${others.map((error) => html`<li>${textOf(error)}</li>`)}</ul>` : nothing;
}

/** What was entered; null: empty. */
export function entered(form) {
  return Object.fromEntries(
    [...form.elements]
      .filter(({ name }) => name)
      .map((field) => [field.name, field.type === 'checkbox' ? field.checked : field.value.trim() || null]),
  );
}

export function form(names, save, content, extra = nothing) {
  const submitted = (event) => {
    event.preventDefault();
    save(entered(event.currentTarget));
  };
  return html`<form novalidate @submit=${submitted}>
    ${otherFaults(names)}
    <div class="grid">${content}</div>
    <div class="bar">
      <button type="submit" class="primary" aria-disabled=${state.busy}>${t('save')}</button>
      <button type="button" @click=${closeForm}>${t('cancel')}</button>
      ${extra}
    </div>
  </form>`;
}

/** A button that says why it cannot be used; it stays reachable by keyboard, so that the reason can be read. */
export function action(label, capability, run, id = '') {
  const key = capability.reason ? `reason.${capability.reason}` : '';
  const reason = capability.allowed ? '' : t(hasMessage(key) ? key : 'reason.other');
  return html`<div class="action">
    <button type="button" id=${id || nothing} aria-disabled=${capability.allowed ? 'false' : 'true'}
      @click=${() => capability.allowed && run()}>${label}</button>
    ${reason ? html`<span class="hint">${reason}</span>` : nothing}
  </div>`;
}
