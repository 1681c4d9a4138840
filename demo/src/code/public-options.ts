import type { UbaOptions } from '@finodigital/uba-protocol';
import { isDemoSession } from '../demo-session.js';

const placeholder = 'YOUR_SESSION_ID';

/**
 * The options as code may show them: a session id that is not one of the demo's is a secret, and
 * its place is taken by a placeholder.
 */
export function publicOptions(options: UbaOptions): UbaOptions {
  const { sessionId, connectURL } = options;
  return {
    ...options,
    ...(sessionId && { sessionId: publicId(sessionId) }),
    ...(connectURL && { connectURL: publicAddress(connectURL) }),
  };
}

function publicId(sessionId: string): string {
  return isDemoSession(sessionId) ? sessionId : placeholder;
}

function publicAddress(connectURL: string): string {
  if (!URL.canParse(connectURL)) return '';
  const url = new URL(connectURL);
  const sessionId = url.searchParams.get('sessionId');
  if (sessionId) url.searchParams.set('sessionId', publicId(sessionId));
  return url.href;
}
