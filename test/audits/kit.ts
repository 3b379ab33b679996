/**
 * What a gateway is audited with: the published supergraph, an issuer, and the subgraphs of the invented world, which
 * the auditor serves. `target.json` says all that the gateway has to be told.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serveSubgraph } from '@causeway/kit';
import type { RunningServer } from '@causeway/kit';
import { SUBGRAPHS, SUBGRAPH_PATH } from '@causeway/schema';
import type { SubgraphName } from '@causeway/schema';
import { CHILD_CHAN } from '@causeway/seeds/ids';
import { openDataFolder } from '../../start/src/data-folder.js';
import type { DataFolder } from '../../start/src/data-folder.js';
import { DEVELOPMENT_AUDIENCE, DEVELOPMENT_ISSUER } from '../../start/src/dev-issuer.js';
import { eachSubgraph } from '../../start/src/each-subgraph.js';
import type { OfEachSubgraph } from '../../start/src/each-subgraph.js';
import { newKeys } from '../../start/src/keys.js';
import { seedOnFirstUse } from '../../start/src/seed.js';
import { closeSubgraphs, openSubgraphs } from '../../start/src/subgraphs.js';
import { buildDicom } from '../../subgraphs/records/src/images/testing/build-dicom.js';
import { plantImage } from '../support/images.js';
import { credentialsIn } from './credentials.js';
import type { Credentials } from './credentials.js';
import { Witness } from './witness.js';

/** What the gateway has to know of a subgraph. */
export interface SubgraphAddress {
  readonly url: string;
  /** The key that the gateway signs with, in base64url. */
  readonly key: string;
}

/** All that a gateway has to be told, as `target.json` has it. */
export interface TargetSettings {
  /** The file of the supergraph. */
  readonly supergraph: string;
  readonly issuer: string;
  readonly audience: string;
  /** The file of the issuer's public keys. */
  readonly jwks: string;
  readonly subgraphs: OfEachSubgraph<SubgraphAddress>;
}

/** A kit whose subgraphs answer. */
export interface Kit {
  readonly folder: DataFolder;
  readonly credentials: Credentials;
  readonly witness: Witness;
  readonly subgraphs: OfEachSubgraph<SubgraphAddress>;
  close(): Promise<void>;
}

/** How a kit is opened. */
export interface KitOptions {
  /** The port of the first subgraph, the others follow; where it is 0, each takes a free one. */
  readonly port: number;
  /** Told of progress that takes its time. */
  readonly say: (line: string) => void;
}

/** The first port of the subgraphs, unless another is named. */
export const KIT_PORT = 4101;

/**
 * Writes what a gateway has to be told into a folder, and seeds the world there, unless that has been done.
 *
 * @throws StartError or DatabaseError if it cannot be written
 */
export async function prepareKit(path: string, { port, say }: KitOptions): Promise<TargetSettings> {
  const folder = openDataFolder(path);
  await seedOnFirstUse(folder, { clock: Date.now, say });
  await credentialsIn(folder);
  const file = join(folder.path, 'target.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as TargetSettings;
  const keys = newKeys();
  const settings: TargetSettings = {
    supergraph: fileURLToPath(new URL('../../schema/supergraph.graphql', import.meta.url)),
    issuer: DEVELOPMENT_ISSUER,
    audience: DEVELOPMENT_AUDIENCE,
    jwks: folder.issuerJwks,
    subgraphs: eachSubgraph((name) => ({
      url: `http://127.0.0.1:${port === 0 ? 0 : port + SUBGRAPHS.indexOf(name)}${SUBGRAPH_PATH}`,
      key: Buffer.from(keys[name]).toString('base64url'),
    })),
  };
  // The seeds hold no pictures.
  plantImage(folder, { patient: CHILD_CHAN, bytes: buildDicom({}) }, Date.now());
  writeFileSync(file, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 });
  return settings;
}

/**
 * Opens the kit of a folder: prepares it where that has not been done, and serves its subgraphs.
 *
 * @throws StartError, DatabaseError or an error of the system, such as EADDRINUSE, if it cannot
 */
export async function openKit(path: string, options: KitOptions): Promise<Kit> {
  const settings = await prepareKit(path, options);
  const folder = openDataFolder(path);
  const keyOf = (name: SubgraphName): Uint8Array =>
    Buffer.from(settings.subgraphs[name].key, 'base64url');
  const opened = await openSubgraphs(folder, {
    clock: Date.now,
    // Subgraphs are made to fail here, and what a gateway asks is its own affair.
    onError: () => undefined,
    keysOf: (name) => [keyOf(name)],
  });
  const witness = new Witness();
  const servers = new Map<SubgraphName, RunningServer>();
  const close = async (): Promise<void> => {
    await Promise.all([...servers.values()].map((server) => server.close()));
    closeSubgraphs(opened);
  };
  try {
    for (const name of SUBGRAPHS) {
      const handle = witness.watch(name, keyOf(name), opened[name].handle);
      const port = Number(new URL(settings.subgraphs[name].url).port);
      servers.set(name, await serveSubgraph({ handle, port }));
    }
  } catch (error) {
    await close();
    throw error;
  }
  return {
    folder,
    credentials: await credentialsIn(folder),
    witness,
    subgraphs: eachSubgraph((name) => ({
      url: servers.get(name)?.url ?? '',
      key: settings.subgraphs[name].key,
    })),
    close,
  };
}
