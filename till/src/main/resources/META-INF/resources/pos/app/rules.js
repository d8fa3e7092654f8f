// The rules of the channel service, applied before an operation is queued: what it would refuse later is refused now.
// Errors have the pointers and codes of the service. No storage and no page: tested with Node.js.

const EMAIL = /^[^@\s]+@[^@\s]+$/;
const LANGUAGE = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const DECIMAL = /^-?\d{1,15}(\.\d{1,6})?$/;
const CONTENT_OF_ADDRESS = [
  'street',
  'streetNumber',
  'buildingComplement',
  'postBox',
  'district',
  'city',
  'county',
  'state',
  'zipCode',
  'country',
  'phone',
  'email',
];
const TEXTS = [
  'title',
  'firstName',
  'middleName',
  'lastName',
  'organizationName',
  'email',
  'phone',
  'mobile',
  'url',
  'vatNumber',
  'invoiceAccount',
  'receiptEmail',
  'language',
];

let limits = {};

export function useLimits(loaded) {
  limits = loaded;
}

const error = (pointer, code, parameters = {}) => ({ pointer, code, parameters });

/** Without blanks around it; null: empty. */
const tidy = (value) => (typeof value === 'string' ? value.trim() || null : (value ?? null));

function checkText(pointer, field, value) {
  if (value === null || value === undefined) {
    return [];
  }
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u001f\u007f-\u009f]/.test(value)) {
    return [error(pointer, 'control-character')];
  }
  if ([...value].length > limits[field]) {
    return [error(pointer, 'too-long', { limit: limits[field] })];
  }
  const format = FORMATS[field];
  return format && !format.test(value) ? [error(pointer, format.code)] : [];
}

const withCode = (pattern, code) => ({ test: (value) => pattern.test(value), code });
const FORMATS = {
  email: withCode(EMAIL, 'not-an-email'),
  receiptEmail: withCode(EMAIL, 'not-an-email'),
  phone: withCode(/\d/, 'not-a-phone'),
  mobile: withCode(/\d/, 'not-a-phone'),
  url: withCode(/^https?:\/\/[^\s/?#]\S*$/, 'not-a-url'),
  vatNumber: withCode(/\d/, 'not-a-vat-number'),
  language: withCode(LANGUAGE, 'not-a-language'),
  country: withCode(/^[A-Z]{3}$/, 'not-a-country'),
};

export function checkProfile(profile, type) {
  const errors = TEXTS.flatMap((field) => checkText(`/${field}`, field, profile[field]));
  if (type === 'ORGANIZATION' && !profile.organizationName) {
    errors.push(error('/organizationName', 'name-required'));
  }
  if (type === 'PERSON' && !profile.firstName && !profile.lastName) {
    errors.push(error('/lastName', 'name-required'));
  }
  return errors;
}

export function checkAddress(address, at = '') {
  const errors = Object.keys(address).flatMap((field) => checkText(`${at}/${field}`, field, texts(address[field])));
  return isEmptyAddress(address) ? [error(`${at}/street`, 'empty-address')] : errors;
}

const texts = (value) => (typeof value === 'string' ? value : null);

export const isEmptyAddress = (address) => CONTENT_OF_ADDRESS.every((field) => !address[field]);

export function checkContact({ type, value }, at = '') {
  if (!value) {
    return [error(`${at}/value`, 'required')];
  }
  return checkText(`${at}/value`, type === 'EMAIL' ? 'email' : 'phone', value);
}

export const checkNote = (note) => (note ? checkText('/note', 'note', note) : [error('/note', 'required')]);

/** The value as the definition wants it; undefined: it cannot be one. */
export function attributeValue(definition, entered) {
  const text = tidy(entered);
  if (text === null) {
    return null;
  }
  switch (definition.type) {
    case 'BOOLEAN':
      return text === 'true' || text === true;
    case 'INTEGER':
      return /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;
    case 'DECIMAL':
    case 'CURRENCY':
      return DECIMAL.test(text) ? text : undefined;
    default:
      return text;
  }
}

export function checkAttributes(attributes, definitions, at = '/attributes') {
  return definitions.flatMap((definition) => {
    const pointer = `${at}/${definition.name.replace(/~/g, '~0').replace(/\//g, '~1')}`;
    const value = attributes[definition.name];
    if (value === undefined && definition.name in attributes) {
      return [error(pointer, 'wrong-number')];
    }
    if (value === undefined || value === null) {
      return definition.mandatory ? [error(pointer, 'required')] : [];
    }
    const number = Number(value);
    const below = definition.minimum !== null && definition.minimum !== undefined && number < definition.minimum;
    const above = definition.maximum !== null && definition.maximum !== undefined && number > definition.maximum;
    if (definition.type !== 'TEXT' && (below || above)) {
      return [
        error(pointer, 'out-of-bounds', { minimum: definition.minimum ?? '', maximum: definition.maximum ?? '' }),
      ];
    }
    return definition.type === 'TEXT' ? checkText(pointer, 'attribute', value) : [];
  });
}

/** Everything of a new customer. */
export function checkCreation(entry, type, definitions, { needsAddress = false, required = [] } = {}) {
  const addresses = entry.addresses ?? [];
  return [
    ...checkProfile(entry, type),
    ...required.filter((field) => !entry[field]).map((field) => error(`/${field}`, 'required')),
    ...(needsAddress && addresses.length === 0 ? [error('/addresses/0/street', 'primary-address-required')] : []),
    ...addresses.flatMap((address, i) => checkAddress(address, `/addresses/${i}`)),
    ...(entry.contacts ?? []).flatMap((contact, i) => checkContact(contact, `/contacts/${i}`)),
    ...checkAttributes(entry.attributes ?? {}, definitions),
  ];
}
