/** The screens that the first ones lead to. */
import './screens/account-type.js';
import './screens/accounts.js';
import './screens/at-bank.js';
import './screens/conflict.js';
import './screens/consent.js';
import './screens/credentials.js';
import './screens/decoupled.js';
import './screens/disconnect.js';
import './screens/done.js';
import './screens/medium.js';
import './screens/method.js';
import './screens/redirect-info.js';
import './screens/retry.js';
import './screens/syncing.js';
import './screens/tan.js';
