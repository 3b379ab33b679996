import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';
import type { FirstOperation } from '../host/first-operation.js';

/** The landing page: Apollo Sandbox with a first operation, or none at all. */
export function landingPage(first: FirstOperation | null): ApolloServerPlugin {
  if (first === null) return ApolloServerPluginLandingPageDisabled();
  const { document, variables, headers } = first;
  return ApolloServerPluginLandingPageLocalDefault({
    document,
    variables: { ...variables },
    headers: { ...headers },
    embed: true,
    footer: false,
  });
}
