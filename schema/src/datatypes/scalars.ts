import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { earliestInstant } from '../clinical-date.js';

function fhirScalar(
  name: string,
  specifiedByURL: string,
  description: string,
  accepts: (text: string) => boolean,
): GraphQLScalarType<string, string> {
  const coerce = (value: unknown): string => {
    if (typeof value === 'string' && accepts(value)) return value;
    throw new GraphQLError(`Expected a FHIR ${name}, got ${JSON.stringify(value)}`);
  };
  return new GraphQLScalarType({
    name,
    description,
    specifiedByURL,
    serialize: coerce,
    parseValue: coerce,
    parseLiteral: (node) => coerce(node.kind === Kind.STRING ? node.value : null),
  });
}

/** FHIR date: a day, a month or a year. */
export const FhirDate = fhirScalar(
  'Date',
  'https://hl7.org/fhir/R4/datatypes.html#date',
  'FHIR date: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as precise as it is known.',
  (text) => !text.includes('T') && earliestInstant(text) !== null,
);

/** FHIR dateTime: an instant, or a date as precise as it is known. */
export const FhirDateTime = fhirScalar(
  'DateTime',
  'https://hl7.org/fhir/R4/datatypes.html#dateTime',
  'FHIR dateTime: `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or an instant with its offset, as precise as it is known.',
  (text) => earliestInstant(text) !== null,
);
