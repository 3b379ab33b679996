/** A proof that a gateway's process asks the first one about. */
export interface ProofQuestion {
  readonly kind: 'proof';
  /** Tells the questions of one process apart. */
  readonly id: number;
  readonly key: string;
  readonly jti: string;
  /** Until when it is good, in epoch milliseconds. */
  readonly until: number;
}

/** What it is told. */
export interface ProofReply {
  readonly kind: 'proof-taken';
  readonly id: number;
  readonly isFirst: boolean;
}

/** Whether a message between processes is about a proof. */
export function isAboutProof<Kind extends 'proof' | 'proof-taken'>(
  message: unknown,
  kind: Kind,
): message is Kind extends 'proof' ? ProofQuestion : ProofReply {
  return (
    typeof message === 'object' && message !== null && 'kind' in message && message.kind === kind
  );
}
