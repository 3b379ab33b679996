/**
 * Hands messages to a mail server. What is sent twice carries the same Message-ID, by which mail servers and readers
 * know a message that they have.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5321
 */
import { createTransport } from 'nodemailer';
import { DeliveryError } from './channel.js';
import type { Channel, DeliveryFailure } from './channel.js';
import type { Message } from './message.js';

/** Which mail server, and in whose name. */
export interface SmtpOptions {
  readonly host: string;
  readonly port: number;
  /**
   * `IMPLICIT`: TLS from the first byte; `STARTTLS`: no message without it; `NONE`: for a server on this machine.
   *
   * @see https://www.rfc-editor.org/rfc/rfc8314
   */
  readonly security: 'IMPLICIT' | 'STARTTLS' | 'NONE';
  /** The sender's address. */
  readonly from: string;
  readonly login: { readonly user: string; readonly password: string } | null;
  /** Certificates, in PEM, to trust in place of the usual ones. */
  readonly authorities?: string;
}

/** A channel over SMTP: a message is taken on once the server has confirmed it. */
export function smtpChannel(options: SmtpOptions): Channel {
  const transport = createTransport(connectionOf(options));
  return {
    async send(message, signal) {
      const mail = mailOf(message, options.from);
      try {
        // Each message has a connection of its own: given up, it is closed, and half a message is none.
        await transport.sendMail({ ...mail, signal });
      } catch (error) {
        // What a mail server says quotes addresses; that it turned the message away is enough.
        throw new DeliveryError(failureOf(error, signal));
      }
    },
  };
}

function connectionOf({ host, port, security, login, authorities }: SmtpOptions) {
  return {
    host,
    port,
    secure: security === 'IMPLICIT',
    requireTLS: security === 'STARTTLS',
    ignoreTLS: security === 'NONE',
    tls: { minVersion: 'TLSv1.2', ...(authorities !== undefined && { ca: authorities }) },
    ...(login !== null && { auth: { user: login.user, pass: login.password } }),
    // A login that the server does not offer must fail, and not be left out.
    forceAuth: login !== null,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as const;
}

function mailOf({ key, to, subject, text, language }: Message, from: string) {
  if (to === null) throw new DeliveryError('no address');
  return {
    from,
    // As an object, since a text would be read as a list of any number of addresses.
    to: { name: '', address: to },
    subject,
    text,
    messageId: `<${key}@${from.slice(from.lastIndexOf('@') + 1)}>`,
    headers: {
      'auto-submitted': 'auto-generated',
      'content-language': language,
    },
  };
}

function failureOf(error: unknown, signal: AbortSignal): DeliveryFailure {
  if (signal.aborted) return 'timeout';
  const isAnswered = error instanceof Error && 'responseCode' in error;
  return isAnswered ? 'turned away' : 'unreachable';
}
