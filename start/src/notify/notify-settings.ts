/** Where notices go, as text alone, so that it can be handed to another process. Secrets stand in files, never here. */
export interface NotifySettings {
  /** A service of the operator's own that tells patients. */
  readonly webhook: WebhookSettings | undefined;
  /** A mail server. */
  readonly smtp: SmtpSettings | undefined;
}

/** Where the webhook is. */
export interface WebhookSettings {
  readonly url: string;
  /** The file of the secret that messages are signed with. */
  readonly secretFile: string;
}

/** Where the mail server is, and who writes. */
export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  readonly security: 'IMPLICIT' | 'STARTTLS' | 'NONE';
  readonly from: string;
  readonly login: { readonly user: string; readonly passwordFile: string } | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Where the environment says that notices go; undefined where it says nothing. What is wrong joins the problems. */
export function readNotify(
  environment: Environment,
  problems: string[],
): NotifySettings | undefined {
  const webhook = readWebhook(environment, problems);
  const smtp = readSmtp(environment, problems);
  return webhook === undefined && smtp === undefined ? undefined : { webhook, smtp };
}

function readWebhook(environment: Environment, problems: string[]): WebhookSettings | undefined {
  const text = environment['CAUSEWAY_NOTIFY_WEBHOOK'];
  const secretFile = environment['CAUSEWAY_NOTIFY_WEBHOOK_SECRET'];
  if (text === undefined && secretFile === undefined) return undefined;
  const url = URL.parse(text ?? '');
  const isKept =
    url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.has(url.hostname));
  if (url === null || !isKept || url.username !== '') {
    problems.push(
      `CAUSEWAY_NOTIFY_WEBHOOK: expected an https address without a user, got ${JSON.stringify(text)}`,
    );
    return undefined;
  }
  if (!secretFile) {
    problems.push(
      'CAUSEWAY_NOTIFY_WEBHOOK_SECRET: expected the file of the secret to sign with, got none',
    );
    return undefined;
  }
  return { url: url.href, secretFile };
}

const ADDRESS = /^[^\s@,;<>"]+@[^\s@,;<>"]+$/;

function readSmtp(environment: Environment, problems: string[]): SmtpSettings | undefined {
  const text = environment['CAUSEWAY_NOTIFY_SMTP'];
  const from = environment['CAUSEWAY_NOTIFY_SMTP_FROM'];
  const passwordFile = environment['CAUSEWAY_NOTIFY_SMTP_PASSWORD'];
  if (text === undefined && from === undefined && passwordFile === undefined) return undefined;
  const before = problems.length;
  const url = URL.parse(text ?? '');
  const isMail = url !== null && /^smtps?:$/.test(url.protocol) && url.hostname !== '';
  if (!isMail || url.password !== '') {
    problems.push(
      'CAUSEWAY_NOTIFY_SMTP: expected an address such as smtps://user@mail.example, without a password, got another one',
    );
  }
  if (from === undefined || !ADDRESS.test(from)) {
    problems.push(
      `CAUSEWAY_NOTIFY_SMTP_FROM: expected the sender's address, got ${JSON.stringify(from)}`,
    );
  }
  if (isMail && (url.username !== '') !== Boolean(passwordFile)) {
    problems.push(
      'CAUSEWAY_NOTIFY_SMTP_PASSWORD: expected the file of a password where the address names a user, and only there',
    );
  }
  if (!isMail || from === undefined || problems.length > before) return undefined;
  const isImplicit = url.protocol === 'smtps:';
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (isImplicit ? 465 : 587) : Number(url.port),
    security: isImplicit ? 'IMPLICIT' : LOOPBACK.has(url.hostname) ? 'NONE' : 'STARTTLS',
    from,
    login: passwordFile ? { user: decodeURIComponent(url.username), passwordFile } : undefined,
  };
}
