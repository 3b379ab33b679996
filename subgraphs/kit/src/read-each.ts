/** A key of many that could not be read: answered in place of what it asked for, as an error of that item. */
export class UnreadableKeyError extends Error {
  constructor(options: ErrorOptions) {
    super('Expected to read what one of many keys asks for, and could not', options);
    this.name = 'UnreadableKeyError';
  }
}

/** Reads what keys ask for, in their order. */
type Read<Key, Found> = (keys: readonly Key[]) => readonly Found[];

/**
 * Answers keys in their order, in one reading. Where that fails, each is read by itself: a damaged row costs those alone
 * who ask for it.
 *
 * @throws whatever fails the reading, if it fails that of every key
 */
export function readEach<Key, Found>(
  keys: readonly Key[],
  read: Read<Key, Found>,
): readonly (Found | UnreadableKeyError)[] {
  try {
    return read(keys);
  } catch (error) {
    if (keys.length <= 1 || isLocked(error)) throw error;
    const answers = keys.flatMap((key) => readAlone(key, read));
    if (answers.every((answer) => answer instanceof UnreadableKeyError)) throw error;
    return answers;
  }
}

function readAlone<Key, Found>(
  key: Key,
  read: Read<Key, Found>,
): readonly (Found | UnreadableKeyError)[] {
  try {
    return read([key]);
  } catch (cause) {
    if (isLocked(cause)) throw cause;
    return [new UnreadableKeyError({ cause })];
  }
}

/** Whoever reads from a locked database has waited for it: nobody could wait so long once more for each key. */
function isLocked(error: unknown): boolean {
  const { code } = Object(error) as { readonly code?: unknown };
  return /^SQLITE_(?:BUSY|LOCKED)/.test(String(code));
}
