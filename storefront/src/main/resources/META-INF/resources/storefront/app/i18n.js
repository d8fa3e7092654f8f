const LANGUAGES = ['en', 'de'];
const CHOICE = 'counterpart-shop-language';

let messages = {};
let language = 'en';

/** Loads the texts in the language that the person chose, otherwise in that of the browser. */
export async function loadMessages() {
  const wanted = [localStorage.getItem(CHOICE), ...navigator.languages].map((tag) => tag?.slice(0, 2));
  language = wanted.find((tag) => LANGUAGES.includes(tag)) ?? 'en';
  document.documentElement.lang = language;
  const response = await fetch(`storefront/messages/${language}.json`);
  messages = await response.json();
}

export function chooseLanguage(tag) {
  localStorage.setItem(CHOICE, tag);
  location.reload();
}

export const currentLanguage = () => language;

export const hasMessage = (key) => key in messages;

/** The text with its parameters, which are named in braces. */
export function t(key, parameters = {}) {
  return (messages[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => parameters[name] ?? whole);
}

export const day = (value) => new Date(value).toLocaleDateString(language, { dateStyle: 'long' });
