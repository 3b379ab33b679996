/** How much of an upload is made durable at a time: what a broken connection loses at most, in bytes. */
const PIECE = 2 ** 20;

/** What comes in, in pieces of one size, the last excepted; nothing is given of a last piece that was broken off. */
export async function* piecesOf(source: AsyncIterable<unknown>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const chunk of source) {
    const bytes = Buffer.from(chunk as Uint8Array);
    waiting.push(bytes);
    size += bytes.length;
    while (size >= PIECE) {
      const all = Buffer.concat(waiting);
      yield all.subarray(0, PIECE);
      const rest = all.subarray(PIECE);
      waiting = [rest];
      size = rest.length;
    }
  }
  if (size > 0) yield Buffer.concat(waiting);
}
