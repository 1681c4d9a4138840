/** The API, as a table of contents. */
import type { Endpoint } from '../endpoint.js';
import type { SandboxState } from '../sandbox-state.js';
import { accounts } from './accounts.js';
import { analysis } from './analysis.js';
import { authentication } from './authentication.js';
import { bankingConnect } from './banking-connect.js';
import { categorization } from './categorization.js';
import { control } from './control.js';
import { payments } from './payments.js';
import { synchronisation } from './synchronisation.js';
import { upload } from './upload.js';
import { users } from './users.js';
import { webhooks } from './webhooks.js';

export const endpointsOf = (state: SandboxState): readonly Endpoint[] => [
  ...authentication(state),
  ...users(state),
  ...bankingConnect(state),
  ...synchronisation(state),
  ...accounts(state),
  ...upload(state),
  ...categorization(state),
  ...analysis(state),
  ...payments(state),
  ...webhooks(state),
  ...control(state),
];
