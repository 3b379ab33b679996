/**
 * The development mailbox: what patients would be told stands in a file of the data folder, so that somebody who tries
 * the graph out can be the patient. It holds passcodes, and refuses to exist in production.
 */
import { existsSync } from 'node:fs';
import { appendFile, readFile } from 'node:fs/promises';
import type { Channel, Message } from '@causeway/gateway';
import { StartError } from '../program.js';

/** A message as it came in. */
export interface MailboxMessage extends Message {
  /** FHIR instant. */
  readonly deliveredAt: string;
}

/** The development mailbox was asked for in production. */
export class ProductionMailboxError extends StartError {
  constructor() {
    super(
      'There is no development mailbox with NODE_ENV=production: whoever reads it can be any patient.\n' +
        'Name a way to patients with CAUSEWAY_NOTIFY_WEBHOOK or CAUSEWAY_NOTIFY_SMTP.',
    );
    this.name = 'ProductionMailboxError';
  }
}

/** What is asked of every use of the mailbox. */
interface Mode {
  readonly isProduction: boolean;
}

/**
 * A channel into a mailbox file, which nobody else may read.
 *
 * @throws ProductionMailboxError in production
 */
export function mailboxChannel(path: string, clock: () => number, { isProduction }: Mode): Channel {
  if (isProduction) throw new ProductionMailboxError();
  return {
    send: async (message) => {
      const received: MailboxMessage = {
        deliveredAt: new Date(clock()).toISOString(),
        ...message,
      };
      // One write, so that two that append at a time do not mix their lines.
      await appendFile(path, `${JSON.stringify(received)}\n`, { mode: 0o600 });
    },
  };
}

/**
 * The messages to a patient in a mailbox file, oldest first, each once however often it was delivered.
 *
 * @throws ProductionMailboxError in production
 */
export async function readMailbox(
  path: string,
  patient: string,
  { isProduction }: Mode,
): Promise<readonly MailboxMessage[]> {
  if (isProduction) throw new ProductionMailboxError();
  if (!existsSync(path)) return [];
  // What stands behind the last end of a line is a message that is being written: a read may meet half of it.
  const lines = (await readFile(path, 'utf8')).split('\n').slice(0, -1);
  const messages = lines.map((line) => JSON.parse(line) as MailboxMessage);
  const byKey = new Map<string, MailboxMessage>();
  for (const message of messages) {
    if (message.patient === patient && !byKey.has(message.key)) byKey.set(message.key, message);
  }
  return [...byKey.values()];
}
