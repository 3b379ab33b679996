/** CPU profiles of a process of ours, as its parent asks for them; read by any tool that reads V8's. */
import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';

/** Told to a process: from now on, or until now and into this file. */
export type ProfileOrder =
  { readonly kind: 'profile' } | { readonly kind: 'profiled'; readonly path: string };

/** Obeys orders of the process that started this one. */
export function obeyProfileOrders(): void {
  const session = new Session();
  const obey = async (order: ProfileOrder): Promise<void> => {
    switch (order.kind) {
      case 'profile':
        session.connect();
        await session.post('Profiler.enable');
        await session.post('Profiler.setSamplingInterval', { interval: 200 });
        await session.post('Profiler.start');
        break;
      case 'profiled': {
        const { profile } = await session.post('Profiler.stop');
        session.disconnect();
        writeFileSync(order.path, JSON.stringify(profile));
      }
    }
    process.send?.(order);
  };
  process.on('message', (order: ProfileOrder) => {
    obey(order).catch((error: unknown) => {
      console.error(error);
    });
  });
}
