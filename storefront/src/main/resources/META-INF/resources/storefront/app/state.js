import { api, shop } from './api.js';
import { t } from './i18n.js';

const PAUSE = 2_000;

/** What the page shows. `form` is the open form: its name, and the part that it changes. */
export const state = { session: null, customer: null, form: null, errors: [], busy: false, notice: '', failure: '' };

let draw = () => {};

export function startState(render) {
  draw = render;
}

export function change(values) {
  Object.assign(state, values);
  draw();
}

export const openForm = (name, part = null) => change({ form: { name, part }, errors: [], notice: '', failure: '' });

export const closeForm = () => change({ form: null, errors: [] });

export async function loadSession() {
  change({ session: await shop('GET', 'session') });
}

export async function loadCustomer() {
  const customer = await api('GET', `customers/${state.session.customer}?include=addresses,contacts`);
  const arrived = state.customer && !state.customer.accountNumber && customer.accountNumber;
  change({ customer, ...(arrived ? { notice: t('number.arrived') } : {}) });
}

/** Reads the account again until its number has arrived. */
export async function followNumber() {
  while (state.customer && !state.customer.accountNumber) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    if (!document.hidden) {
      await loadCustomer().catch(() => {});
    }
  }
}

/** Runs a change of the account, and says what became of it. Returns whether it was done. */
export async function submit(request, done) {
  if (state.busy) {
    return false;
  }
  change({ busy: true, errors: [], notice: '', failure: '' });
  try {
    await request();
    await loadCustomer();
    change({ form: null, notice: done });
    focusOn('.notice');
    return true;
  } catch (error) {
    await refused(error);
    return false;
  } finally {
    change({ busy: false });
  }
}

async function refused(error) {
  if (error.status === 401) {
    location.reload();
  } else if (error.status === 412) {
    await loadCustomer().catch(() => {});
    change({ form: null, failure: t('failure.changed') });
  } else {
    change({ errors: error.problem?.errors ?? [], failure: reasonOf(error) });
  }
  focusOn('[aria-invalid="true"]', '[role="alert"]');
}

export function reasonOf(error) {
  if (error.problem?.errors?.length) {
    return t('failure.fields');
  }
  return error.status === 0 || error.status >= 500 ? t('failure.unreachable') : error.message;
}

/** The keyboard and screen readers continue at the first of these that is there. */
export function focusOn(...selectors) {
  requestAnimationFrame(() => selectors.map((selector) => document.querySelector(selector)).find(Boolean)?.focus());
}
