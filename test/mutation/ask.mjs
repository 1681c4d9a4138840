/** What Stryker calls for each change: asks mutate.mjs, and ends non-zero where a test failed. */
const { MUTATION_PORT: port, __STRYKER_ACTIVE_MUTANT__: mutant } = process.env;
const query = mutant === undefined ? '' : `?mutant=${mutant}`;
const response = await fetch(`http://127.0.0.1:${port}/${query}`);
process.exitCode = (await response.text()) === 'true' ? 0 : 1;
