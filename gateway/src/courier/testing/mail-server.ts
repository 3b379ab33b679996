/** A mail server for tests: speaks enough SMTP to take a message, over plain TCP, STARTTLS or TLS. */
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { TLSSocket, createSecureContext } from 'node:tls';
import type { Certificate } from './certificate.js';

/** A message as it was taken. */
export interface TakenMail {
  readonly from: string;
  readonly to: readonly string[];
  /** Headers and text, with line feeds alone. */
  readonly data: string;
}

/** A running mail server. */
export interface MailServer {
  readonly port: number;
  readonly taken: TakenMail[];
  /** Every command, by its verb, in the order of arrival. */
  readonly verbs: string[];
  /** What it answers to a verb in place of its own answer; null to say nothing, `hang up` to close. */
  readonly answers: Map<string, string | null>;
  close(): Promise<void>;
}

/** How it speaks. */
export interface MailServerOptions {
  readonly security?: 'IMPLICIT' | 'STARTTLS' | 'NONE';
  readonly certificate?: Certificate;
}

/** Starts a mail server on a free port. */
export async function startMailServer(options: MailServerOptions = {}): Promise<MailServer> {
  const { security = 'NONE', certificate } = options;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    const isSecure = security === 'IMPLICIT';
    converse(isSecure ? secured(socket, certificate) : socket, { isSecure, greets: true });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const mail: MailServer = {
    port,
    taken: [],
    verbs: [],
    answers: new Map(),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      if (server.listening) await new Promise((resolve) => server.close(resolve));
    },
  };

  const converse = (
    socket: Socket,
    { isSecure, greets }: { readonly isSecure: boolean; readonly greets: boolean },
  ): void => {
    let envelope: { from: string; to: string[] } = { from: '', to: [] };
    let pending = '';
    let data: string[] | null = null;
    const say = (line: string): void => void socket.write(`${line}\r\n`);
    const obey = (line: string): void => {
      const verb = /^\w+/.exec(line)?.[0].toUpperCase() ?? '';
      mail.verbs.push(verb);
      const answer = mail.answers.get(verb);
      if (answer === 'hang up') socket.destroy();
      else if (answer !== null) say(answer ?? replyTo(verb, line));
      if (verb === 'STARTTLS' && answer === undefined) {
        socket.removeAllListeners('data');
        converse(secured(socket, certificate), { isSecure: true, greets: false });
      }
    };
    const replyTo = (verb: string, line: string): string => {
      const address = /<(.*)>/.exec(line)?.[1] ?? '';
      switch (verb) {
        case 'EHLO':
          return security === 'STARTTLS' && !isSecure
            ? '250-mail.invalid\r\n250-STARTTLS\r\n250 AUTH PLAIN'
            : '250-mail.invalid\r\n250 AUTH PLAIN';
        case 'STARTTLS':
          return '220 go on';
        case 'AUTH':
          return '235 welcome';
        case 'MAIL':
          envelope = { from: address, to: [] };
          return '250 sender';
        case 'RCPT':
          envelope.to.push(address);
          return '250 recipient';
        case 'DATA':
          data = [];
          return '354 go on';
        default:
          return '250 as you like';
      }
    };
    const take = (lines: readonly string[]): void => {
      mail.taken.push({ ...envelope, data: lines.map((one) => one.replace(/^\./, '')).join('\n') });
      const answer = mail.answers.get('.');
      if (answer === 'hang up') socket.destroy();
      else if (answer !== null) say(answer ?? '250 taken');
    };
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      const lines = (pending + chunk.toString()).split('\r\n');
      pending = lines.pop() ?? '';
      for (const line of lines) {
        if (data === null) obey(line);
        else if (line === '.') {
          take(data);
          data = null;
        } else data.push(line);
      }
    });
    if (greets) say('220 mail.invalid');
  };

  return mail;
}

function secured(socket: Socket, certificate: Certificate | undefined): TLSSocket {
  return new TLSSocket(socket, {
    isServer: true,
    secureContext: createSecureContext({ ...certificate }),
  });
}
