import { loadMessages, t } from './i18n.js';
import { render } from './lib/lit.js';
import { change, followNumber, loadCustomer, loadSession, reasonOf, startState, state } from './state.js';
import { shell } from './views/shell.js';

const isAccount = () => location.pathname.endsWith('/account');

async function start() {
  await loadMessages();
  startState(() => render(shell(isAccount()), document.getElementById('app')));
  document.title = t(isAccount() ? 'title.account' : 'title.sign-up');
  change(location.search === '?failed' ? { failure: t('failure.sign-in') } : {});
  try {
    await loadSession();
    if (state.session.signedIn && isAccount() !== Boolean(state.session.customer)) {
      location.replace(state.session.customer ? 'account' : 'signup');
    } else if (state.session.customer) {
      await loadCustomer();
      change(location.hash === '#welcome' ? { notice: t('welcome') } : {});
      await followNumber();
    }
  } catch (error) {
    change({ failure: error.status === 410 ? t('failure.erased') : reasonOf(error) });
  }
}

start();
