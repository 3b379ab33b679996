/** The gateway that is audited, as its clients reach it. */
import type { PersonaName } from '@causeway/seeds/personas';

/** Somebody who asks: a persona, somebody with a token of another make, or nobody. */
export type Who = PersonaName | Bearer | null;

/** A request that a proof is made for, and the token that goes with it. */
export interface ProvenRequest {
  readonly method: string;
  /** The address, without a search. */
  readonly url: string;
  readonly token: string;
}

/** A token, and how its holder proves to hold the key it is bound to; null where it is bound to none. */
export interface Credential {
  readonly token: string;
  readonly prove: ((request: ProvenRequest) => Promise<string>) | null;
}

/** Somebody with a token, for a purpose of use; null states none. */
export interface Bearer extends Credential {
  readonly purpose: string | null;
}

/** An error of an answer. */
export interface AnsweredError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** An answer as a client gets it. */
export interface Answer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  /** The answer's very bytes, as text. */
  readonly text: string;
  /** The data; undefined where there is none, or where the answer is no JSON. */
  readonly data: unknown;
  readonly errors: readonly AnsweredError[];
}

/** A request that is none of the usual ones. */
export interface RawRequest {
  readonly method: 'GET' | 'POST';
  /** Where, as seen from the address of the graph: a search, or the path of a route beside it. */
  readonly at?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The gateway. */
export interface Target {
  /**
   * Asks an operation as somebody.
   *
   * @throws TargetError if no answer comes
   */
  ask(who: Who, query: string, variables?: Readonly<Record<string, unknown>>): Promise<Answer>;
  /**
   * Sends a request as somebody; its own headers count before those by which they are known.
   *
   * @throws TargetError if no answer comes
   */
  send(who: Who, request: RawRequest): Promise<Answer>;
  /** A persona's claims and purpose, as a token. */
  bearer(persona: PersonaName, purpose?: string | null): Promise<Bearer>;
}

/** The gateway cannot be asked: nothing of it has been audited. */
export class TargetError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'TargetError';
  }
}

/** The value at a path of an answer's data, such as `patient.name.0.text`; undefined where there is none. */
export function valueAt({ data }: Answer, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
      data,
    );
}

/** What was refused, and how: path, code and scope of each error. */
export function refusalsOf({ errors }: Answer): readonly (readonly unknown[])[] {
  return errors.map(({ path, extensions }) => {
    const { code, scope } = extensions ?? {};
    return [path?.join('.') ?? null, code, ...(scope === undefined ? [] : [scope])];
  });
}
