/** Who asks, and where: what each example is given. */
export interface GraphCaller {
  /** The address of the graph: `http://localhost:4000/graphql`. */
  readonly url: string;
  readonly token: string;
  /** The purpose of use, declared with every request: `TREAT`, `PATRQT`. */
  readonly purpose: string;
}

/** The headers of every request. */
export function headersOf({ token, purpose }: GraphCaller): Record<string, string> {
  return { authorization: `Bearer ${token}`, 'purpose-of-use': purpose };
}
