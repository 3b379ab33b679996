import type { Issuer } from './credentials.js';
import type { Target } from './target.js';
import type { Witness } from './witness.js';

/** How much depends on it, as RFC 2119 has it: who fails a MUST lets through what no patient has permitted. */
export type Level = 'MUST' | 'SHOULD';

interface Named {
  /** Four hexadecimal digits, which never change their meaning. */
  readonly id: string;
  readonly level: Level;
  /** What the gateway does, in a sentence that begins with the level. */
  readonly title: string;
}

/** An audit by the address alone. */
interface ByAddress extends Named {
  readonly needs: 'URL';
  readonly check: (target: Target) => Promise<void>;
}

/** An audit that makes tokens of its own. */
interface ByIssuer extends Named {
  readonly needs: 'ISSUER';
  readonly check: (target: Target, issuer: Issuer) => Promise<void>;
}

/** An audit of what the subgraphs are asked, or of what comes of their faults. */
interface BySubgraphs extends Named {
  readonly needs: 'SUBGRAPHS';
  readonly check: (target: Target, witness: Witness) => Promise<void>;
}

/** One thing that a gateway is held against. Its check throws where the gateway does otherwise. */
export type Audit = ByAddress | ByIssuer | BySubgraphs;

/** Audits of one kind. */
export interface Topic {
  readonly name: string;
  readonly audits: readonly Audit[];
}

/** The gateway does not have what is audited: neither passed nor failed. */
export class NotApplicable extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'NotApplicable';
  }
}
