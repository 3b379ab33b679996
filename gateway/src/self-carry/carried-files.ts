/** The encrypted files of patients, kept by the records subgraph and asked for by the gateway's own calls. */
import { z } from 'zod';
import type { OwnCall } from '../host/own-calls.js';
import { readOwn } from '../host/read-own.js';

const summaryShape = z.object({
  id: z.string(),
  label: z.string(),
  createdAt: z.number(),
  expiresAt: z.number(),
  revokedAt: z.number().nullable(),
  remainingAttempts: z.number(),
  openings: z.number(),
  lastOpenedAt: z.number().nullable(),
});

const openingShape = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('OPENED'), contentType: z.string(), jwe: z.string() }),
  z.object({ outcome: z.literal('LOCATED'), contentType: z.string(), location: z.string() }),
  z.object({ outcome: z.literal('REFUSED'), remainingAttempts: z.number() }),
  z.object({ outcome: z.literal('NOT_FOUND') }),
]);

/** A carried file as its patient may see it; times are epoch milliseconds. */
export type CarriedFile = z.infer<typeof summaryShape>;

/** What came of an attempt to open a file. */
export type Opening = z.infer<typeof openingShape>;

/** A file to be kept, with what opens it. */
export interface NewCarriedFile {
  readonly patient: string;
  /** The 256 random bits of the manifest's URL. */
  readonly key: string;
  readonly passcode: string;
  readonly jwe: string;
  readonly contentType: string;
  readonly label: string;
  readonly expiresAt: number;
}

/** Somebody who holds a link wants the file. */
export interface OpeningRequest {
  readonly key: string;
  readonly passcode: string | null;
  readonly embeddedLengthMax: number | null;
}

/** Where carried files are. Every call throws SubgraphUnavailableError if there is no whole answer. */
export interface CarriedFiles {
  store(file: NewCarriedFile): Promise<CarriedFile>;
  open(request: OpeningRequest): Promise<Opening>;
  /** The JWE at a location, once; null for one that is used, over or unknown. */
  fetch(location: string): Promise<string | null>;
  list(patient: string): Promise<readonly CarriedFile[]>;
  /** Null where the patient has no file of that id. */
  revoke(patient: string, file: string): Promise<CarriedFile | null>;
}

/** The carried files that the records subgraph keeps. */
export function ownCarriedFiles(call: OwnCall): CarriedFiles {
  const ask = async <Value>(
    shape: z.ZodType<Value>,
    query: string,
    field: string,
    variables: object,
  ): Promise<Value> =>
    readOwn('records', shape, await call('records', 'relay', query, field, { ...variables }));
  return {
    store: (file) =>
      ask(
        summaryShape,
        `mutation($patient: ID!, $key: String!, $passcode: String!, $jwe: String!, $contentType: String!, $label: String!, $expiresAt: Float!) {
          storeCarriedFile(patient: $patient, key: $key, passcode: $passcode, jwe: $jwe, contentType: $contentType, label: $label, expiresAt: $expiresAt)
        }`,
        'storeCarriedFile',
        file,
      ),
    open: (request) =>
      ask(
        openingShape,
        `mutation($key: String!, $passcode: String, $embeddedLengthMax: Int) {
          openCarriedFile(key: $key, passcode: $passcode, embeddedLengthMax: $embeddedLengthMax)
        }`,
        'openCarriedFile',
        request,
      ),
    fetch: (location) =>
      ask(
        z.string().nullable(),
        'mutation($location: String!) { fetchCarriedFile(location: $location) }',
        'fetchCarriedFile',
        { location },
      ),
    list: (patient) =>
      ask(
        z.array(summaryShape),
        'query($patient: ID!) { carriedFiles(patient: $patient) }',
        'carriedFiles',
        { patient },
      ),
    revoke: (patient, file) =>
      ask(
        summaryShape.nullable(),
        'mutation($patient: ID!, $file: ID!) { revokeCarriedFile(patient: $patient, file: $file) }',
        'revokeCarriedFile',
        { patient, file },
      ),
  };
}
