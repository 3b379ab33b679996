import type { ErrorCode } from '@causeway/schema';

/** An export that is refused, as it is told: nothing was exported and nothing changed. */
export class SelfCarryError extends Error {
  readonly status: number;
  readonly code: ErrorCode;

  constructor(status: number, code: ErrorCode, message: string) {
    super(message);
    this.name = 'SelfCarryError';
    this.status = status;
    this.code = code;
  }
}
