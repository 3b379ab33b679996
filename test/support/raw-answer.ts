/** An answer over HTTP as it comes off the socket. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

/** Posts JSON, and returns every byte of the answer, status line and headers among them, save what the `Date` says. */
export async function rawAnswer(
  address: string,
  known: Readonly<Record<string, string>>,
  body: object,
): Promise<string> {
  const { hostname, port, host } = new URL(address);
  const json = JSON.stringify(body);
  const headers = {
    ...known,
    host,
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(json)),
    connection: 'close',
  };
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  socket.write(`POST /graphql HTTP/1.1\r\n${head.join('')}\r\n${json}`);
  return (await text(socket)).replace(/^date: .*$/im, 'date:');
}
