import { useState } from 'react';
import { SignIn } from './sign-in.js';
import { signIn } from './signed-in.js';
import type { SignedIn } from './signed-in.js';
import { Viewer } from './viewer.js';

interface Sitting {
  readonly own: SignedIn;
  readonly first: string | null;
}

/** The page: one professional, one patient. */
export function App({ graph }: { readonly graph: string }) {
  const [sitting, setSitting] = useState<Sitting | null>(null);
  return (
    <main>
      <h1>Record viewer</h1>
      {sitting === null ? (
        <SignIn
          onSignIn={({ token, grant }) => {
            void signIn(graph, token).then((own) => setSitting({ own, first: grant }));
          }}
        />
      ) : (
        <Viewer {...sitting} />
      )}
    </main>
  );
}
