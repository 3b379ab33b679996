/** Ends an HTTP server: nothing new is taken, what runs is finished within a bound. */
import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** How often connections that have become idle are closed, in milliseconds. */
const SWEEP = 50;

/** The connections of a server on which no request has come yet. */
export class UnusedConnections {
  readonly #sockets = new Set<Socket>();

  constructor(server: Server) {
    server.on('connection', (socket: Socket) => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
    });
  }

  /** A request has come on a connection. */
  used(socket: Socket): void {
    this.#sockets.delete(socket);
  }

  /** Closes them: nothing runs on them. */
  close(): void {
    for (const socket of this.#sockets) socket.destroy();
  }
}

/**
 * Stops listening, closes connections as they become idle, and resolves once all are closed; those that are still at
 * work after the bound (in milliseconds) are cut.
 */
export async function drain(
  server: Server,
  unused: UnusedConnections,
  bound: number,
): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  unused.close();
  server.closeIdleConnections();
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP);
  const cut = setTimeout(() => server.closeAllConnections(), bound);
  await closed;
  clearInterval(sweep);
  clearTimeout(cut);
}
