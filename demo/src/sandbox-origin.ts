/**
 * Where the demo finds its sandbox: on this machine one port above the demo and on another host,
 * so that the frame is cross-site as in production; elsewhere where the build was told.
 */
export const sandboxOrigin: string = findSandbox();

function findSandbox(): string {
  if (location.hostname === 'localhost') return `http://127.0.0.1:${Number(location.port) + 1}`;
  const hosted = import.meta.env.VITE_SANDBOX_ORIGIN;
  if (!hosted) throw new Error('This build names no sandbox: set VITE_SANDBOX_ORIGIN.');
  return hosted;
}
