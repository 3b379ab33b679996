import { createBackground } from '@causeway/gateway';
import type { Background, Gateway } from '@causeway/gateway';
import type { DataFolder } from '../data-folder.js';
import { reportError } from '../report-error.js';
import type { Settings } from '../settings.js';
import { openChannels } from './channels.js';

/** What goes on beside the answering of requests, and over what. */
export interface OpenBackgroundOptions {
  readonly gateway: Gateway;
  readonly folder: DataFolder;
  readonly settings: Settings;
  /** The time in epoch milliseconds. */
  readonly clock: () => number;
  /** Told who is told nothing for now. */
  readonly say: (line: string) => void;
}

/**
 * The relay and the courier of a gateway, with the ways out to patients that the settings name, to be started.
 *
 * @throws SecretFileError if a secret cannot be read
 */
export function openBackground(options: OpenBackgroundOptions): Background {
  const { gateway, folder, settings, clock, say } = options;
  const ways = openChannels(settings, folder, clock);
  if (ways.warning !== undefined) say(ways.warning);
  const background = createBackground({
    call: gateway.call,
    channels: ways.channels,
    onError: reportError,
  });
  return {
    ...background,
    close: async () => {
      await background.close();
      await ways.close();
    },
  };
}
