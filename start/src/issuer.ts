import { createIdentity } from '@causeway/gateway';
import type { FirstOperation, Identity } from '@causeway/gateway';
import { personaNamed } from '@causeway/seeds/personas';
import type { DataFolder } from './data-folder.js';
import { DEVELOPMENT_AUDIENCE, DEVELOPMENT_ISSUER, openDevelopmentIssuer } from './dev-issuer.js';
import { FIRST_PERSONA, firstOperation } from './first-operation.js';
import { reportError } from './report-error.js';
import type { IssuerSettings, Settings } from './settings.js';

/** Whose tokens the gateway takes, and what its explorer begins with; no explorer without the development issuer. */
export interface Issuer {
  readonly identity: Identity;
  readonly firstOperation: FirstOperation | null;
}

/**
 * The issuer that the settings name, or the development issuer of the data folder.
 *
 * @throws ProductionError if it would have to be the development issuer in production
 */
export async function openIssuer(
  folder: DataFolder,
  settings: Settings,
  clock: () => number,
): Promise<Issuer> {
  if (settings.issuer !== undefined)
    return { identity: identityOf(settings.issuer), firstOperation: null };
  const development = await openDevelopmentIssuer(folder, settings);
  const claims = personaNamed(FIRST_PERSONA)?.claims;
  const token = claims === undefined ? undefined : await development.issue(claims, clock());
  return {
    identity: createIdentity({
      issuers: [
        {
          issuer: DEVELOPMENT_ISSUER,
          audience: DEVELOPMENT_AUDIENCE,
          keys: { file: folder.issuerJwks },
          unboundGrants: 'DEVELOPMENT_ONLY',
        },
      ],
      onKeyError: reportError,
    }),
    firstOperation: token === undefined ? null : firstOperation(token),
  };
}

function identityOf({ issuer, audience, jwks }: IssuerSettings): Identity {
  const keys = /^https?:/.test(jwks) ? { url: new URL(jwks) } : { file: jwks };
  return createIdentity({ issuers: [{ issuer, audience, keys }], onKeyError: reportError });
}
