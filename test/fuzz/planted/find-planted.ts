/** Looks for each planted fault by the cases of a run. */
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { PLANTED_FAULTS } from './faults.js';
import type { PlantedFault } from './faults.js';
import type { PlantedNews, PlantedOrder } from './planted-process.js';

const PROCESS = fileURLToPath(new URL('planted-process.ts', import.meta.url));

/** Looks for every fault; each is told as soon as it is found, or was not. */
export async function findPlanted(
  bounds: Pick<PlantedOrder, 'seed' | 'cases'>,
  tell: (fault: PlantedFault, news: PlantedNews) => void,
): Promise<void> {
  const left = [...PLANTED_FAULTS.entries()];
  const work = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const [position, fault] = next;
      tell(fault, await find({ ...bounds, fault: position }));
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
}

function find(order: PlantedOrder): Promise<PlantedNews> {
  const { promise, resolve, reject } = Promise.withResolvers<PlantedNews>();
  const child = fork(PROCESS);
  child.on('message', (news) => {
    resolve(news as PlantedNews);
  });
  child.on('error', reject);
  child.on('exit', (code) => {
    reject(new Error(`Expected word of a fault, got exit code ${String(code)}`));
  });
  child.send(order);
  return promise;
}
