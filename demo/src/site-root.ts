/** The address of the demo's own index page, whatever path it is hosted below. */
export const siteRoot: string =
  document.querySelector<HTMLAnchorElement>('a[rel=home]')?.href ?? document.baseURI;
