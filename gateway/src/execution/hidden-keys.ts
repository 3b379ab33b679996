/** Response keys of hidden objects: apart from all keys of the client's, so that an answer is read without them. */

/** No field of a schema begins so: the specification reserves it. */
const PREFIX = '__hidden_';

/** The key under which an object is asked for that the host alone reads, by the name of its field. */
export function hiddenKey(name: string): string {
  return `${PREFIX}${name}`;
}

/** Whether a response key is that of a hidden object. */
export function isHiddenKey(key: string): boolean {
  return key.startsWith(PREFIX);
}
