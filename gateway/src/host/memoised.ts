import { BoundedMap } from '@causeway/schema';

/** The most that values take, in characters: clients send few, and who sends many must not fill the memory. */
const CAPACITY = 64 * 1024;

/** A function of a header's value that remembers what it found for the values that are sent again and again. */
export function memoised<Value>(read: (header: string) => Value): (header: string) => Value {
  const known = new BoundedMap<string, Value>({
    capacity: CAPACITY,
    sizeOf: (_value, header) => header.length + 1,
  });
  return (header) => {
    const found = known.get(header);
    if (found !== undefined) return found;
    const value = read(header);
    known.set(header, value);
    return value;
  };
}
