import { explain } from './program.js';
import type { ProcessReply } from './process-messages.js';

/** What a process serves until it is told to end. */
export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * The life of a process that another one started: takes its order, serves, and ends when it is told to, or when the
 * one that started it is gone. Ctrl-C reaches every process of a terminal; when to end is for the first of them to say.
 */
export async function obey(serve: (order: unknown) => Promise<Served>): Promise<void> {
  process.on('SIGINT', () => undefined);
  const order = new Promise((resolve) => process.once('message', resolve));
  const end = new Promise<void>((resolve) => {
    process.on('SIGTERM', resolve);
    process.on('disconnect', resolve);
  });
  try {
    const served = await serve(await order);
    reply({ kind: 'ready', url: served.url });
    await end;
    await served.close();
  } catch (error) {
    const explained = explain(error);
    const message =
      explained instanceof Error ? (explained.stack ?? explained.message) : String(explained);
    reply({ kind: 'failed', message });
    process.exitCode = 1;
  } finally {
    if (process.connected) process.disconnect();
  }
}

function reply(answer: ProcessReply): void {
  if (process.connected) process.send?.(answer);
}
