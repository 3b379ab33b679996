import { createIdentity, createSessionIssuer } from '@causeway/gateway';
import type {
  FirstOperation,
  Identity,
  SessionIssuer,
  Subjects,
  TakenProofs,
  TrustedIssuer,
} from '@causeway/gateway';
import { personaNamed } from '@causeway/seeds/personas';
import type { DataFolder } from './data-folder.js';
import { DEVELOPMENT_AUDIENCE, DEVELOPMENT_ISSUER, openDevelopmentIssuer } from './dev-issuer.js';
import { FIRST_PERSONA, firstOperation } from './first-operation.js';
import { reportError } from './report-error.js';
import type { IssuerSettings, Settings } from './settings.js';
import { signingKey } from './signing-key.js';

/** Whose tokens the gateway takes, and what its explorer begins with; no explorer without the development issuer. */
export interface Issuers {
  readonly identity: Identity & Subjects;
  /** The layer's own issuer. */
  readonly sessions: SessionIssuer;
  readonly firstOperation: FirstOperation | null;
}

/**
 * The layer's own issuer, beside the one that the settings name or else the development issuer of the data folder.
 *
 * @throws ProductionError if it would have to be the development issuer in production
 * @throws ExposedKeyError if others may read a private key
 */
export async function openIssuers(
  folder: DataFolder,
  settings: Settings,
  clock: () => number,
  takenProofs?: TakenProofs,
): Promise<Issuers> {
  const { trusted, firstOperation } =
    settings.issuer === undefined
      ? await developmentIssuer(folder, settings, clock)
      : { trusted: trustedIssuer(settings.issuer), firstOperation: null };
  const sessions = createSessionIssuer(await signingKey(folder.sessionKey));
  const issuers = [trusted, sessions.trusted];
  return {
    identity: createIdentity({
      issuers,
      onKeyError: reportError,
      ...(takenProofs && { takenProofs }),
    }),
    sessions,
    firstOperation,
  };
}

async function developmentIssuer(
  folder: DataFolder,
  settings: Settings,
  clock: () => number,
): Promise<{ readonly trusted: TrustedIssuer; readonly firstOperation: FirstOperation | null }> {
  const development = await openDevelopmentIssuer(folder, settings);
  const claims = personaNamed(FIRST_PERSONA)?.claims;
  const token = claims === undefined ? undefined : await development.issue(claims, clock());
  return {
    trusted: {
      issuer: DEVELOPMENT_ISSUER,
      audience: DEVELOPMENT_AUDIENCE,
      keys: { file: folder.issuerJwks },
      // So that a persona abroad can be tried with curl.
      unboundGrants: 'DEVELOPMENT_ONLY',
    },
    firstOperation: token === undefined ? null : firstOperation(token),
  };
}

function trustedIssuer({ issuer, audience, jwks }: IssuerSettings): TrustedIssuer {
  return {
    issuer,
    audience,
    keys: /^https?:/.test(jwks) ? { url: new URL(jwks) } : { file: jwks },
    unboundGrants: 'REFUSED',
  };
}
