/** The pages with whoever signs people in to them: the provider that is configured, or the development provider. */
import { readFileSync } from 'node:fs';
import type { Gateway, HttpRoute } from '@causeway/gateway';
import { askGateway, openIdSignIn, pageRoutes } from '@causeway/gateway/pages';
import type { OpenIdOptions } from '@causeway/gateway/pages';
import type { DataFolder } from '../data-folder.js';
import { openDevelopmentIssuer } from '../dev-issuer.js';
import { StartError } from '../program.js';
import { reportError } from '../report-error.js';
import type { Settings } from '../settings.js';
import { signingKey } from '../signing-key.js';
import { PAGES_CLIENT } from './client.js';
import { OPENID_PATH, developmentProvider } from './provider.js';

/** What the pages are served over. */
export interface ServePagesOptions {
  readonly gateway: Gateway;
  readonly folder: DataFolder;
  readonly settings: Settings;
  /** The time in epoch milliseconds. */
  readonly clock: () => number;
  /** The address of the server, once it is known. */
  readonly url: () => string;
}

/**
 * The routes of the pages; none where tokens are of an issuer of one's own and nobody is named to sign people in.
 *
 * @throws StartError if the client's secret cannot be read, or others may read the development issuer's key
 */
export async function pagesWithSignIn(options: ServePagesOptions): Promise<readonly HttpRoute[]> {
  const { settings, gateway, clock } = options;
  const pagesOf = (openId: OpenIdOptions) =>
    pageRoutes({
      signIn: openIdSignIn(openId),
      ask: askGateway(gateway),
      clock,
      onError: reportError,
    });
  if (settings.openId !== undefined) {
    const { issuer, clientId, clientSecretFile } = settings.openId;
    return pagesOf({
      issuer: () => new URL(issuer),
      clientId,
      clientSecret: clientSecretFile === null ? null : secretIn(clientSecretFile),
      // RFC 8707: what the access token is for.
      parameters: settings.issuer === undefined ? {} : { resource: settings.issuer.audience },
    });
  }
  if (settings.issuer !== undefined) return [];
  return [
    ...(await provider(options)),
    ...pagesOf({
      issuer: () => new URL(`${options.url()}${OPENID_PATH}`),
      clientId: PAGES_CLIENT,
      clientSecret: null,
    }),
  ];
}

function secretIn(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (cause) {
    throw new StartError(`Expected the secret of the pages in ${file}, which cannot be read`, {
      cause,
    });
  }
}

async function provider({
  folder,
  settings,
  clock,
  url,
}: ServePagesOptions): Promise<readonly HttpRoute[]> {
  const issuer = await openDevelopmentIssuer(folder, settings);
  return developmentProvider({ issuer, key: await signingKey(folder.issuerKey), url, clock });
}
