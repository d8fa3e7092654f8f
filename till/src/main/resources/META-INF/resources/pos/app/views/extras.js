// An order and a loyalty card: what a customer without an account number can do already, and what not.
import { call, RefusedError, UnreachableError } from '../api.js';
import { clerk } from '../clerks.js';
import { keep, customerView, isKnown, readCustomer } from '../customers.js';
import { closeDialog, dialog, openDialog } from '../dialogs.js';
import { t } from '../i18n.js';
import { html, repeat } from '../lib/lit.js';
import { say } from '../notice.js';
import { emit, on } from '../signals.js';
import { uuid } from '../uuid.js';
import { dialogFrame } from './dialog-frame.js';
import { byPointer, entered, focusFirstFault, textField } from './fields.js';

const orders = new Map();
let row = 0;

export const ordersOf = (customer) => orders.get(customer) ?? [];

on('till-closed', () => orders.clear());
on('customer-event', () => {
  for (const [customer, made] of orders) {
    made.filter(({ orderNumber }) => !orderNumber).forEach((order) => refresh(customer, order));
  }
});

async function refresh(customer, order) {
  const now = await call('GET', `customer-orders/${order.id}`).catch(() => order);
  orders.set(
    customer,
    ordersOf(customer).map((one) => (one.id === now.id ? now : one)),
  );
  emit('render');
}

const asClerk = () => (clerk() ? { 'Counterpart-Clerk': encodeURIComponent(clerk().name) } : {});

export function openOrder(customer) {
  openDialog({ view: orderView, customer, key: uuid(), requestId: uuid(), rows: [{ key: ++row }], errors: new Map() });
}

function orderView(model) {
  const line = ({ key }, i) => html`<div class="grid line" data-line=${key}>
    ${textField({ pointer: `/lines/${i}/item`, label: t('order.item'), errors: model.errors, autofocus: i === 0 })}
    ${textField({ pointer: `/lines/${i}/quantity`, label: t('order.quantity'), value: '1', errors: model.errors, inputmode: 'decimal' })}
    ${textField({ pointer: `/lines/${i}/price`, label: t('order.price', { currency: model.customer.currencyCode ?? '' }), errors: model.errors, inputmode: 'decimal' })}
  </div>`;
  return dialogFrame({
    model,
    title: t('order.for', { name: model.customer.name }),
    save: t('order.save'),
    onSubmit: (event) => saveOrder(model, event.currentTarget),
    body: html`${repeat(model.rows, ({ key }) => key, line)}
      <button type="button" class="small" @click=${() => addLine(model)}>${t('order.add-line')}</button>`,
  });
}

function addLine(model) {
  model.rows.push({ key: ++row });
  emit('render');
}

async function saveOrder(model, form) {
  const values = entered(form);
  const decimal = (text) => text?.replace(',', '.');
  const lines = model.rows.map((each, i) => ({
    item: values.get(`/lines/${i}/item`),
    quantity: decimal(values.get(`/lines/${i}/quantity`)),
    price: decimal(values.get(`/lines/${i}/price`)),
  }));
  await send(model, 'customer-orders', { customer: model.customer.id, lines }, (order) => {
    orders.set(model.customer.id, [...ordersOf(model.customer.id), order]);
    say(order.orderNumber ? t('order.done', { number: order.orderNumber }) : t('order.pending'));
  });
}

/** The same key for each attempt: an order or a card whose answer was lost is not made twice. */
async function send(model, path, body, then) {
  if (model.busy) {
    return;
  }
  Object.assign(model, { busy: true, failure: '', errors: new Map() });
  emit('render');
  try {
    then(await call('POST', path, { body, headers: { 'Idempotency-Key': model.requestId, ...asClerk() } }));
    closeDialog();
  } catch (error) {
    explain(model, error);
  } finally {
    model.busy = false;
    emit('render');
  }
}

function explain(model, error) {
  if (error instanceof UnreachableError) {
    model.failure = t('reason.needs-service');
  } else if (error instanceof RefusedError) {
    model.failure = error.message;
    model.errors = byPointer(error.problem.errors ?? []);
  } else {
    throw error;
  }
  focusFirstFault();
}

export function issueCard(customer) {
  openDialog({ view: cardDialog, customer, requestId: uuid(), errors: new Map() });
}

function cardDialog(model) {
  return dialogFrame({
    model,
    title: t('loyalty.issue'),
    save: t('loyalty.issue'),
    onSubmit: () => send(model, `customers/${model.customer.id}/loyalty-cards`, {}, issued),
    body: html`<p>${t('loyalty.for', { name: model.customer.name })}</p>`,
  });
}

async function issued(card) {
  const { id } = dialog().customer;
  say(t('loyalty.done', { number: card.cardNumber }));
  const customer = isKnown(id) ? customerView(id) : await readCustomer(id);
  await keep([{ ...customer, loyaltyCards: [...(customer.loyaltyCards ?? []), card.cardNumber] }]);
}
