import { call } from './api.js';
import { till } from './session.js';
import { emit, on } from './signals.js';
import { saveSetting, setting } from './store.js';

const EDITING = 'async-customer-editing';
const PREREQUISITES = ['performance-improvements', 'enhanced-async-customer-creation', 'async-customer-addresses'];

const FIELDS = {
  EMAIL: 'email',
  PHONE: 'phone',
  MOBILE: 'mobile',
  LANGUAGE: 'language',
  CUSTOMER_GROUP: 'customerGroup',
};

let current = null;

/** The configuration of the channel as it was last read; null: never. */
export const configuration = () => current;
export const hasFeature = (name) =>
  current?.features.some((feature) => feature.name === name && feature.enabled) === true;
/** By the functionality profile of the channel. */
export const needsAddress = () => current?.functionalityProfile?.primaryAddressRequired === true;
/** All of them, unless the functionality profile names those that are shown. */
export const showsSection = (section) => current?.functionalityProfile?.tillSections?.includes(section) ?? true;
/** The fields that a new customer needs; where the channel has a default, nobody has to enter one. */
export function requiredFields() {
  const standard = defaults();
  return (current?.functionalityProfile?.mandatoryFields ?? [])
    .map((name) => FIELDS[name])
    .filter((field) => field && !standard[field]);
}
export const canEditPending = () => [EDITING, ...PREREQUISITES].every(hasFeature);

export async function loadConfiguration() {
  current = (await setting('configuration')) ?? null;
}

export async function readConfiguration() {
  current = await call('GET', 'configuration');
  await saveSetting('configuration', current);
  emit('render');
}

/** What a new customer gets where nothing is entered. */
export function defaults() {
  const customer = current?.defaultCustomer ?? {};
  const unit = current?.operatingUnit ?? {};
  return {
    type: customer.type ?? 'PERSON',
    language: customer.language ?? unit.language ?? '',
    currencyCode: customer.currencyCode ?? unit.currencyCode ?? '',
    customerGroup: customer.customerGroup ?? '',
    receiptOption: customer.receiptOption ?? '',
    affiliations: customer.affiliations ?? [],
    country: unit.country ?? '',
  };
}

on('till-opened', () => readConfiguration().catch(() => {}));
on('online', () => till() && readConfiguration().catch(() => {}));
