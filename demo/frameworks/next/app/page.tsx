import type { UbaOptions } from '@finodigital/uba-react';
import { connection } from 'next/server';
import ConnectBank from './connect-bank';

// Runs on the server, for each visit: ask your back end for a session here.
async function createSession(): Promise<UbaOptions> {
  await connection();
  return {
    sessionId: 'demo',
    userIdentifier: 'demo',
    origin: 'http://127.0.0.1:5174',
  };
}

export default async function Page() {
  return <ConnectBank {...await createSession()} />;
}
