import type { TakenProofs } from '@causeway/gateway';
import { isAboutProof } from './proof-messages.js';
import type { ProofQuestion } from './proof-messages.js';

/** How long an answer is waited for, in milliseconds. */
const PATIENCE = 5_000;

/**
 * The proofs that were taken by any process of this graph: the first process remembers them, and is asked about each.
 * Where it does not answer, none is taken.
 */
export function sharedProofs(): TakenProofs {
  const waiting = new Map<number, (isFirst: boolean) => void>();
  let asked = 0;
  process.on('message', (message: unknown) => {
    if (isAboutProof(message, 'proof-taken')) waiting.get(message.id)?.(message.isFirst);
  });
  return {
    take: (key, jti, until) =>
      new Promise((resolve) => {
        asked += 1;
        const question: ProofQuestion = { kind: 'proof', id: asked, key, jti, until };
        const settle = (isFirst: boolean): void => {
          clearTimeout(giveUp);
          waiting.delete(question.id);
          resolve(isFirst);
        };
        const giveUp = setTimeout(settle, PATIENCE, false);
        waiting.set(question.id, settle);
        const isSent = process.connected && process.send !== undefined;
        if (!isSent) settle(false);
        else process.send?.(question, undefined, undefined, (error) => error && settle(false));
      }),
  };
}
