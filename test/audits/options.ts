/** What `npm run conformance` is told. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { KIT_PORT } from './kit.js';
import { OWN_GATEWAYS } from './own-gateway.js';
import type { OwnGateway } from './own-gateway.js';

/** What to audit, and with what. */
export interface AuditOptions {
  /** The gateway's address; null for one of this project's own. */
  readonly url: string | null;
  /** The folder of the kit that the gateway was told of; null for none. */
  readonly kit: string | null;
  /** Whether the kit is only written. */
  readonly isPreparing: boolean;
  /** The port of the first of the kit's subgraphs. */
  readonly port: number;
  /** The file of tokens by persona; null where an issuer's key is at hand. */
  readonly tokens: string | null;
  /** Which one, of this project's own. */
  readonly gateway: OwnGateway;
  /** How long the gateway may take to answer at all, in seconds. */
  readonly wait: number;
  /** What the ids of the audits begin with; all audits where there is nothing. */
  readonly only: readonly string[];
  readonly format: 'text' | 'json';
}

/** What cannot be done. */
export class OptionsError extends Error {
  override readonly name = 'OptionsError';
}

const USAGE = `npm run conformance -- [--url http://127.0.0.1:4000] [--kit FOLDER [--port ${KIT_PORT}] [--prepare]]
  [--tokens FILE] [--wait 60] [--only a001,b0] [--format text|json] [--gateway ${Object.keys(OWN_GATEWAYS).join('|')}]`;

/**
 * Reads the arguments.
 *
 * @throws OptionsError if they ask for what cannot be done
 */
export function readOptions(args: readonly string[]): AuditOptions {
  const { values } = parsed(args);
  const { url = null, kit = null, tokens = null, prepare = false, only = '' } = values;
  if (prepare && kit === null) throw refused('--prepare without --kit FOLDER');
  return {
    url,
    kit: kit === null ? null : resolve(kit),
    isPreparing: prepare,
    port: positive(values.port ?? String(KIT_PORT)),
    tokens,
    gateway: own(values.gateway ?? 'causeway'),
    wait: positive(values.wait ?? '60'),
    only: only.split(',').filter((start) => start !== ''),
    format: format(values.format ?? 'text'),
  };
}

function parsed(args: readonly string[]) {
  try {
    const text = { type: 'string' } as const;
    return parseArgs({
      args: [...args],
      options: {
        url: text,
        kit: text,
        prepare: { type: 'boolean' },
        port: text,
        tokens: text,
        gateway: text,
        wait: text,
        only: text,
        format: text,
      },
    });
  } catch (error) {
    throw refused(error instanceof Error ? error.message : String(error));
  }
}

function positive(value: string): number {
  if (/^[1-9]\d{0,4}$/.test(value)) return Number(value);
  throw refused(`a number of ${JSON.stringify(value)}`);
}

function own(value: string): OwnGateway {
  if (Object.hasOwn(OWN_GATEWAYS, value)) return value as OwnGateway;
  throw refused(`a gateway ${JSON.stringify(value)}`);
}

function format(value: string): AuditOptions['format'] {
  if (value === 'text' || value === 'json') return value;
  throw refused(`a format ${JSON.stringify(value)}`);
}

const refused = (got: string): OptionsError => new OptionsError(`Expected\n  ${USAGE}\ngot ${got}`);
