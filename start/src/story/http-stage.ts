import { personaNamed } from '@causeway/seeds/personas';
import type { PersonaName } from '@causeway/seeds/personas';
import { z } from 'zod';
import { Session, exchange } from './session.js';
import { StoryError } from './stage.js';
import type { Question, Reply, Speaker, Stage, ToldPatient } from './stage.js';

/** What a stage over HTTP is made of. */
export interface HttpStageOptions {
  /** The gateway's address without a path. */
  readonly url: string;
  /** A persona's own token. */
  readonly tokenOf: (persona: PersonaName) => Promise<string>;
  /** The newest message of a kind that a patient got; undefined while there is none. */
  readonly newestMessage: (patient: string, kind: string) => Promise<ToldPatient | undefined>;
  /** Verifies the audit trail; the sentence that says how it stands. */
  readonly verifyAudit: () => Promise<string>;
  /** Takes what is to be read. */
  readonly say: (text: string) => void;
}

const replyShape = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(
      z.object({
        message: z.string(),
        path: z.array(z.union([z.string(), z.number()])).optional(),
        extensions: z.record(z.string(), z.unknown()).optional(),
      }),
    )
    .default([]),
});

/** How long a message may take from the outbox to the patient, in milliseconds. */
const DELIVERY = 20_000;
const POLL = 100;

/** The stage of a graph that is served over HTTP. */
export function httpStage(options: HttpStageOptions): Stage {
  const { url, tokenOf, newestMessage, say } = options;
  const graphql = `${url}/graphql`;
  let scenes = 0;

  const headersOf = async (
    as: Speaker,
    { method = 'POST', address = graphql, purpose }: Presented,
  ): Promise<Record<string, string>> => {
    if (as instanceof Session) {
      return { ...(await as.headers(method, address)), 'purpose-of-use': purpose ?? 'TREAT' };
    }
    const declared = purpose ?? personaNamed(as)?.purpose ?? '';
    return { authorization: `Bearer ${await tokenOf(as)}`, 'purpose-of-use': declared };
  };

  return {
    scene: (title) => {
      scenes += 1;
      say(`\n${scenes}. ${title}\n`);
    },
    tell: (sentence) => {
      say(`${sentence}\n`);
    },
    ask: async (question) => {
      say(asked(question));
      const { as, document, variables = {}, purpose } = question;
      const response = await fetch(graphql, {
        method: 'POST',
        headers: { ...(await headersOf(as, { purpose })), 'content-type': 'application/json' },
        body: JSON.stringify({ query: document, variables }),
      });
      const reply = replyShape.parse(await response.json());
      say(indented(JSON.stringify(shown(reply), null, 2)));
      return reply;
    },
    openSession: async (as, grant) => {
      const session = await exchange(url, as, await tokenOf(as), grant);
      say(`${as}: POST /token → ${session === null ? 'invalid_grant' : 'a session'}\n`);
      return session;
    },
    messageTo: async (patient, kind) => {
      const end = Date.now() + DELIVERY;
      for (;;) {
        const message = await newestMessage(patient, kind);
        if (message !== undefined) {
          say(indented(message.text));
          return message;
        }
        if (Date.now() > end) throw new StoryError(`a message of kind ${kind}`, null);
        await new Promise((resolve) => setTimeout(resolve, POLL));
      }
    },
    fetch: async (as, { method, path, headers = {}, body }) => {
      const address = new URL(path, url).href;
      const type = body === undefined || Buffer.isBuffer(body) ? {} : JSON_BODY;
      const response = await fetch(address, {
        method,
        headers: { ...type, ...(await headersOf(as, { method, address })), ...headers },
        ...(body !== undefined && { body: Buffer.isBuffer(body) ? body : JSON.stringify(body) }),
      });
      const bytes = Buffer.from(await response.arrayBuffer());
      const [shown = ''] = path.split('?');
      const { status } = response;
      say(indented(`${nameOf(as)}: ${method} ${shown} → ${status}, ${bytes.length} bytes`));
      return { status, headers: response.headers, bytes };
    },
    verifyAudit: options.verifyAudit,
  };
}

/** What a request's proof and headers are made for. */
interface Presented {
  readonly method?: string;
  readonly address?: string;
  readonly purpose?: string | undefined;
}

const JSON_BODY = { 'content-type': 'application/json' };

function nameOf(as: Speaker): string {
  return as instanceof Session ? `${as.name}, in the session` : as;
}

function asked({ as, document, variables }: Question): string {
  const who = nameOf(as);
  const given = variables === undefined ? '' : `\n${JSON.stringify(variables)}`;
  return indented(`${who} asks:\n${document}${given}\n→`);
}

function shown({ data, errors }: Reply): object {
  return errors.length > 0 ? { data, errors } : { data };
}

function indented(text: string): string {
  return `${text.replace(/^/gm, '    ')}\n`;
}
