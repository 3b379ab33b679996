import type { ErrorCode, SubgraphResponse } from '@causeway/schema';

/** The response to what is not executed. */
export function refusal(status: number, code: ErrorCode, message: string): SubgraphResponse {
  return { status, body: JSON.stringify({ errors: [{ message, extensions: { code } }] }) };
}
