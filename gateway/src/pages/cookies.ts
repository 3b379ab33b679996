/** Cookies of the pages: none is read by scripts, none goes to another host or, on https, over plain http. */

/** A cookie that the pages set. */
export interface Cookie {
  readonly name: string;
  readonly value: string;
  /** `Strict` is sent only from our own pages; `Lax` also when another site leads here by a link or redirect. */
  readonly sameSite: 'Strict' | 'Lax';
  /** In seconds; zero removes it, and without it the cookie lasts as long as the browser is open. */
  readonly maxAge?: number;
}

/** The name of a cookie on this address: on https one that a browser takes from this very host alone. */
function cookieName(name: string, base: URL): string {
  return base.protocol === 'https:' ? `__Host-causeway-${name}` : `causeway-${name}`;
}

/**
 * The value of a `Set-Cookie` header.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6265
 */
export function setCookie({ name, value, sameSite, maxAge }: Cookie, base: URL): string {
  return [
    `${cookieName(name, base)}=${value}`,
    'Path=/',
    'HttpOnly',
    `SameSite=${sameSite}`,
    ...(base.protocol === 'https:' ? ['Secure'] : []),
    ...(maxAge === undefined ? [] : [`Max-Age=${maxAge}`]),
  ].join('; ');
}

/** The value of a cookie that a request brings; undefined without it, and where there are two of the name. */
export function cookieOf(header: string | undefined, name: string, base: URL): string | undefined {
  const wanted = `${cookieName(name, base)}=`;
  const values = (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(wanted));
  return values.length === 1 ? values[0]?.slice(wanted.length) : undefined;
}
