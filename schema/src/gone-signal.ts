import type { ServerResponse } from 'node:http';

/** A signal that is aborted when the connection closes before the answer is written; at once where it has closed by now. */
export function goneSignal(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  // What has closed already says so no more.
  if (response.destroyed && !response.writableFinished) controller.abort();
  else {
    response.once('close', () => {
      if (!response.writableFinished) controller.abort();
    });
  }
  return controller.signal;
}
