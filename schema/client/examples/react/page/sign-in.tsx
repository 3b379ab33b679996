import { textOf } from './text-of.js';

/** Who signs in, and under which grant to begin. */
export interface Credentials {
  readonly token: string;
  readonly grant: string | null;
}

/** Takes a development token; in earnest, a provider of OpenID Connect gives it. */
export function SignIn({ onSignIn }: { readonly onSignIn: (credentials: Credentials) => void }) {
  const send = (form: FormData) => {
    const grant = textOf(form, 'grant');
    onSignIn({ token: textOf(form, 'token'), grant: grant === '' ? null : grant });
  };
  return (
    <form action={send} aria-label="Sign in">
      <label>
        Your token
        <input name="token" type="password" required autoComplete="off" />
      </label>
      <label>
        A grant that you hold (may be left out)
        <input name="grant" autoComplete="off" />
      </label>
      <button>Sign in</button>
    </form>
  );
}
