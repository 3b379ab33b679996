/**
 * For how long signals count as one, in milliseconds: a terminal sends its own to every process, and npm hands on what
 * it gets.
 */
const SAME_WISH = 1_000;

/** The exit code of a program that did not get to finish what ran. */
const CUT_SHORT = 1;

/**
 * Resolves when a signal asks the program to end. From the call on, signals no longer end it at once: one that comes
 * while it starts is kept until it has started. One that comes a second or more after the first ends it at once.
 */
export function toldToEnd(): Promise<void> {
  return new Promise((resolve) => {
    let first: number | null = null;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        first ??= performance.now();
        if (performance.now() - first >= SAME_WISH) process.exit(CUT_SHORT);
        resolve();
      });
    }
  });
}
