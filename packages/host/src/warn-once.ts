const said = new Set<string>();

/** Tells the developer on the console, once a page. */
export function warnOnce(text: string): void {
  if (said.has(text)) return;
  said.add(text);
  // eslint-disable-next-line no-console -- the developer is who has to know
  console.warn(text);
}
