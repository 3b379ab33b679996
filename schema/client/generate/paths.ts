import { fileURLToPath } from 'node:url';

/** The path of a file of the client's package. */
export function clientPath(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}

/** The folder of the operations that are typed. */
export const OPERATIONS = fileURLToPath(new URL('../../operations/', import.meta.url));
