import { afterEach, describe, expect, it } from '@jest/globals';
import type { DeliveryFailure } from './channel.js';
import { smtpChannel } from './smtp-channel.js';
import type { SmtpOptions } from './smtp-channel.js';
import { certificateForThisMachine } from './testing/certificate.js';
import { startMailServer } from './testing/mail-server.js';
import type { MailServer } from './testing/mail-server.js';
import { messageTo } from './testing/notices.js';

let server: MailServer;

afterEach(() => server.close());

const MAIL = {
  channel: 'EMAIL',
  to: 'chan@example.invalid',
  subject: '你的安全連結已被使用',
  text: '你的安全連結已被使用。\n.\n機構：灣區醫院',
  language: 'zh-Hant',
} as const;

const send = (
  given: Partial<SmtpOptions> = {},
  message: Parameters<typeof messageTo>[0] = MAIL,
  signal = AbortSignal.timeout(20_000),
) =>
  smtpChannel({
    host: '127.0.0.1',
    port: server.port,
    security: 'NONE',
    from: 'notices@causeway.invalid',
    login: null,
    ...given,
  }).send(messageTo(message), signal);

const failing = (failure: DeliveryFailure) => ({ name: 'DeliveryError', failure });

/** The text of a mail, out of quoted-printable or base64. */
function textOf(data: string): string {
  const [head = '', ...body] = data.split('\n\n');
  const encoded = body.join('\n\n');
  if (/^content-transfer-encoding: base64$/im.test(head)) {
    return Buffer.from(encoded, 'base64').toString();
  }
  const bytes = encoded
    .replace(/=\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
  return Buffer.from(bytes, 'latin1').toString();
}

describe('mail', () => {
  it('reaches the patient with all it says, in any script', async () => {
    server = await startMailServer();
    await send();
    expect(server.taken).toMatchObject([
      { from: 'notices@causeway.invalid', to: ['chan@example.invalid'] },
    ]);
    const { data } = server.taken[0] ?? { data: '' };
    expect(textOf(data).trimEnd()).toBe(MAIL.text);
    expect(data).toMatch(/^subject: =\?UTF-8\?/im);
    expect(data).toMatch(/^auto-submitted: auto-generated$/im);
    expect(data).toMatch(/^content-language: zh-Hant$/im);
  });

  it('carries the same Message-ID each time the same notice is sent', async () => {
    server = await startMailServer();
    await send();
    await send();
    const ids = server.taken.map(({ data }) => /^message-id: (.*)$/im.exec(data)?.[1]);
    expect(ids).toEqual(['<n-1@causeway.invalid>', '<n-1@causeway.invalid>']);
  });

  it('goes to one address, whatever the address looks like', async () => {
    server = await startMailServer();
    await send({}, { ...MAIL, to: 'a@example.invalid, b@example.invalid' }).catch(() => undefined);
    expect(server.taken.flatMap(({ to }) => to)).not.toContain('b@example.invalid');
  });

  it('is not sent where there is no address', async () => {
    server = await startMailServer();
    await expect(send({}, { ...MAIL, to: null })).rejects.toMatchObject(failing('no address'));
    expect(server.verbs).toEqual([]);
  });

  it.each([
    ['MAIL', '451 later'],
    ['RCPT', '550 <chan@example.invalid>: no such user'],
    ['DATA', '554 no'],
    ['.', '552 too much'],
  ])('is turned away where the server answers %s with %s', async (verb, answer) => {
    server = await startMailServer();
    server.answers.set(verb, answer);
    const error = await send().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject(failing('turned away'));
    expect(String(error)).not.toContain('example.invalid');
    expect((error as Error).cause).toBeUndefined();
  });

  it.each(['EHLO', 'DATA', '.'])(
    'is not known to be taken where the server hangs up at %s',
    async (verb) => {
      server = await startMailServer();
      server.answers.set(verb, 'hang up');
      await expect(send()).rejects.toMatchObject(failing('unreachable'));
    },
  );

  it.each(['EHLO', 'DATA', '.'])('is given up where the server is silent at %s', async (verb) => {
    server = await startMailServer();
    server.answers.set(verb, null);
    await expect(send({}, MAIL, AbortSignal.timeout(150))).rejects.toMatchObject(
      failing('timeout'),
    );
  });

  it('is not sent where nobody listens', async () => {
    server = await startMailServer();
    await server.close();
    await expect(send()).rejects.toMatchObject(failing('unreachable'));
  });
});

describe('mail under TLS', () => {
  const certificate = certificateForThisMachine();

  it.each(['IMPLICIT', 'STARTTLS'] as const)(
    'is sent by %s to a server whose certificate is trusted',
    async (security) => {
      server = await startMailServer({ security, certificate });
      const login = { user: 'causeway', password: 'invented' };
      await send({ security, login, authorities: certificate.cert });
      expect(server.taken).toHaveLength(1);
      expect(server.verbs).toContain('AUTH');
    },
  );

  it.each(['IMPLICIT', 'STARTTLS'] as const)(
    'is not sent by %s to a server whose certificate nobody vouches for',
    async (security) => {
      server = await startMailServer({ security, certificate });
      await expect(send({ security })).rejects.toMatchObject(failing('unreachable'));
      expect(server.taken).toEqual([]);
      expect(server.verbs).not.toContain('MAIL');
    },
  );

  it('is not sent where STARTTLS is asked for and not offered', async () => {
    server = await startMailServer();
    const login = { user: 'causeway', password: 'invented' };
    await expect(send({ security: 'STARTTLS', login })).rejects.toMatchObject({
      name: 'DeliveryError',
    });
    expect(server.verbs).not.toContain('AUTH');
    expect(server.taken).toEqual([]);
  });

  it('is not sent without the login that it is to be sent with', async () => {
    server = await startMailServer();
    server.answers.set('AUTH', '535 no');
    const login = { user: 'causeway', password: 'wrong' };
    await expect(send({ login })).rejects.toMatchObject(failing('turned away'));
    expect(server.verbs).not.toContain('MAIL');
  });

  it('is not sent where the server offers no login', async () => {
    server = await startMailServer();
    server.answers.set('EHLO', '250 mail.invalid').set('AUTH', '502 no');
    const login = { user: 'causeway', password: 'invented' };
    await expect(send({ login })).rejects.toMatchObject(failing('turned away'));
    expect(server.verbs).not.toContain('MAIL');
  });
});
