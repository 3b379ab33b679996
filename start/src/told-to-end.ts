/**
 * Resolves when a signal asks the program to end. From the call on, signals no longer end it at once: one that comes
 * while it starts is kept until it has started, and a second one does not cut the ending short.
 */
export function toldToEnd(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => resolve());
    }
  });
}
