/** The address of the demo's root, whatever path it is hosted below: its icon lies there. */
export const siteRoot: string = new URL(
  '.',
  document.querySelector<HTMLLinkElement>('link[rel=icon]')?.href ?? document.baseURI,
).href;
