/** Who signs people in to the pages, beside an issuer of one's own. */
export interface OpenIdSettings {
  /** The provider's address: https, or on loopback. */
  readonly issuer: string;
  readonly clientId: string;
  /** A file with the client's secret; null for a client without one. */
  readonly clientSecretFile: string | null;
}

const ISSUER = 'CAUSEWAY_OIDC_ISSUER';
const CLIENT = 'CAUSEWAY_OIDC_CLIENT_ID';
const SECRET = 'CAUSEWAY_OIDC_CLIENT_SECRET_FILE';

/** The provider that environment variables name; undefined for none. Adds to the problems what is wrong. */
export function readOpenId(
  environment: Readonly<Record<string, string | undefined>>,
  hasIssuer: boolean,
  problems: string[],
): OpenIdSettings | undefined {
  const [issuer, clientId, secret] = [ISSUER, CLIENT, SECRET].map((name) => environment[name]);
  if (issuer === undefined && clientId === undefined && secret === undefined) return undefined;
  if (!issuer || !clientId || secret === '') {
    problems.push(`${ISSUER}, ${CLIENT}: expected both, and ${SECRET} to be left out or a file`);
    return undefined;
  }
  if (!hasIssuer) {
    // Its access tokens would be refused: the development issuer's alone are taken.
    problems.push(
      `${ISSUER}: expected CAUSEWAY_ISSUER beside it, whose tokens the provider issues`,
    );
    return undefined;
  }
  if (!isTrustworthy(issuer)) {
    problems.push(`${ISSUER}: expected an https address, got ${JSON.stringify(issuer)}`);
    return undefined;
  }
  return { issuer, clientId, clientSecretFile: secret ?? null };
}

function isTrustworthy(text: string): boolean {
  const url = URL.parse(text);
  const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(url?.hostname ?? '');
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback);
}
