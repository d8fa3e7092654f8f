// Shows a customer as the operations of the queue leave it. No storage and no page: tested with Node.js.

const PROFILE = [
  'type',
  'title',
  'firstName',
  'middleName',
  'lastName',
  'organizationName',
  'email',
  'phone',
  'language',
  'currencyCode',
  'customerGroup',
  'receiptOption',
  'receiptEmail',
  'mobile',
  'url',
  'vatNumber',
  'invoiceAccount',
  'optOutPersonalization',
  'optOutWebActivityTracking',
];

export const PROFILE_FIELDS = PROFILE;

export const displayName = (customer) =>
  (customer.type === 'ORGANIZATION'
    ? (customer.organizationName ?? '')
    : [customer.firstName, customer.middleName, customer.lastName].filter(Boolean).join(' ')) || '—';

/** The customer after the operations, which are in their order; undefined: nothing is known of it. */
export function project(customer, items) {
  return items.length === 0 ? customer : items.reduce(apply, customer && structuredClone(customer));
}

function apply(customer, item) {
  switch (item.kind) {
    case 'CREATE_CUSTOMER':
      return { ...created(item), ...customer };
    case 'EDIT_PROFILE':
      return customer && { ...customer, ...after(item.changes) };
    case 'SET_AFFILIATIONS':
      return customer && { ...customer, affiliations: item.changes[0].newValue };
    case 'SET_ATTRIBUTES':
      return customer && { ...customer, attributes: withoutNull({ ...customer.attributes, ...after(item.changes) }) };
    case 'ADD_ADDRESS':
      return customer && add(customer, 'addresses', { id: item.operationId, ...item.address }, () => true);
    case 'ADD_CONTACT':
      return customer && add(customer, 'contacts', { id: item.operationId, ...item.contact }, sameType(item.contact));
    case 'EDIT_ADDRESS':
      return customer && edit(customer, 'addresses', item.addressId, item.changes, () => true);
    case 'EDIT_CONTACT':
      return (
        customer && edit(customer, 'contacts', item.contactId, item.changes, (one, other) => one.type === other.type)
      );
    case 'ADD_NOTE':
      return customer && { ...customer, notes: [...(customer.notes ?? []), written(item)] };
    case 'DEACTIVATE_ADDRESS':
      return customer && { ...customer, addresses: without(customer.addresses, item.addressId) };
    case 'DEACTIVATE_CONTACT':
      return customer && { ...customer, contacts: without(customer.contacts, item.contactId) };
    default:
      return customer;
  }
}

// Parts of a creation have no id before the service has stored them.
function created(item) {
  const profile = Object.fromEntries(PROFILE.map((field) => [field, item[field] ?? null]));
  return {
    ...profile,
    id: item.asyncCustomerId,
    asyncCustomerId: item.asyncCustomerId,
    accountNumber: null,
    syncStatus: 'PENDING_SYNC',
    createdAt: item.occurredAt,
    blocked: false,
    complete: true,
    addresses: item.addresses ?? [],
    contacts: item.contacts ?? [],
    affiliations: item.affiliations ?? [],
    attributes: item.attributes ?? {},
    loyaltyCards: [],
  };
}

const written = ({ operationId, note, occurredAt, clerk }) => ({
  id: operationId,
  text: note,
  writtenAt: occurredAt,
  clerk: clerk ?? null,
});
const after = (changes) => Object.fromEntries(changes.map(({ field, newValue }) => [field, newValue]));
const withoutNull = (values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
const without = (parts, id) => (parts ?? []).filter((part) => part.id !== id);
const sameType = (contact) => (other) => other.type === contact.type;

// A new primary part replaces the old one.
function add(customer, list, part, replaces) {
  const others = customer[list] ?? [];
  const demoted = part.primary
    ? others.map((other) => (replaces(other) ? { ...other, primary: false } : other))
    : others;
  return { ...customer, [list]: [...demoted, part] };
}

function edit(customer, list, id, changes, replaces) {
  const change = after(changes);
  const edited = (customer[list] ?? []).find((part) => part.id === id);
  const parts = (customer[list] ?? []).map((part) => {
    if (part.id === id) {
      return { ...part, ...change };
    }
    return change.primary === true && edited && replaces(part, edited) ? { ...part, primary: false } : part;
  });
  return { ...customer, [list]: parts };
}

/** The changes between what the user saw and what was entered. */
export function changesBetween(seen, entered) {
  return Object.keys(entered)
    .filter((field) => !same(seen[field] ?? null, entered[field] ?? null))
    .map((field) => ({ field, oldValue: seen[field] ?? null, newValue: entered[field] ?? null }));
}

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
