import { realpathSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A path that was named for import and is not there. */
export class MissingPathError extends Error {
  constructor(path: string, options?: ErrorOptions) {
    super(
      `Expected a file or folder at ${path}, found none that can be read; check the path`,
      options,
    );
    this.name = 'MissingPathError';
  }
}

/** A file to import. */
export interface ListedFile {
  /** Real path. */
  readonly path: string;
  /** Real path of the folder that was named, or that holds the file that was. */
  readonly root: string;
}

/** The files to import, and how many others lie beside them. */
export interface FileList {
  /** Each file once, in the order of the arguments and by name within folders. */
  readonly files: readonly ListedFile[];
  /** Files in the folders that are neither .json nor .ndjson. */
  readonly skipped: number;
}

/**
 * The files that paths name: each file itself, and of folders all .json and .ndjson files at any depth.
 *
 * @throws MissingPathError if a path is not there
 */
export async function listFiles(paths: readonly string[]): Promise<FileList> {
  const files = new Map<string, ListedFile>();
  let skipped = 0;
  const list = (path: string, root: string): void => {
    if (!files.has(path)) files.set(path, { path, root });
  };
  const walk = async (folder: string, root: string): Promise<void> => {
    const entries = await readdir(folder, { withFileTypes: true });
    entries.sort((one, other) => (one.name < other.name ? -1 : 1));
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) await walk(path, root);
      else if (entry.isFile() && isFhirFile(path)) list(path, root);
      else skipped += 1;
    }
  };
  for (const path of paths) {
    const real = realPathOf(path);
    if (statSync(real).isDirectory()) await walk(real, real);
    else list(real, dirname(real));
  }
  return { files: [...files.values()], skipped };
}

/** Whether a file holds one JSON value a line. */
export function isNdjson(path: string): boolean {
  return /\.(ndjson|jsonl)$/i.test(path);
}

function isFhirFile(path: string): boolean {
  return isNdjson(path) || /\.json$/i.test(path);
}

function realPathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    throw new MissingPathError(path, { cause: error });
  }
}
