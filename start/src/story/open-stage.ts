import { personaNamed } from '@causeway/seeds/personas';
import type { PersonaName } from '@causeway/seeds/personas';
import { describeTrail } from '../audit/describe-trail.js';
import { openTrail } from '../audit/open-trail.js';
import { openDataFolder } from '../data-folder.js';
import { openDevelopmentIssuer } from '../dev-issuer.js';
import { readMailbox } from '../notify/mailbox.js';
import type { Settings } from '../settings.js';
import { httpStage } from './http-stage.js';
import { StoryError } from './stage.js';
import type { Stage } from './stage.js';

/** A graph that runs on a data folder of this machine. */
export interface StageGraph {
  /** The gateway's address without a path. */
  readonly url: string;
  readonly settings: Pick<Settings, 'data' | 'isProduction'>;
}

/** The digits of a code, as messages write them. */
const CODE = /(?<!\d)\d{8}(?!\d)/;

/**
 * The stage of a graph that runs on a data folder: its development issuer gives the tokens, its mailbox the messages.
 *
 * @throws ProductionError in production, where neither exists
 */
export async function openStage(
  { url, settings }: StageGraph,
  say: (text: string) => void,
): Promise<Stage> {
  const folder = openDataFolder(settings.data);
  const issuer = await openDevelopmentIssuer(folder, settings);
  const tokens = new Map<PersonaName, Promise<string>>();
  return httpStage({
    url,
    say,
    // One token for each person: some of what they are given works with the token it was given for alone.
    tokenOf: (persona) => {
      const claims = personaNamed(persona)?.claims;
      if (claims === undefined) throw new StoryError('a persona', persona);
      const token = tokens.get(persona) ?? issuer.issue(claims, Date.now());
      tokens.set(persona, token);
      return token;
    },
    newestMessage: async (patient, kind) => {
      const messages = await readMailbox(folder.mailbox, patient, settings);
      const newest = messages.findLast((message) => message.kind === kind);
      if (newest === undefined) return undefined;
      return { kind, text: newest.text, secret: CODE.exec(newest.text)?.[0] ?? null };
    },
    verifyAudit: async () => {
      const consents = await openTrail(folder.path);
      try {
        const trail = consents.repository.verifyTrail({ noted: null, onProgress: () => undefined });
        if (trail.state !== 'INTACT') throw new StoryError('an audit trail that holds', trail);
        return describeTrail(trail);
      } finally {
        consents.close();
      }
    },
  });
}
