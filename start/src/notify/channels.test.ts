import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDataFolder } from '../data-folder.js';
import { SecretFileError, openChannels } from './channels.js';
import type { NotifySettings } from './notify-settings.js';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'causeway-channels-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A file with a secret. */
function secretFile(text: string): string {
  const path = join(folder, randomBytes(8).toString('hex'));
  writeFileSync(path, text);
  return path;
}

const secret = (bytes: number): string => `whsec_${randomBytes(bytes).toString('base64')}\n`;

const webhook = (text = secret(32)): NotifySettings['webhook'] => ({
  url: 'https://notices.example/',
  secretFile: secretFile(text),
});

const SMTP: NotifySettings['smtp'] = {
  host: 'mail.example',
  port: 465,
  security: 'IMPLICIT',
  from: 'notices@causeway.example',
  login: undefined,
};

const open = (notify: NotifySettings | undefined, isProduction = true) =>
  openChannels({ notify, isProduction }, openDataFolder(folder), Date.now);

describe('the ways out to patients', () => {
  it('are the mailbox for all where nothing is said, and it is not production', () => {
    const { channels, warning } = open(undefined, false);
    expect(Object.keys(channels ?? {})).toEqual(['APP', 'SMS', 'EMAIL', 'POST']);
    expect(warning).toBeUndefined();
  });

  it('are none in production where nothing is said, which is said', () => {
    const { channels, warning } = open(undefined);
    expect(channels).toBeNull();
    expect(warning).toContain('notices wait in the outbox');
  });

  it('are the webhook for all where there is no mail server', async () => {
    const opened = open({ webhook: webhook(), smtp: undefined });
    expect(new Set(Object.values(opened.channels ?? {})).size).toBe(1);
    expect(opened.warning).toBeUndefined();
    await opened.close();
  });

  it('are mail for those who want mail where there is a mail server, and the webhook for others', async () => {
    const opened = open({ webhook: webhook(), smtp: SMTP });
    expect(opened.channels?.EMAIL).not.toBe(opened.channels?.APP);
    expect(opened.channels?.SMS).toBe(opened.channels?.APP);
    expect(opened.warning).toBeUndefined();
    await opened.close();
  });

  it('say who is told nothing where there is a mail server alone', () => {
    const { channels, warning } = open({ webhook: undefined, smtp: SMTP });
    expect(Object.keys(channels ?? {})).toEqual(['EMAIL']);
    expect(warning).toContain('APP, SMS, POST');
  });

  it.each(['', 'whsec_', 'too short', secret(23), secret(65), `whsec_${'ä'.repeat(32)}`])(
    'need a whole secret: %j',
    (text) => {
      expect(() => open({ webhook: webhook(text), smtp: undefined })).toThrow(SecretFileError);
    },
  );

  it.each(['nowhere', tmpdir()])('need a password that can be read', (passwordFile) => {
    const smtp = { ...SMTP, login: { user: 'causeway', passwordFile } };
    expect(() => open({ webhook: undefined, smtp })).toThrow(
      'CAUSEWAY_NOTIFY_SMTP_PASSWORD: expected a file with a password',
    );
  });
});
