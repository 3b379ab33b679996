import { z } from 'zod';
import { StartError } from '../program.js';

const sectionShape = z.object({
  title: z.string(),
  entry: z.array(z.unknown()).optional(),
  emptyReason: z.object({ text: z.string() }).optional(),
});

const summaryShape = z.object({
  type: z.literal('document'),
  timestamp: z.string(),
  entry: z
    .array(
      z.object({
        resource: z.looseObject({
          resourceType: z.string(),
          title: z.string().optional(),
          section: z.array(sectionShape).optional(),
        }),
      }),
    )
    .min(1),
});

/** What a patient summary holds, a line for each section. @throws StartError for what is no FHIR document */
export function describeSummary(bundle: unknown): string {
  const { success, data } = summaryShape.safeParse(bundle);
  if (!success) throw new StartError('Expected a FHIR document, got something else');
  const { title = 'Summary', section = [] } = data.entry[0]?.resource ?? {};
  const lines = section.map(({ title: name, entry = [], emptyReason }) => {
    const content = emptyReason?.text ?? `${entry.length}`;
    return `  ${name.padEnd(28)}${content}`;
  });
  return [`${title}: ${data.entry.length} resources, made ${data.timestamp}`, ...lines].join('\n');
}
