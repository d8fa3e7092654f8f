import { hasMessage, t } from '../i18n.js';
import { html, nothing } from '../lib/lit.js';

/** Fields have the pointers of the service as their names, so that an error finds its field. */
const idOf = (pointer) => `f${pointer.replace(/[^\w]/g, '-')}`;

export function message(error) {
  const text = t(`error.${error.code}`, error.parameters);
  // The bounds that the service has in its detail are not in its code.
  const known = hasMessage(`error.${error.code}`) && !/\{\w+\}/.test(text);
  return known ? text : (error.detail ?? error.code);
}

/** The label of a field of the API; attributes have none but their names. */
export const labelOf = (field) => (hasMessage(`field.${field}`) ? t(`field.${field}`) : field);

const fault = (id, error) => (error ? html`<p class="fault" id="${id}-fault">${message(error)}</p>` : nothing);

function describedBy(id, error, hint) {
  return [error ? `${id}-fault` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ') || nothing;
}

export function textField({ pointer, label, value, errors, hint, type = 'text', autofocus = false, ...more }) {
  const id = idOf(pointer);
  const error = errors?.get(pointer);
  return html`<div class="field ${more.wide ? 'wide' : ''}">
    <label for=${id}>${label}</label>
    <input id=${id} name=${pointer} type=${type} .defaultValue=${value ?? ''} autocomplete="off"
      inputmode=${more.inputmode ?? nothing} placeholder=${more.placeholder ?? nothing} ?autofocus=${autofocus}
      aria-required=${more.required ? 'true' : nothing}
      aria-invalid=${error ? 'true' : nothing} aria-describedby=${describedBy(id, error, hint)}>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    ${fault(id, error)}
  </div>`;
}

export function textArea({ pointer, label, value, errors, autofocus = false }) {
  const id = idOf(pointer);
  const error = errors?.get(pointer);
  return html`<div class="field wide">
    <label for=${id}>${label}</label>
    <textarea id=${id} name=${pointer} rows="4" .defaultValue=${value ?? ''} ?autofocus=${autofocus}
      aria-invalid=${error ? 'true' : nothing} aria-describedby=${describedBy(id, error)}></textarea>
    ${fault(id, error)}
  </div>`;
}

export function choice({ pointer, label, value, options, errors, onChange, required }) {
  const id = idOf(pointer);
  const error = errors?.get(pointer);
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <select id=${id} name=${pointer} @change=${onChange ?? nothing} aria-required=${required ? 'true' : nothing}
      aria-invalid=${error ? 'true' : nothing} aria-describedby=${describedBy(id, error)}>
      ${options.map(([key, text]) => html`<option value=${key} ?selected=${key === (value ?? '')}>${text}</option>`)}
    </select>
    ${fault(id, error)}
  </div>`;
}

export function check({ pointer, label, value, hint }) {
  const id = idOf(pointer);
  return html`<div class="check">
    <input id=${id} name=${pointer} type="checkbox" ?checked=${value === true} aria-describedby=${hint ? `${id}-hint` : nothing}>
    <label for=${id}>${label}</label>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
  </div>`;
}

/** What was entered, by pointer. */
export function entered(form) {
  const values = new Map();
  for (const element of form.elements) {
    if (element.name && (element.type !== 'radio' || element.checked)) {
      values.set(element.name, element.type === 'checkbox' ? element.checked : element.value.trim() || null);
    }
  }
  return values;
}

/** The values below a pointer as an object. */
export function below(values, prefix) {
  const found = {};
  for (const [pointer, value] of values) {
    if (pointer.startsWith(`${prefix}/`)) {
      found[pointer.slice(prefix.length + 1)] = value;
    }
  }
  return found;
}

/** The errors of the service or of the rules, by the pointer of their field. */
export const byPointer = (errors) => new Map(errors.map((error) => [error.pointer, error]));

/** Those that belong to no field of the form. */
export function elsewhere(errors, form) {
  const names = new Set([...(form?.elements ?? [])].map(({ name }) => name));
  return [...(errors?.values() ?? [])].filter(({ pointer }) => !names.has(pointer));
}

/** A fault must not hide in a section that is closed. */
export function focusFirstFault() {
  requestAnimationFrame(() => {
    const faults = [...document.querySelectorAll('dialog [aria-invalid="true"]')];
    faults.forEach((field) => field.closest('details')?.setAttribute('open', ''));
    (faults[0] ?? document.querySelector('dialog [role="alert"]'))?.focus();
  });
}

/** A button that says why it cannot be used; it stays reachable by keyboard, so that the reason can be read. */
export function action({ label, reason, run, key, kind = '' }) {
  const text = reason ? t(`reason.${reason}`) : '';
  return html`<span class="action">
    <button type="button" class=${kind} aria-disabled=${reason ? 'true' : 'false'} @click=${() => !reason && run()}>
      ${label}${key ? html` <kbd>${key}</kbd>` : nothing}
    </button>
    ${reason ? html`<span class="why">${text}</span>` : nothing}
  </span>`;
}
