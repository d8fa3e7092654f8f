const LANGUAGES = ['en', 'de'];
const CHOICE = 'counterpart-till-language';

let messages = {};
let language = 'en';

/** Loads the texts in the language that the user chose, otherwise in that of the browser. */
export async function loadMessages() {
  const wanted = [localStorage.getItem(CHOICE), ...navigator.languages].map((tag) => tag?.slice(0, 2));
  language = wanted.find((tag) => LANGUAGES.includes(tag)) ?? 'en';
  document.documentElement.lang = language;
  const response = await fetch(`messages/${language}.json`);
  messages = await response.json();
}

export function chooseLanguage(tag) {
  localStorage.setItem(CHOICE, tag);
  location.reload();
}

export function currentLanguage() {
  return language;
}

export function hasMessage(key) {
  return key in messages;
}

/** The text with its parameters, which are named in braces; with a `count`, the form for one has the suffix `.one`. */
export function t(key, parameters = {}) {
  const form = parameters.count === 1 && `${key}.one` in messages ? `${key}.one` : key;
  const text = messages[form] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => parameters[name] ?? whole);
}

export function time(value) {
  return value ? new Date(value).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' }) : '';
}

export function number(value, digits = 0) {
  return value.toLocaleString(language, { maximumFractionDigits: digits });
}

/** Names of countries, currencies and languages in the language of the page. */
export function nameOf(type, code) {
  try {
    return new Intl.DisplayNames([language], { type }).of(code) ?? code;
  } catch {
    return code;
  }
}
