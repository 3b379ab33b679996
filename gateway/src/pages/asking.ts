/** What pages make of the graph's answers. */
import type { PurposeOfUse } from '@causeway/schema';
import type { Answer, Ask } from './ask.js';
import { problemNotice } from './notices.js';
import type { Notice } from './session.js';
import type { SignedInVisit } from './visit.js';

/** The graph does not know the visitor any more: the token has expired, or its issuer's keys have changed. */
export class SignedOutError extends Error {
  constructor() {
    super('Expected somebody who is signed in');
    this.name = 'SignedOutError';
  }
}

/** The visitor has signed in as somebody whom the page is not for: their token names other purposes of use. */
export class WrongAccountError extends Error {
  constructor() {
    super('Expected an account of those whom the page is for');
    this.name = 'WrongAccountError';
  }
}

/** The graph gave no answer to show. */
export class NoAnswerError extends Error {
  constructor(codes: readonly string[]) {
    super(`Expected an answer of the graph, got ${codes.join(', ') || 'none'}`);
    this.name = 'NoAnswerError';
  }
}

/** What a change came to: the value that its field answers, or the notice of why it was refused. */
export type Outcome<Value> = { readonly value: Value } | { readonly refused: Notice };

/** Asks the graph for a page, for one purpose of use. */
export class Asking {
  readonly #ask: Ask;
  readonly #purpose: PurposeOfUse;

  constructor(ask: Ask, purpose: PurposeOfUse) {
    this.#ask = ask;
    this.#purpose = purpose;
  }

  /**
   * What a query answers; what the visitor may not read is null in it.
   *
   * @throws SignedOutError, WrongAccountError or NoAnswerError
   */
  async read<Data>(visit: SignedInVisit, document: string, variables: object): Promise<Data> {
    const { data, errors = [] } = await this.#answer(visit, document, variables);
    if (data == null) throw new NoAnswerError(errors.map(codeOf));
    return data as Data;
  }

  /**
   * What a mutation's one field answers, or the notice of why it was refused.
   *
   * @throws SignedOutError or WrongAccountError
   */
  async change<Value>(
    visit: SignedInVisit,
    document: string,
    variables: object,
  ): Promise<Outcome<Value>> {
    const { data, errors = [] } = await this.#answer(visit, document, variables);
    const [value] = Object.values(data ?? {});
    if (value != null) return { value: value as Value };
    const [error] = errors;
    if (error === undefined) return { refused: problemNotice('NOT_FOUND') };
    const attempts = error.extensions?.['remainingAttempts'];
    const values = typeof attempts === 'number' ? { remainingAttempts: attempts } : {};
    return { refused: problemNotice(codeOf(error), values) };
  }

  async #answer(visit: SignedInVisit, document: string, variables: object): Promise<Answer> {
    const answer = await this.#ask({
      document,
      variables: { ...variables },
      accessToken: visit.session.signedIn.accessToken,
      purpose: this.#purpose,
      signal: visit.signal,
    });
    const codes = answer.errors?.map(codeOf) ?? [];
    if (codes.includes('UNAUTHENTICATED')) throw new SignedOutError();
    if (codes.includes('PURPOSE_REQUIRED')) throw new WrongAccountError();
    return answer;
  }
}

function codeOf({
  extensions,
}: {
  readonly extensions?: Readonly<Record<string, unknown>>;
}): string {
  const code = extensions?.['code'];
  return typeof code === 'string' ? code : 'none';
}
