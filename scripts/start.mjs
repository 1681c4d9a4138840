/**
 * Serves the demo and the sandbox until Ctrl-C: from the sources, the API with them, or with `--built`
 * from dist/, where there is none.
 */
import { createServer, preview } from 'vite';
import { originOf, sites } from './sites.mjs';

const built = process.argv.includes('--built');
/** @type {(keyof typeof sites)[]} */
const names = ['sandbox', 'demo'];
/** @type {{ close(): Promise<void> }[]} */
const servers = [];

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
  process.once(signal, () => void stop());

try {
  for (const name of names) servers.push(await serve(name));
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
  await stop();
}

if (servers.length === names.length) {
  const [sandbox, demo] = names.map(originOf);
  const api = `
  The Banking Connect API:  ${sandbox}/api
  The control API, for tests:  ${sandbox}/_sandbox`;
  console.log(`
  ${sites.demo.title}:  ${demo}/
  ${sites.sandbox.title}:  ${sandbox}/${built ? '' : api}

  Open ${demo}/demo/widget and connect a demo bank:
  search "Fino Bank", choose fino SCA Bank, log in with fino01 / 654321, enter the TAN 123456.

  Ctrl-C stops both.
`);
}

/** @param {keyof typeof sites} name */
async function serve(name) {
  const { port, host, title } = sites[name];
  const config = {
    mode: name,
    configFile: 'vite.config.ts',
    logLevel: /** @type {const} */ ('warn'),
  };
  try {
    if (built) return await preview(config);
    const server = await createServer(config);
    try {
      return await server.listen();
    } catch (error) {
      await server.close();
      throw error;
    }
  } catch (error) {
    if (!(error instanceof Error) || !/EADDRINUSE|already in use/.test(error.message)) throw error;
    throw new Error(
      `${title}: port ${port} on ${host} is in use. Stop what listens there, or choose another ` +
        `port for the demo (the sandbox takes the next one): PORT=6173 npm start`,
      { cause: error },
    );
  }
}

async function stop() {
  await Promise.all(servers.splice(0).map((server) => server.close()));
}
