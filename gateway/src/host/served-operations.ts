import { GraphQLError } from 'graphql';
import type { ValidationRule } from 'graphql';

/** A validation rule that refuses operations of a kind that the schema has no root for: here, subscriptions. */
export const servedOperations: ValidationRule = (context) => ({
  OperationDefinition: ({ operation }) => {
    if (context.getSchema().getRootType(operation) != null) return;
    context.reportError(
      new GraphQLError(`Expected an operation that the schema has, got a ${operation}`),
    );
  },
});
