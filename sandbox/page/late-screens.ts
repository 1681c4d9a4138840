/** The screens that come after the first one; they are loaded while that is looked at. */
import './screens/conflict.js';
import './screens/disconnect.js';
import './screens/done.js';
import './screens/exited.js';
import './screens/fatal.js';
import './screens/leaving.js';
import './screens/overview.js';
import './screens/retry.js';
import './screens/syncing.js';
import './screens/accounts.js';
import './screens/at-bank.js';
import './screens/consent.js';
import './screens/decoupled.js';
import './screens/medium.js';
import './screens/method.js';
import './screens/tan.js';
