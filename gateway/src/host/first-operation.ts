/** What the explorer's first tab is filled in with. */
export interface FirstOperation {
  readonly document: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
}
