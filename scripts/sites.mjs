/**
 * The two sites of the project, on two hosts as in production, so that the frame is truly cross-site.
 * PORT moves both: the sandbox is always one port above the demo.
 */
const port = Number(process.env.PORT ?? 5173);

export const sites = {
  demo: { title: 'Demo', host: 'localhost', port },
  sandbox: { title: 'Sandbox (the mock of UBA)', host: '127.0.0.1', port: port + 1 },
};

/** @param {keyof typeof sites} name */
export function originOf(name) {
  return `http://${sites[name].host}:${sites[name].port}`;
}
