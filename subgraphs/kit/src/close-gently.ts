import type { Server } from 'node:http';
import { Server as NetServer } from 'node:net';
import type { ServerLimits } from './server-limits.js';

/**
 * Takes no more connections, and resolves once what is under way is answered, or after the grace at the latest. The port
 * is free at once, for the next server on it.
 */
export async function closeGently(
  server: Server,
  { linger, grace }: Pick<ServerLimits, 'linger' | 'grace'>,
): Promise<void> {
  // `close` of node:http ends idle connections at once: under a request that the gateway is just sending on one, and
  // may not send again since it cannot know how far it came.
  const ended = new Promise<void>((resolve) => {
    NetServer.prototype.close.call(server, () => resolve());
  });
  const timers = [
    setTimeout(() => server.closeIdleConnections(), linger),
    setTimeout(() => server.closeAllConnections(), grace),
  ];
  await ended;
  for (const timer of timers) clearTimeout(timer);
  // Only this ends the timer by which node:http looks for connections that are late.
  server.close(() => undefined);
}
