// What the form of each kind of operation says, and its faults.
import { configuration } from '../configuration.js';
import { changesBetween, PROFILE_FIELDS } from '../projection.js';
import { checkAddress, checkAttributes, checkContact, checkNote, checkProfile } from '../rules.js';
import { addressEntry, affiliationsEntered, attributesEntered, contactEntry } from './entry.js';
import { below } from './fields.js';

// What the copy for offline work has of a customer that was not read as a whole.
const OF_BOOK = ['title', 'firstName', 'middleName', 'lastName', 'organizationName', 'email', 'phone'];

const fieldsOf = (values, names) =>
  Object.fromEntries(names.filter((name) => values.has(`/${name}`)).map((name) => [name, values.get(`/${name}`)]));
const changed = (seen, now) => ({ changes: changesBetween(seen, now) });

export const CONTENT = {
  EDIT_PROFILE({ seen, customer }, values) {
    const profile = withoutUntouched(seen, fieldsOf(values, customer.complete ? PROFILE_FIELDS : OF_BOOK));
    return { fields: changed(seen, profile), errors: checkProfile({ ...customer, ...profile }, customer.type) };
  },
  ADD_NOTE(model, values) {
    // The service stores one line.
    const note = values.get('/note')?.replace(/\s+/g, ' ').trim();
    return { fields: { note }, errors: checkNote(note) };
  },
  ADD_ADDRESS(model, values) {
    const { primary, ...fields } = addressEntry(below(values, ''));
    const address = primary ? { ...fields, primary } : fields;
    return { fields: { address }, errors: checkAddress(address) };
  },
  EDIT_ADDRESS({ seen, part }, values) {
    const address = withPurpose(below(values, ''), seen);
    return { fields: { addressId: part.id, ...changed(seen, address) }, errors: checkAddress({ ...seen, ...address }) };
  },
  ADD_CONTACT(model, values) {
    const contact = contactEntry(below(values, ''));
    return { fields: { contact }, errors: checkContact(contact) };
  },
  EDIT_CONTACT({ seen, part }, values) {
    const contact = contactEntry(below(values, ''));
    return { fields: { contactId: part.id, ...changed(seen, contact) }, errors: checkContact(contact) };
  },
  SET_AFFILIATIONS({ seen }, values) {
    return {
      fields: changed({ affiliations: seen.affiliations ?? [] }, { affiliations: affiliationsEntered(values) ?? [] }),
      errors: [],
    };
  },
  SET_ATTRIBUTES({ seen }, values) {
    const attributes = attributesEntered(values, '/attributes', null);
    return {
      fields: changed(seen, attributes),
      errors: checkAttributes(attributes, configuration()?.attributes ?? []),
    };
  },
};

// A box that was never checked has no value.
const withoutUntouched = (seen, fields) =>
  Object.fromEntries(Object.entries(fields).filter(([name, value]) => value !== false || seen[name] === true));

// An address always has a purpose.
const withPurpose = (address, seen) => ({ ...address, purpose: address.purpose ?? seen.purpose });
