// The fields of the parts of a customer, for the dialogs that create and edit them.
import { configuration, defaults } from '../configuration.js';
import { nameOf, t } from '../i18n.js';
import { html, nothing } from '../lib/lit.js';
import { check, choice, textArea, textField } from './fields.js';

const PURPOSES = [
  'HOME',
  'BUSINESS',
  'DELIVERY',
  'INVOICE',
  'SERVICE',
  'PAYMENT',
  'REMIT_TO',
  'THIRD_PARTY_SHIPPING',
  'STATEMENT',
  'ONE_TIME',
  'OTHER',
  'NONE',
];
const RECEIPTS = ['POS', 'EMAIL', 'BOTH'];

const withDefault = (text) => (text ? t('default', { value: text }) : t('not-entered'));

export function nameFields(values, errors, type, autofocus) {
  const text = (field, more) =>
    textField({ pointer: `/${field}`, label: t(`field.${field}`), value: values[field], errors, ...more });
  return type === 'ORGANIZATION'
    ? html`${text('organizationName', { wide: true, autofocus })}`
    : html`${text('firstName', { autofocus })} ${text('lastName')} ${text('middleName')} ${text('title')}`;
}

/** The label and the state of a field that may be required. */
const labelled = (field, required) => ({
  label: `${t(`field.${field}`)}${required.includes(field) ? ' *' : ''}`,
  required: required.includes(field),
});

export function reachFields(values, errors, required = []) {
  const text = (field, more) =>
    textField({ pointer: `/${field}`, value: values[field], errors, ...labelled(field, required), ...more });
  return html`
    ${text('email', { type: 'text', inputmode: 'email' })}
    ${text('phone', { type: 'tel' })}
    ${text('mobile', { type: 'tel' })}`;
}

export function preferenceFields(values, errors, withDefaults, required = []) {
  const standard = withDefaults ? defaults() : {};
  const none = (value) => ['', withDefault(value)];
  const groups = configuration()?.customerGroups ?? [];
  return html`
    ${choice({
      pointer: '/receiptOption',
      label: t('field.receiptOption'),
      value: values.receiptOption,
      errors,
      options: [
        none(standard.receiptOption && t(`receipt.${standard.receiptOption}`)),
        ...RECEIPTS.map((one) => [one, t(`receipt.${one}`)]),
      ],
    })}
    ${textField({ pointer: '/receiptEmail', label: t('field.receiptEmail'), value: values.receiptEmail, errors, inputmode: 'email' })}
    ${textField({
      pointer: '/language',
      ...labelled('language', required),
      value: values.language,
      errors,
      placeholder: standard.language || nothing,
      hint: standard.language ? t('default', { value: nameOf('language', standard.language) }) : undefined,
    })}
    ${textField({
      pointer: '/currencyCode',
      label: t('field.currencyCode'),
      value: values.currencyCode,
      errors,
      placeholder: standard.currencyCode || nothing,
      hint: standard.currencyCode ? t('default', { value: nameOf('currency', standard.currencyCode) }) : undefined,
    })}
    ${choice({
      pointer: '/customerGroup',
      ...labelled('customerGroup', required),
      value: values.customerGroup,
      errors,
      options: [none(standard.customerGroup), ...groups.map((one) => [one, one])],
    })}
    ${textField({ pointer: '/url', label: t('field.url'), value: values.url, errors, inputmode: 'url' })}
    ${textField({ pointer: '/vatNumber', label: t('field.vatNumber'), value: values.vatNumber, errors })}
    ${textField({ pointer: '/invoiceAccount', label: t('field.invoiceAccount'), value: values.invoiceAccount, errors })}
    ${check({ pointer: '/optOutPersonalization', label: t('field.optOutPersonalization'), value: values.optOutPersonalization })}
    ${check({
      pointer: '/optOutWebActivityTracking',
      label: t('field.optOutWebActivityTracking'),
      value: values.optOutWebActivityTracking,
    })}`;
}

export function addressFields(values, errors, at = '', type = defaults().type) {
  const text = (field, more) =>
    textField({ pointer: `${at}/${field}`, label: t(`field.${field}`), value: values[field], errors, ...more });
  const usual = t(`purpose.${type === 'ORGANIZATION' ? 'BUSINESS' : 'HOME'}`);
  return html`
    ${text('street')} ${text('streetNumber')} ${text('zipCode')} ${text('city')} ${text('state')}
    ${text('country', { placeholder: defaults().country || nothing, hint: t('hint.country') })}
    ${choice({
      pointer: `${at}/purpose`,
      label: t('field.purpose'),
      value: values.purpose,
      errors,
      options: [['', t('default', { value: usual })], ...PURPOSES.map((one) => [one, t(`purpose.${one}`)])],
    })}
    ${text('buildingComplement')}`;
}

export function contactFields(values, errors, at = '') {
  return html`
    ${choice({
      pointer: `${at}/type`,
      label: t('field.contactType'),
      value: values.type,
      errors,
      options: [
        ['PHONE', t('contact.PHONE')],
        ['EMAIL', t('contact.EMAIL')],
      ],
    })}
    ${textField({ pointer: `${at}/value`, label: t('field.value'), value: values.value, errors })}
    ${check({ pointer: `${at}/marketingConsent`, label: t('field.marketingConsent'), value: values.marketingConsent, hint: t('hint.consent') })}`;
}

export const noteField = (values, errors) =>
  textArea({ pointer: '/note', label: t('field.note'), value: values.note, errors, autofocus: true });

export function affiliationFields(values, at = '/affiliations') {
  const known = configuration()?.affiliations ?? [];
  const names = [...new Set([...known.map(({ name }) => name), ...values])];
  if (names.length === 0) {
    return html`<p class="quiet">${t('affiliations.none')}</p>`;
  }
  const label = (name) => [name, known.find((one) => one.name === name)?.description].filter(Boolean).join(' – ');
  return names.map((name) => check({ pointer: `${at}/${name}`, label: label(name), value: values.includes(name) }));
}

export function attributeFields(values, errors, at = '/attributes') {
  const definitions = configuration()?.attributes ?? [];
  if (definitions.length === 0) {
    return html`<p class="quiet">${t('attributes.none')}</p>`;
  }
  return definitions.map((definition) => attributeField(definition, values[definition.name], errors, at));
}

function attributeField(definition, value, errors, at) {
  const pointer = `${at}/${definition.name.replace(/~/g, '~0').replace(/\//g, '~1')}`;
  const label = `${definition.name}${definition.unit ? ` (${definition.unit})` : ''}${definition.mandatory ? ' *' : ''}`;
  const common = {
    pointer,
    label,
    errors,
    required: definition.mandatory,
    value: value === undefined || value === null ? '' : String(value),
  };
  if (definition.type === 'BOOLEAN') {
    return choice({
      ...common,
      options: [
        ['', t('not-entered')],
        ['true', t('yes')],
        ['false', t('no')],
      ],
    });
  }
  if (definition.allowedValues?.length > 0) {
    return choice({
      ...common,
      options: [['', t('not-entered')], ...definition.allowedValues.map((one) => [one, one])],
    });
  }
  return textField({ ...common, inputmode: definition.type === 'TEXT' ? undefined : 'decimal' });
}
