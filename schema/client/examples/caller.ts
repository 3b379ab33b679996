/** Who asks, and where: what each example is given. */
export interface GraphCaller {
  /** The address of the graph: `http://localhost:4000/graphql`. */
  readonly url: string;
  readonly token: string;
  /** The purpose of use, declared with every request: `TREAT`, `PATRQT`. */
  readonly purpose: string;
  /** Sends requests, where they need more than headers that stay the same, such as a proof of a key; `fetch` if left out. */
  readonly fetch?: typeof fetch;
}

/** The headers of every request. */
export function headersOf({ token, purpose }: GraphCaller): Record<string, string> {
  return { authorization: `Bearer ${token}`, 'purpose-of-use': purpose };
}
