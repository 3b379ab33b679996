import { GraphQLError, GraphQLScalarType, valueFromASTUntyped } from 'graphql';

/** A FHIR R4 Bundle as JSON, on its way in; what it has to be is checked where it is taken. */
export const FhirBundle = new GraphQLScalarType<unknown, never>({
  name: 'FhirBundle',
  description: 'A FHIR R4 Bundle as JSON. Give it in a variable.',
  specifiedByURL: 'https://hl7.org/fhir/R4/bundle.html',
  serialize: () => {
    throw new GraphQLError('Expected no bundle in an answer');
  },
  parseValue: (value) => value,
  parseLiteral: (node, variables) => valueFromASTUntyped(node, variables),
});
