import { remedies } from './errors.js';
import type { Group } from './language.js';

export const retry = { again: remedies.again } satisfies Group;
