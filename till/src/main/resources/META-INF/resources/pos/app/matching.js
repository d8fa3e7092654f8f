// Finds customers and possible duplicates among those that are known here. No storage and no page: tested with Node.js.

const LEAST_DIGITS = 3;
const SAME_PHONE_DIGITS = 7;

export const fold = (text) =>
  (text ?? '').normalize('NFD').replace(/\p{M}/gu, '').replace(/ß/g, 'ss').toLowerCase().trim();
export const digits = (text) => (text ?? '').replace(/\D/g, '');

const words = (text) =>
  fold(text)
    .split(/[^\p{L}\p{N}@.+_-]+/u)
    .filter(Boolean);
const namesOf = (customer) =>
  words([customer.firstName, customer.middleName, customer.lastName, customer.organizationName].join(' '));
const valuesOf = (customer, type) =>
  (customer.contacts ?? []).filter((contact) => contact.type === type).map(({ value }) => value);

/** Whether each word of the query is in the customer, and in which of its values. Null: it does not match. */
export function match(query, customer) {
  const typed = query.trim();
  const whole = exact(typed, customer);
  if (whole) {
    return [whole];
  }
  const phone = digits(typed);
  if (/^[\d\s+()/.-]+$/.test(typed)) {
    return phone.length >= LEAST_DIGITS ? found(byDigits(phone, customer)) : null;
  }
  const reasons = words(typed).map((word) => reason(word, customer));
  return reasons.length > 0 && reasons.every(Boolean) ? [...new Set(reasons)] : null;
}

const found = (reason) => (reason ? [reason] : null);

function exact(typed, customer) {
  const code = typed.toUpperCase();
  if (customer.accountNumber && customer.accountNumber.toUpperCase() === code) {
    return 'ACCOUNT_NUMBER';
  }
  return (customer.loyaltyCards ?? []).some((card) => card.toUpperCase() === code) ? 'LOYALTY_CARD' : null;
}

function byDigits(phone, customer) {
  const has = (value) => digits(value).includes(phone);
  if (has(customer.phone)) {
    return 'PHONE';
  }
  if (valuesOf(customer, 'PHONE').some(has)) {
    return 'SECONDARY_PHONE';
  }
  return (customer.addresses ?? []).some(({ zipCode }) => zipCode && digits(zipCode).startsWith(phone))
    ? 'ADDRESS'
    : null;
}

function reason(word, customer) {
  const begins = (value) => fold(value).startsWith(word);
  if (namesOf(customer).some((name) => name.startsWith(word))) {
    return 'NAME';
  }
  if (customer.email && begins(customer.email)) {
    return 'EMAIL';
  }
  if (valuesOf(customer, 'EMAIL').some(begins)) {
    return 'SECONDARY_EMAIL';
  }
  return (customer.addresses ?? []).some(({ zipCode }) => zipCode && begins(zipCode)) ? 'ADDRESS' : null;
}

/** Why the entered customer may be this one; empty: it is not. */
export function duplicateReasons(entered, customer) {
  const reasons = [];
  if (
    entered.email &&
    [customer.email, ...valuesOf(customer, 'EMAIL')].some((email) => fold(email) === fold(entered.email))
  ) {
    reasons.push('EMAIL');
  }
  const phone = digits(entered.phone).slice(-SAME_PHONE_DIGITS);
  if (
    phone.length === SAME_PHONE_DIGITS &&
    [customer.phone, ...valuesOf(customer, 'PHONE')].some((one) => digits(one).endsWith(phone))
  ) {
    reasons.push('PHONE');
  }
  const zip = fold(entered.addresses?.[0]?.zipCode);
  const names = namesOf(entered);
  if (
    zip &&
    names.length > 1 &&
    names.every((name) => namesOf(customer).includes(name)) &&
    (customer.addresses ?? []).some((one) => fold(one.zipCode) === zip)
  ) {
    reasons.push('NAME_AND_POSTCODE');
  }
  return reasons;
}

/** What was typed into the search, as the fields of a new customer. */
export function prefill(query) {
  const typed = query.trim();
  if (typed.includes('@')) {
    return { email: typed };
  }
  if (/^[\d\s+()/.-]{3,}$/.test(typed)) {
    return { phone: typed };
  }
  const parts = typed.split(/\s+/).filter(Boolean);
  return parts.length > 1 ? { firstName: parts.slice(0, -1).join(' '), lastName: parts.at(-1) } : { lastName: typed };
}
