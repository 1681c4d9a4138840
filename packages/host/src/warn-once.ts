const warned = new Set<string>();

/** Tells the developer on the console, once a page. */
export function warnOnce(text: string): void {
  if (warned.has(text)) return;
  warned.add(text);
  // eslint-disable-next-line no-console -- the developer is who has to know
  console.warn(text);
}
