import { decryptFile, readHealthLink } from '@causeway/gateway/self-carry';
import { z } from 'zod';
import { shaped } from '../expectations.js';
import type { Stage } from '../stage.js';

const manifest = z.object({ files: z.array(z.object({ embedded: z.string() })).min(1) });
const document = z.object({ type: z.literal('document'), entry: z.array(z.unknown()).min(1) });

const exported = z.object({ shlink: z.string(), passcode: z.string(), expiresAt: z.string() });

/** The patient takes his own summary along, and opens it again from its link. */
export async function carry(stage: Stage): Promise<void> {
  stage.scene('The patient carries his own summary');
  const { bytes } = await stage.fetch('patient-chan', {
    method: 'POST',
    path: '/self-carry',
    body: { label: 'My summary', expiresIn: 'P7D' },
  });
  const { shlink, passcode, expiresAt } = shaped(JSON.parse(bytes.toString()), exported);
  stage.tell(
    `The link is good until ${expiresAt}; the file behind it is encrypted, and its key is in the link alone.`,
  );
  const { url = '', key = '' } = readHealthLink(shlink) ?? {};
  const opened = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ recipient: 'Story', passcode }),
  });
  const [file] = shaped(await opened.json(), manifest).files;
  const { entry } = shaped(await decryptFile(file?.embedded ?? '', key), document);
  stage.tell(`Opened again with the passcode: a document of ${entry.length} resources.`);
}
