import type { IncomingMessage } from 'node:http';
import { BoundedMap } from '@causeway/schema';
import { RequestError } from './read-body.js';

/** The names of this machine for itself. */
const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The address that a request was sent to, as its sender knows it.
 *
 * @throws RequestError if the request line holds no path, or the gateway does not answer under that name
 */
export type AddressReader = (request: IncomingMessage) => URL;

/** Where a gateway listens, and the origin under which clients know it, where that is another. */
export interface Addresses {
  readonly host: string;
  readonly publicUrl: URL | undefined;
}

/**
 * Reads the addresses of requests. What a client calls the gateway is taken from it on loopback alone, where the names
 * are few; elsewhere a proof made for another server could be passed on under that server's name.
 *
 * @throws TypeError if the public address is more than an origin
 */
export function addressReader({ host, publicUrl }: Addresses): AddressReader {
  if (publicUrl !== undefined && publicUrl.href !== `${publicUrl.origin}/`)
    throw new TypeError(`Expected a public address without a path, got ${publicUrl.href}`);
  const isLoopback = LOOPBACK.has(host) || host === '::1';
  // Most requests are sent to a few addresses; an address is read by whoever gets it, and never changed.
  const known = new BoundedMap<string, URL>({
    capacity: 64 * 1024,
    sizeOf: (_address, text) => text.length,
  });
  return (request) => {
    const { url = '/' } = request;
    if (isLoopback) refuseForeignName(request, publicUrl);
    const origin = publicUrl?.origin ?? (isLoopback ? namedOrigin(request) : ownOrigin(request));
    const text = `${origin}${url}`;
    const found = known.get(text);
    if (found !== undefined) return found;
    const address = addressOf(origin, url);
    known.set(text, address);
    return address;
  };
}

function addressOf(origin: string, url: string): URL {
  const { pathname, search } = pathOf(url);
  const address = URL.parse(origin);
  if (address === null) throw new RequestError(400, 'Expected the name of this gateway in `Host`');
  address.pathname = pathname;
  address.search = search;
  return address;
}

function pathOf(url: string): URL {
  const path = URL.parse(url, 'http://gateway.invalid');
  if (path === null) throw new RequestError(400, 'Expected a path in the request line');
  return path;
}

/** A gateway on loopback is for this machine: a page that has its own name resolve to loopback is turned away. */
function refuseForeignName({ headers: { host = '' } }: IncomingMessage, publicUrl?: URL): void {
  const name = host.replace(/:\d+$/, '').toLowerCase();
  if (!LOOPBACK.has(name) && name !== publicUrl?.hostname) {
    throw new RequestError(421, 'Expected this gateway under a name of this machine');
  }
}

function namedOrigin({ headers: { host = '' } }: IncomingMessage): string {
  return `http://${host}`;
}

function ownOrigin({ socket: { localAddress = '', localPort } }: IncomingMessage): string {
  const name = localAddress.includes(':') ? `[${localAddress}]` : localAddress;
  return `http://${name}:${localPort}`;
}
