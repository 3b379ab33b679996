import { resolve } from 'node:path';
import { instantAfter } from '@causeway/schema';
import { readDocumentsSetting } from './documents/documents-setting.js';
import type { DocumentsSetting } from './documents/documents-setting.js';
import { readLimits } from './limit-settings.js';
import type { LimitSettings } from './limit-settings.js';
import { readNotify } from './notify/notify-settings.js';
import type { NotifySettings } from './notify/notify-settings.js';
import { readOpenId } from './openid/openid-settings.js';
import type { OpenIdSettings } from './openid/openid-settings.js';
import { StartError } from './program.js';
import { readHost } from './host-settings.js';
import type { HostSettings } from './host-settings.js';

/** Tokens of an issuer of your own, instead of the development issuer. */
export interface IssuerSettings {
  readonly issuer: string;
  readonly audience: string;
  /** Where its public keys are: an https address, or a file. */
  readonly jwks: string;
}

/** What the environment says about how to run. */
export interface Settings {
  /** The gateway's port on loopback; 0 takes a free one. */
  readonly port: number;
  /** The port of loopback on which metrics are read; undefined for none, 0 for a free one. */
  readonly metricsPort: number | undefined;
  /** The folder of databases and development keys. */
  readonly data: string;
  /** The issuer whose tokens are taken; undefined for the development issuer. */
  readonly issuer: IssuerSettings | undefined;
  /** Who signs people in to the pages; undefined for the development provider, or for no pages with an own issuer. */
  readonly openId: OpenIdSettings | undefined;
  /** Where notices to patients go; undefined for the development mailbox, or nowhere yet in production. */
  readonly notify: NotifySettings | undefined;
  readonly isProduction: boolean;
  /** What may be asked for. */
  readonly documents: DocumentsSetting;
  /** How the graph is served over HTTP. */
  readonly host: HostSettings;
  /** The origin under which people and clients know the gateway; undefined for its own address. */
  readonly publicUrl: string | undefined;
  /** When an encounter abroad ends by itself, an ISO 8601 duration; undefined for the usual one. */
  readonly maxEncounterDuration: string | undefined;
  /** The bounds of what goes between the gateway and its subgraphs. */
  readonly limits: LimitSettings;
}

/** Settings that cannot be followed, each with what was expected and what was got. */
export class SettingsError extends StartError {
  constructor(problems: readonly string[]) {
    super(['The environment asks for what cannot be done:', ...problems].join('\n  '));
    this.name = 'SettingsError';
  }
}

const ISSUER_VARIABLES = ['CAUSEWAY_ISSUER', 'CAUSEWAY_AUDIENCE', 'CAUSEWAY_JWKS'] as const;

/**
 * The settings that environment variables give.
 *
 * @throws SettingsError naming every variable that is wrong
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const problems: string[] = [];
  const settings = {
    port: readPort('PORT', environment['PORT'], problems) ?? 4000,
    metricsPort: readPort('CAUSEWAY_METRICS_PORT', environment['CAUSEWAY_METRICS_PORT'], problems),
    data: resolve(environment['CAUSEWAY_DATA'] ?? '.causeway'),
    issuer: readIssuer(environment, problems),
    openId: readOpenId(environment, environment['CAUSEWAY_ISSUER'] !== undefined, problems),
    notify: readNotify(environment, problems),
    isProduction: environment['NODE_ENV'] === 'production',
    documents: readDocumentsSetting(environment['CAUSEWAY_DOCUMENTS'], problems),
    host: readHost(environment, problems),
    publicUrl: readPublicUrl(environment['CAUSEWAY_PUBLIC_URL'], problems),
    maxEncounterDuration: readDuration(
      'CAUSEWAY_MAX_ENCOUNTER_DURATION',
      environment['CAUSEWAY_MAX_ENCOUNTER_DURATION'],
      problems,
    ),
    limits: readLimits(environment, problems),
  };
  if (environment['CAUSEWAY_DATA'] === '')
    problems.push('CAUSEWAY_DATA: expected a folder, got ""');
  if (problems.length > 0) throw new SettingsError(problems);
  return settings;
}

function readPort(
  variable: string,
  text: string | undefined,
  problems: string[],
): number | undefined {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  problems.push(`${variable}: expected a number from 0 to 65535, got ${JSON.stringify(text)}`);
  return undefined;
}

function readPublicUrl(text: string | undefined, problems: string[]): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.parse(text);
  if (url !== null && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`) {
    return url.origin;
  }
  problems.push(
    `CAUSEWAY_PUBLIC_URL: expected an origin such as https://causeway.example, got ${JSON.stringify(text)}`,
  );
  return undefined;
}

function readDuration(
  name: string,
  text: string | undefined,
  problems: string[],
): string | undefined {
  if (text === undefined) return undefined;
  if ((instantAfter(0, text) ?? 0) > 0) return text;
  problems.push(
    `${name}: expected an ISO 8601 duration such as PT12H, got ${JSON.stringify(text)}`,
  );
  return undefined;
}

function readIssuer(
  environment: Readonly<Record<string, string | undefined>>,
  problems: string[],
): IssuerSettings | undefined {
  const [issuer, audience, jwks] = ISSUER_VARIABLES.map((name) => environment[name]);
  if (issuer === undefined && audience === undefined && jwks === undefined) return undefined;
  if (issuer && audience && jwks) return { issuer, audience, jwks };
  const missing = ISSUER_VARIABLES.filter((name) => !environment[name]).join(' and ');
  problems.push(`${ISSUER_VARIABLES.join(', ')}: expected all three or none, got no ${missing}`);
  return undefined;
}
