/**
 * The headers without which a page that sends `Cross-Origin-Embedder-Policy: require-corp` cannot
 * show the sandbox in a frame.
 */
export const embeddable = {
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'cross-origin',
} as const;
