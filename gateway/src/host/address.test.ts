import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { addressReader } from './address.js';

interface Sent {
  readonly url?: string;
  readonly host?: string | undefined;
  readonly localAddress?: string;
}

const request = ({ url = '/graphql', host, localAddress = '127.0.0.1' }: Sent): IncomingMessage =>
  ({ url, headers: { host }, socket: { localAddress, localPort: 4000 } }) as IncomingMessage;

const onLoopback = addressReader({ host: '127.0.0.1', publicUrl: undefined });
const onAll = addressReader({ host: '0.0.0.0', publicUrl: undefined });
const behindProxy = (host: string) =>
  addressReader({ host, publicUrl: new URL('https://causeway.example') });

describe('the address of a request', () => {
  it.each(['127.0.0.1:4000', 'localhost:4000', '[::1]:4000', 'localhost'])(
    'is on loopback the name that its sender used: %s',
    (host) => {
      expect(onLoopback(request({ host })).href).toBe(`http://${host}/graphql`);
    },
  );

  it('has the path and query of the request line, whatever host that names', () => {
    const url = 'http://evil.example/token?a=b';
    expect(onLoopback(request({ url, host: 'localhost' })).href).toBe('http://localhost/token?a=b');
  });

  it.each([
    ['10.0.0.7', 'http://10.0.0.7:4000/graphql'],
    ['fd00::7', 'http://[fd00::7]:4000/graphql'],
  ])(
    'is elsewhere that of the socket, not the name that its sender used: %s',
    (localAddress, href) => {
      expect(onAll(request({ host: 'evil.example', localAddress })).href).toBe(href);
    },
  );

  it.each([
    ['127.0.0.1', 'localhost:4000'],
    ['127.0.0.1', 'causeway.example'],
    ['0.0.0.0', 'anything.example'],
  ])('is the public one behind a proxy, on %s under the name %s', (host, name) => {
    expect(behindProxy(host)(request({ host: name })).href).toBe(
      'https://causeway.example/graphql',
    );
  });

  it.each([
    ['evil.example', 421],
    ['causeway.example', 421],
    [undefined, 421],
    ['localhost:99999', 400],
  ])('is none on loopback under the name %s', (host, status) => {
    expect(() => onLoopback(request({ host }))).toThrow(expect.objectContaining({ status }));
  });

  it('is none behind a proxy on loopback under another name', () => {
    expect(() => behindProxy('127.0.0.1')(request({ host: 'evil.example' }))).toThrow(
      expect.objectContaining({ status: 421 }),
    );
  });

  it('has a public origin without a path', () => {
    const publicUrl = new URL('https://causeway.example/graph');
    expect(() => addressReader({ host: '127.0.0.1', publicUrl })).toThrow(TypeError);
  });
});
