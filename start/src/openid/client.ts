/** The one client that the development provider knows: the pages, on this machine. */

/** The id of the pages as a client of the development provider. It has no secret: PKCE binds it. */
export const PAGES_CLIENT = 'causeway-pages';

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether codes may be sent there: to a path of the pages on this machine, at any port (RFC 8252, section 7.3). */
export function isRedirectOfPages(text: string, path: string): boolean {
  const url = URL.parse(text);
  if (url === null) return false;
  const { protocol, hostname, pathname, search, hash, username } = url;
  const isPlain = search === '' && hash === '' && username === '';
  return protocol === 'http:' && LOOPBACK.has(hostname) && pathname === path && isPlain;
}
