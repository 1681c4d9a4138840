/**
 * Resolves once the browser has drawn the page and is idle, or after a second. A frame that loads takes the
 * processor from the page around it, so the page comes first.
 */
export const pageDrawn = new Promise<void>((resolve) => {
  // Safari has no idle callback.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: 1000 });
  else setTimeout(resolve, 200);
});
