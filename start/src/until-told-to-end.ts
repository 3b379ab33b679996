/** Waits for the signal to end, then closes; a second signal does not cut the closing short. */
export async function untilToldToEnd(close: () => Promise<void>): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => resolve());
  });
  await close();
}
