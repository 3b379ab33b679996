import { describe, expect, it } from '@jest/globals';
import { readNotify } from './notify-settings.js';

const read = (environment: Record<string, string>) => {
  const problems: string[] = [];
  return { notify: readNotify(environment, problems), problems };
};

const WEBHOOK = {
  CAUSEWAY_NOTIFY_WEBHOOK: 'https://notices.example/causeway',
  CAUSEWAY_NOTIFY_WEBHOOK_SECRET: '/run/secrets/webhook',
};

const SMTP = {
  CAUSEWAY_NOTIFY_SMTP: 'smtps://causeway@mail.example',
  CAUSEWAY_NOTIFY_SMTP_FROM: 'notices@causeway.example',
  CAUSEWAY_NOTIFY_SMTP_PASSWORD: '/run/secrets/smtp',
};

describe('readNotify', () => {
  it('needs nothing', () => {
    expect(read({})).toEqual({ notify: undefined, problems: [] });
  });

  it('takes a webhook and the file of its secret', () => {
    expect(read(WEBHOOK)).toEqual({
      notify: {
        webhook: {
          url: 'https://notices.example/causeway',
          secretFile: '/run/secrets/webhook',
        },
        smtp: undefined,
      },
      problems: [],
    });
  });

  it.each([
    ['smtps://causeway@mail.example', 'mail.example', 465, 'IMPLICIT'],
    ['smtps://causeway@mail.example:1465', 'mail.example', 1465, 'IMPLICIT'],
    ['smtp://causeway@mail.example', 'mail.example', 587, 'STARTTLS'],
    ['smtp://causeway@127.0.0.1:1025', '127.0.0.1', 1025, 'NONE'],
  ])('takes the mail server %s', (CAUSEWAY_NOTIFY_SMTP, host, port, security) => {
    expect(read({ ...SMTP, CAUSEWAY_NOTIFY_SMTP })).toEqual({
      notify: {
        webhook: undefined,
        smtp: {
          host,
          port,
          security,
          from: 'notices@causeway.example',
          login: { user: 'causeway', passwordFile: '/run/secrets/smtp' },
        },
      },
      problems: [],
    });
  });

  it.each([
    'http://notices.example/',
    'https://user:secret@notices.example/',
    'ftp://notices.example/',
    'notices.example',
    '',
  ])('refuses the webhook %j', (CAUSEWAY_NOTIFY_WEBHOOK) => {
    const { notify, problems } = read({ ...WEBHOOK, CAUSEWAY_NOTIFY_WEBHOOK });
    expect(notify).toBeUndefined();
    expect(problems).toEqual([expect.stringContaining('CAUSEWAY_NOTIFY_WEBHOOK: expected')]);
  });

  it('takes a webhook on this machine without TLS', () => {
    const address = 'http://127.0.0.1:8025/';
    expect(read({ ...WEBHOOK, CAUSEWAY_NOTIFY_WEBHOOK: address }).notify?.webhook?.url).toBe(
      address,
    );
  });

  it('refuses a webhook without a secret, and a secret without a webhook', () => {
    const { CAUSEWAY_NOTIFY_WEBHOOK, CAUSEWAY_NOTIFY_WEBHOOK_SECRET } = WEBHOOK;
    expect(read({ CAUSEWAY_NOTIFY_WEBHOOK }).problems).toHaveLength(1);
    expect(read({ CAUSEWAY_NOTIFY_WEBHOOK_SECRET }).problems).toHaveLength(1);
  });

  it.each([
    ['CAUSEWAY_NOTIFY_SMTP', 'mail.example'],
    ['CAUSEWAY_NOTIFY_SMTP', 'https://mail.example'],
    ['CAUSEWAY_NOTIFY_SMTP', 'smtps://causeway:secret@mail.example'],
    ['CAUSEWAY_NOTIFY_SMTP_FROM', 'a@example.invalid, b@example.invalid'],
    ['CAUSEWAY_NOTIFY_SMTP_FROM', ''],
    ['CAUSEWAY_NOTIFY_SMTP_PASSWORD', ''],
  ])('refuses %s=%s', (name, value) => {
    const { notify, problems } = read({ ...SMTP, [name]: value });
    expect(notify).toBeUndefined();
    expect(problems).toEqual([expect.stringContaining(`${name}: expected`)]);
    expect(problems.join()).not.toContain('secret@');
  });

  it('refuses a password for nobody', () => {
    const CAUSEWAY_NOTIFY_SMTP = 'smtps://mail.example';
    expect(read({ ...SMTP, CAUSEWAY_NOTIFY_SMTP }).problems).toHaveLength(1);
  });
});
