import type { ChildProcess } from 'node:child_process';
import { ProofMemory } from '@causeway/gateway';
import { isAboutProof } from './proof-messages.js';
import type { ProofReply } from './proof-messages.js';

/** Remembers the proofs that the processes of a graph take, so that none is taken twice, whichever is asked. */
export class ProofDesk {
  readonly #memory = new ProofMemory();
  readonly #clock: () => number;

  /** A desk by the clock (epoch milliseconds). */
  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** Answers what a process asks, for as long as it is there. */
  serve(child: ChildProcess): void {
    child.on('message', (message: unknown) => {
      if (!isAboutProof(message, 'proof')) return;
      const { id, key, jti, until } = message;
      const isFirst = this.#memory.take(key, jti, until, this.#clock());
      const reply: ProofReply = { kind: 'proof-taken', id, isFirst };
      // One that is gone by now needs no answer.
      if (child.connected) child.send(reply, () => undefined);
    });
  }
}
