import { Suspense } from 'react';
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

async function NewSession() {
  return <ConnectBank {...await createSession()} />;
}

export default function Page() {
  return (
    <main>
      {/* Whoever waits for the session sees the widget's room. */}
      <Suspense fallback={<div style={{ height: 640 }} />}>
        <NewSession />
      </Suspense>
    </main>
  );
}
