import { readFileSync } from 'node:fs';
import { PATIENT_CHANNELS, smtpChannel, webhookChannel } from '@causeway/gateway';
import type { Channels, WebhookChannel } from '@causeway/gateway';
import type { DataFolder } from '../data-folder.js';
import { StartError } from '../program.js';
import type { Settings } from '../settings.js';
import { mailboxChannel } from './mailbox.js';
import type { SmtpSettings, WebhookSettings } from './notify-settings.js';

/** The ways out to patients. */
export interface OpenChannels {
  /** Null for none: notices wait. */
  readonly channels: Channels | null;
  /** Who is told nothing for now, in words; undefined where everybody is told. */
  readonly warning: string | undefined;
  close(): Promise<void>;
}

/** A file of a secret that cannot be used. */
export class SecretFileError extends StartError {
  constructor(variable: string, expected: string, options?: ErrorOptions) {
    super(`${variable}: expected a file with ${expected}, got none that can be used`, options);
    this.name = 'SecretFileError';
  }
}

/**
 * The ways out to patients that the settings name: mail for those who want mail, the webhook for all others. Without
 * settings it is the development mailbox, and in production none.
 *
 * @throws SecretFileError if a secret cannot be read
 */
export function openChannels(
  { notify, isProduction }: Pick<Settings, 'notify' | 'isProduction'>,
  folder: DataFolder,
  clock: () => number,
): OpenChannels {
  if (notify === undefined) {
    if (isProduction) return { channels: null, warning: NONE, close: () => Promise.resolve() };
    const mailbox = mailboxChannel(folder.mailbox, clock, { isProduction });
    const channels = Object.fromEntries(PATIENT_CHANNELS.map((name) => [name, mailbox]));
    return { channels, warning: undefined, close: () => Promise.resolve() };
  }
  const webhook = notify.webhook && openWebhook(notify.webhook, clock);
  const mail = notify.smtp && smtpChannel(smtpOptions(notify.smtp));
  const channels: Channels = {
    ...(webhook && { APP: webhook, SMS: webhook, EMAIL: webhook, POST: webhook }),
    ...(mail && { EMAIL: mail }),
  };
  return {
    channels,
    warning: warningOf(channels),
    close: () => webhook?.close() ?? Promise.resolve(),
  };
}

const NONE =
  'No way to patients is configured (CAUSEWAY_NOTIFY_WEBHOOK, CAUSEWAY_NOTIFY_SMTP): their notices wait in the outbox.';

function warningOf(channels: Channels): string | undefined {
  const missing = PATIENT_CHANNELS.filter((name) => channels[name] === undefined);
  if (missing.length === 0) return undefined;
  return `No way is configured to patients who want to be told by ${missing.join(', ')} (CAUSEWAY_NOTIFY_WEBHOOK): their notices wait in the outbox.`;
}

/** Standard Webhooks writes a secret as `whsec_` and base64, of 24 to 64 bytes. */
const WEBHOOK_SECRET = /^whsec_([A-Za-z0-9+/]{32,86}={0,2})$/;

function openWebhook({ url, secretFile }: WebhookSettings, clock: () => number): WebhookChannel {
  const variable = 'CAUSEWAY_NOTIFY_WEBHOOK_SECRET';
  const expected = 'a secret `whsec_…` of 24 to 64 bytes in base64';
  const encoded = WEBHOOK_SECRET.exec(readSecret(variable, expected, secretFile))?.[1];
  const secret = Buffer.from(encoded ?? '', 'base64');
  if (secret.length < 24 || secret.length > 64) throw new SecretFileError(variable, expected);
  return webhookChannel({ url: new URL(url), secret, clock });
}

function smtpOptions({ login, ...server }: SmtpSettings) {
  if (login === undefined) return { ...server, login: null };
  const { user, passwordFile } = login;
  const password = readSecret('CAUSEWAY_NOTIFY_SMTP_PASSWORD', 'a password', passwordFile);
  return { ...server, login: { user, password } };
}

function readSecret(variable: string, expected: string, path: string): string {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').trim();
  } catch (cause) {
    throw new SecretFileError(variable, expected, { cause });
  }
  if (text === '') throw new SecretFileError(variable, expected);
  return text;
}
