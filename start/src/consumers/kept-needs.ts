/** The consent manifests as they are committed beside the manifests of teams. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import {
  CONSENT_MANIFEST,
  ConsumerError,
  parseConsentManifest,
  printConsentManifest,
} from '@causeway/schema/consumers';
import type { ConsentManifest, Consumer } from '@causeway/schema/consumers';
import { StartError } from '../program.js';

/**
 * What a team has agreed that its operations take; nothing yet where there is no file.
 *
 * @throws StartError if the file is none
 */
export function keptNeeds({ folder, manifest }: Consumer): ConsentManifest {
  const path = join(folder, CONSENT_MANIFEST);
  if (!existsSync(path)) return {};
  try {
    return parseConsentManifest(readFileSync(path, 'utf8'), manifest.team);
  } catch (error) {
    if (!(error instanceof ConsumerError)) throw error;
    throw new StartError(error.message, { cause: error });
  }
}

/** Writes what a team's operations take now, and says so, where that is not what is there. */
export function keepNeeds({ folder }: Consumer, needs: ConsentManifest): void {
  const path = join(folder, CONSENT_MANIFEST);
  const text = printConsentManifest(needs);
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  writeFileSync(path, text);
  process.stdout.write(`${relative('.', path)}\n`);
}
