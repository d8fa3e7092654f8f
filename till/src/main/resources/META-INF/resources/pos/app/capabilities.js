// What can be done with a customer now, and why not otherwise.
import { canEditPending, configuration, hasFeature } from './configuration.js';
import { isOnline } from './connection.js';

/** The reason, which is the type of the problem that an attempt would end with; null: it is possible. */
export function refusalOf(customer, action) {
  if (!isOnline() || customer.isUnsentCreation || !customer.capabilities) {
    return refusalHere(customer, action);
  }
  const { allowed, reason } = customer.capabilities[action];
  return allowed ? null : reason;
}

function refusalHere(customer, action) {
  const pending = customer.accountNumber === null || customer.accountNumber === undefined;
  if (customer.blocked) {
    return 'customer-blocked';
  }
  if (action === 'issueLoyaltyCard' || action === 'syncOrder') {
    return pending ? 'customer-pending-sync' : null;
  }
  if (action === 'addContact' && !hasFeature('multiple-emails-and-phones')) {
    return 'feature-disabled';
  }
  if (!pending) {
    return null;
  }
  if (action === 'addAddress') {
    return hasFeature('async-customer-addresses') ? null : 'address-not-available-while-pending';
  }
  return canEditPending() ? null : 'edit-not-available-while-pending';
}

/** Lists of the whole customer cannot be changed before they have been read. */
export const refusalOfWhole = (customer, action) => (customer.complete ? refusalOf(customer, action) : 'not-read-yet');

/** A part that has no ID yet, or that this till has not read. */
export const refusalOfPart = (customer, part, action) =>
  part.id ? refusalOfWhole(customer, action) : customer.complete ? 'part-not-sent' : 'not-read-yet';

export const refusalOfCard = (customer) => (isOnline() ? refusalOf(customer, 'issueLoyaltyCard') : 'needs-service');

// In async mode an order waits for the account number; in sync mode headquarters has to take it.
export function refusalOfOrder(customer) {
  if (!isOnline()) {
    return 'needs-service';
  }
  if (customer.unsent > 0 && customer.isUnsentCreation) {
    return 'not-sent-yet';
  }
  return configuration()?.orderCreationMode === 'SYNC'
    ? refusalOf(customer, 'syncOrder')
    : customer.blocked
      ? 'customer-blocked'
      : null;
}

export const refusalOfCreation = () =>
  configuration()?.filterSharedCustomerDataTables === true && !isOnline() ? 'offline-creation-disabled' : null;
