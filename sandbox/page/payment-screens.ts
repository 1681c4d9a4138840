/** The screens that most users never need; they are loaded with the session of a payment. */
import './screens/discarded.js';
import './screens/discarding.js';
import './screens/not-paid.js';
import './screens/paid.js';
import './screens/payment.js';
