/** Opens a SMART Health Link as any viewer does: asks its manifest, and decrypts the file with the link's own key. */
import { decryptFile, readHealthLink } from '@causeway/gateway/self-carry';
import { z } from 'zod';
import { StartError } from '../program.js';

const manifestShape = z.object({
  files: z
    .array(z.object({ embedded: z.string().optional(), location: z.string().optional() }))
    .min(1),
});

const refusalShape = z.object({ remainingAttempts: z.number() });

/**
 * The file behind a link.
 *
 * @throws StartError if the text is no link, or link and passcode open nothing
 */
export async function openLink(text: string, passcode: string): Promise<unknown> {
  const link = readHealthLink(text);
  if (link === null) throw new StartError('Expected a SMART Health Link: shlink:/…');
  const response = await fetch(link.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ recipient: 'Causeway, at a terminal', passcode }),
  });
  if (response.status === 401) {
    const { remainingAttempts } = refusalShape.parse(await response.json());
    throw new StartError(`The passcode is wrong; ${remainingAttempts} more may be tried`);
  }
  if (!response.ok) throw new StartError('There is no file behind this link, or no more');
  const [file] = manifestShape.parse(await response.json()).files;
  return decryptFile(await jweOf(file), link.key);
}

async function jweOf(file: z.infer<typeof manifestShape>['files'][number] | undefined) {
  if (file?.embedded !== undefined) return file.embedded;
  const response = await fetch(file?.location ?? '');
  if (response.ok) return response.text();
  throw new StartError('The file is no more at its location; open the link again');
}
