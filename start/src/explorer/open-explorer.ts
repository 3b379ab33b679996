import { createExplorer } from '@causeway/gateway/explorer';
import type { Explorer, ExplorerDevelopment } from '@causeway/gateway/explorer';
import { annotatedSdl } from '@causeway/schema/contracts';
import { PERSONAS, personaNamed } from '@causeway/seeds/personas';
import type { DataFolder } from '../data-folder.js';
import { openDevelopmentIssuer } from '../dev-issuer.js';
import type { Settings } from '../settings.js';
import { readSupergraph } from '../supergraph.js';
import { storyTabs } from './stories.js';

/**
 * The explorer's pages as the settings say; null for none. Personas and the whole schema are at hand only with the
 * development issuer.
 *
 * @throws ExposedKeyError if others may read the issuer's private key
 */
export async function openExplorer(
  folder: DataFolder,
  settings: Settings,
  clock: () => number,
): Promise<Explorer | null> {
  if (!settings.host.hasExplorer) return null;
  const development =
    settings.issuer === undefined ? await personasAtHand(folder, settings, clock) : null;
  return createExplorer({ tabs: storyTabs(), development });
}

async function personasAtHand(
  folder: DataFolder,
  settings: Settings,
  clock: () => number,
): Promise<ExplorerDevelopment> {
  const issuer = await openDevelopmentIssuer(folder, settings);
  return {
    callers: PERSONAS.map(({ name, title, description, claims, purpose }) => ({
      name,
      title: title.en,
      description,
      purposes: [purpose, ...claims.purpose_of_use.filter((each) => each !== purpose)],
    })),
    tokenOf: (caller) => {
      const persona = personaNamed(caller);
      if (persona === undefined) return Promise.reject(new Error('Expected the name of a persona'));
      return issuer.issue(persona.claims, clock());
    },
    schema: () => annotatedSdl(readSupergraph()),
  };
}
