import { createIdentity, createSessionIssuer } from '@causeway/gateway';
import type {
  GatewayMetrics,
  Identity,
  SessionIssuer,
  Subjects,
  TakenProofs,
  TrustedIssuer,
} from '@causeway/gateway';
import type { DataFolder } from './data-folder.js';
import { DEVELOPMENT_AUDIENCE, DEVELOPMENT_ISSUER, openDevelopmentIssuer } from './dev-issuer.js';
import { reportError } from './report-error.js';
import type { IssuerSettings, Settings } from './settings.js';
import { signingKey } from './signing-key.js';

/** Whose tokens the gateway takes. */
export interface Issuers {
  readonly identity: Identity & Subjects;
  /** The layer's own issuer. */
  readonly sessions: SessionIssuer;
}

/** What tokens are taken with. */
export interface IssuerOptions {
  /** Where remembered tokens are counted. */
  readonly metrics: GatewayMetrics;
  /** The proofs that other gateways of the same address took too; this one's own alone where nothing is said. */
  readonly takenProofs?: TakenProofs | undefined;
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
  { metrics, takenProofs }: IssuerOptions,
): Promise<Issuers> {
  const trusted =
    settings.issuer === undefined
      ? await developmentIssuer(folder, settings)
      : trustedIssuer(settings.issuer);
  const sessions = createSessionIssuer(await signingKey(folder.sessionKey));
  const issuers = [trusted, sessions.trusted];
  return {
    identity: createIdentity({
      issuers,
      onKeyError: reportError,
      onToken: (isRemembered) =>
        isRemembered ? metrics.cacheHit('tokens') : metrics.cacheMissed('tokens'),
      ...(takenProofs && { takenProofs }),
    }),
    sessions,
  };
}

async function developmentIssuer(folder: DataFolder, settings: Settings): Promise<TrustedIssuer> {
  // Its keys are published as it is opened.
  await openDevelopmentIssuer(folder, settings);
  return {
    issuer: DEVELOPMENT_ISSUER,
    audience: DEVELOPMENT_AUDIENCE,
    keys: { file: folder.issuerJwks },
    // So that a persona abroad can be tried with curl.
    unboundGrants: 'DEVELOPMENT_ONLY',
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
