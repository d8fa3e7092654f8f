// Turns the fields of a form into the bodies of the API.
import { configuration } from '../configuration.js';
import { PROFILE_FIELDS } from '../projection.js';
import { attributeValue, isEmptyAddress } from '../rules.js';
import { below } from './fields.js';

export function creationEntry(values) {
  const entry = {};
  PROFILE_FIELDS.forEach((field) => set(entry, field, values.get(`/${field}`) || null));
  const addresses = list(values, '/addresses')
    .map(addressEntry)
    .filter((address) => !isEmptyAddress(address));
  const contacts = list(values, '/contacts')
    .map(contactEntry)
    .filter(({ value }) => value);
  const affiliations = affiliationsEntered(values);
  const attributes = attributesEntered(values);
  set(entry, 'addresses', addresses.length > 0 ? addresses : null);
  set(entry, 'contacts', contacts.length > 0 ? contacts : null);
  // Without the list, the customer has the affiliations of the default customer.
  set(entry, 'affiliations', affiliations);
  set(entry, 'attributes', Object.keys(attributes).length > 0 ? attributes : null);
  return entry;
}

export const addressEntry = (values) => without(values);

export function contactEntry({ type, value, marketingConsent }) {
  return { type, value, marketingConsent: marketingConsent === true };
}

/** Null: the form has none. */
export function affiliationsEntered(values, at = '/affiliations') {
  const entries = Object.entries(below(values, at));
  return entries.length === 0 ? null : entries.filter(([, chosen]) => chosen).map(([name]) => name);
}

/** By the types of their definitions; undefined: not a value of this type. */
export function attributesEntered(values, at = '/attributes', empty = undefined) {
  const result = {};
  const texts = below(values, at);
  for (const definition of configuration()?.attributes ?? []) {
    const key = definition.name.replace(/~/g, '~0').replace(/\//g, '~1');
    const value = key in texts ? attributeValue(definition, texts[key]) : null;
    if (value !== null) {
      result[definition.name] = value;
    } else if (empty === null && key in texts) {
      result[definition.name] = null;
    }
  }
  return result;
}

function list(values, prefix) {
  const rows = [];
  for (const [path, value] of Object.entries(below(values, prefix))) {
    const [index, field] = path.split('/');
    (rows[Number(index)] ??= {})[field] = value;
  }
  return rows.filter(Boolean);
}

function set(entry, field, value) {
  if (value !== null && value !== undefined && value !== '') {
    entry[field] = value;
  }
}

const without = (values) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== ''));
