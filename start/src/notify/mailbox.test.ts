import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Message } from '@causeway/gateway';
import { ProductionMailboxError, mailboxChannel, readMailbox } from './mailbox.js';

const HERE = { isProduction: false };
const NOW = Date.parse('2026-11-22T12:00:00+08:00');

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'causeway-mailbox-'));
  path = join(folder, 'mailbox.jsonl');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const message = (given: Partial<Message> = {}): Message => ({
  key: 'n-1',
  patient: 'p-1',
  kind: 'PASSCODE',
  channel: 'APP',
  to: null,
  language: 'en',
  subject: 'Passcode of your secure link',
  text: 'Passcode: 30481759\nShow it at your visit.',
  ...given,
});

const send = (given: Partial<Message> = {}) =>
  mailboxChannel(path, () => NOW, HERE).send(message(given), AbortSignal.timeout(1_000));

describe('the development mailbox', () => {
  it('keeps the messages of each patient, in their order', async () => {
    await send();
    await send({ key: 'n-2', patient: 'p-2' });
    await send({ key: 'n-3' });
    expect(await readMailbox(path, 'p-1', HERE)).toEqual([
      { ...message(), deliveredAt: '2026-11-22T04:00:00.000Z' },
      { ...message({ key: 'n-3' }), deliveredAt: '2026-11-22T04:00:00.000Z' },
    ]);
  });

  it('shows a message once that was delivered twice', async () => {
    await send();
    await send();
    expect(await readMailbox(path, 'p-1', HERE)).toHaveLength(1);
  });

  it('loses none of many that come at a time', async () => {
    await Promise.all(Array.from({ length: 100 }, (_, n) => send({ key: `n-${n}` })));
    expect(await readMailbox(path, 'p-1', HERE)).toHaveLength(100);
  });

  it('shows a message once all of it is written', async () => {
    await send();
    await send({ key: 'n-2' });
    const whole = readFileSync(path, 'utf8');
    for (const [written, shown] of [
      [whole, 2],
      [whole.slice(0, -1), 1],
      [whole.slice(0, -30), 1],
      [whole.slice(0, 20), 0],
      ['', 0],
    ] as const) {
      writeFileSync(path, written);
      expect(await readMailbox(path, 'p-1', HERE)).toHaveLength(shown);
    }
  });

  it('is empty before anything has come', async () => {
    expect(await readMailbox(path, 'p-1', HERE)).toEqual([]);
  });

  it('is for nobody else to read', async () => {
    await send();
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('is not there in production, neither to write nor to read', async () => {
    const production = { isProduction: true };
    expect(() => mailboxChannel(path, () => NOW, production)).toThrow(ProductionMailboxError);
    await expect(readMailbox(path, 'p-1', production)).rejects.toThrow(ProductionMailboxError);
  });
});
