// The views have addresses, which contain IDs but no personal data.
export function route() {
  const [, view = '', id] = location.hash.split('/');
  return { view: view || 'find', id };
}

export function go(path) {
  location.hash = `#/${path}`;
}
