import { z } from 'zod';
import { StartError } from '../program.js';

/** Where an export is asked for, and as whom. */
export interface ExportCall {
  /** The gateway's address without a path. */
  readonly url: string;
  readonly token: string;
  readonly path: '/self-carry' | '/self-carry/bundle';
  readonly body: object;
}

const refusalShape = z.object({ errors: z.array(z.object({ message: z.string() })).min(1) });

/** What the running graph answers, as text. @throws StartError if it refuses, or is not running */
export async function askExport({ url, token, path, body }: ExportCall): Promise<string> {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'purpose-of-use': 'PATRQT',
    },
    body: JSON.stringify(body),
  }).catch((error: unknown) => {
    throw new StartError(`Expected a graph at ${url}, found none; npm start`, { cause: error });
  });
  const text = await response.text();
  if (response.ok) return text;
  const refusal = refusalShape.safeParse(JSON.parse(text));
  throw new StartError(refusal.data?.errors[0]?.message ?? `The graph answered ${response.status}`);
}
