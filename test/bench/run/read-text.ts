import type { IncomingMessage } from 'node:http';

/** The whole body of a message, as text. */
export function readText(message: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    message.on('data', (chunk: Buffer) => chunks.push(chunk));
    message.on('end', () => {
      resolve(Buffer.concat(chunks).toString());
    });
    message.on('error', reject);
  });
}
