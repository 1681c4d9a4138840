/** Where a webhook may lead: to this machine, unless the user of the command allows more. */

/** Whether the host is this machine, whatever a name server says. */
export function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
