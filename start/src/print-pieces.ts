import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { hasCode } from './program.js';

/** Prints a text piece by piece, as fast as it is read, until its end or until whoever reads stops reading. */
export async function printPieces(pieces: Iterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(pieces), process.stdout);
  } catch (error) {
    if (!hasCode(error, 'EPIPE')) throw error;
  }
}
