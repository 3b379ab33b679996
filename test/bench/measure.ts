/** What a turn measured. */
export interface Measured {
  readonly requests: number;
  /** Requests a second. */
  readonly rate: number;
  /** CPU time of the process for a request, in microseconds. */
  readonly cpu: number;
  /** Requests that share a durable commit. */
  readonly batch: number;
}

/** Asks for so many milliseconds, so many requests at a time. */
export async function measure(
  ask: () => Promise<void>,
  parallel: number,
  duration: number,
): Promise<Omit<Measured, 'batch'>> {
  const cpuBefore = process.cpuUsage();
  const begun = performance.now();
  let requests = 0;
  const worker = async (): Promise<void> => {
    while (performance.now() - begun < duration) {
      await ask();
      requests += 1;
    }
  };
  await Promise.all(Array.from({ length: parallel }, worker));
  const seconds = (performance.now() - begun) / 1_000;
  const { user, system } = process.cpuUsage(cpuBefore);
  return { requests, rate: requests / seconds, cpu: (user + system) / requests };
}
