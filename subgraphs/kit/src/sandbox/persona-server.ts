/** Apollo Server before one subgraph: it signs for a persona what the gateway would sign for a caller. */
import { ApolloServer } from '@apollo/server';
import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';
import type { Permit } from '@causeway/schema';
import { GraphQLError } from 'graphql';
import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql';
import { signedFetch } from '../signed-fetch.js';
import type { HandledSubgraph } from '../signed-fetch.js';
import { namedIds } from './named-ids.js';
import type { SandboxPersona, Speaker } from './personas.js';

/** The header that says which persona speaks. */
export const PERSONA_HEADER = 'causeway-persona';

/** A subgraph as a sandbox needs it. */
export interface SandboxSubgraph extends HandledSubgraph {
  readonly schema: GraphQLSchema;
}

/** What the explorer's first tab is filled in with. */
export interface FirstOperation {
  readonly document: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** The persona to begin with: `patient:ID`. */
  readonly persona: string;
}

/** How a sandbox asks its subgraph. */
export interface PersonaOptions {
  /** A key that the subgraph trusts. */
  readonly key: Uint8Array;
  readonly personas: Readonly<Record<string, SandboxPersona>>;
  readonly firstOperation: FirstOperation;
  /** The time in epoch milliseconds. */
  readonly clock: () => number;
}

/** The context of a request to a sandbox. */
export interface SandboxContext {
  readonly speaker: Speaker;
}

type Gateway = ApolloServerOptionsWithGateway<SandboxContext>['gateway'];

/** A server that asks a subgraph on behalf of personas. */
export function personaServer(
  subgraph: SandboxSubgraph,
  options: PersonaOptions,
): ApolloServer<SandboxContext> {
  const { document, variables = {}, persona } = options.firstOperation;
  return new ApolloServer<SandboxContext>({
    gateway: gatewayOf(subgraph, options),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    plugins: [
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginLandingPageLocalDefault({
        document,
        variables: { ...variables },
        headers: { [PERSONA_HEADER]: persona },
        embed: { runTelemetry: false, endpointIsEditable: false },
        footer: false,
      }),
    ],
  });
}

/** The speaker that a header's text names. @throws GraphQLError BAD_USER_INPUT for a persona that is not known */
export function speakerOf(header: string | undefined, options: PersonaOptions): Speaker {
  const { personas, clock, firstOperation } = options;
  const [name = '', ...rest] = (header ?? firstOperation.persona).split(':');
  const persona = Object.hasOwn(personas, name) ? personas[name] : undefined;
  if (persona !== undefined) return persona.speak(rest.join(':'), clock());
  throw new GraphQLError(
    `Expected ${PERSONA_HEADER} to name one of ${Object.keys(personas).join(', ')}, got ${JSON.stringify(name)}`,
    { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } },
  );
}

function gatewayOf(subgraph: SandboxSubgraph, options: PersonaOptions): Gateway {
  return {
    onSchemaLoadOrUpdate: (listener) => {
      listener({ apiSchema: subgraph.schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    load: () =>
      Promise.resolve({
        executor: ({ request, source, document, operationName, context }) =>
          ask(subgraph, options, (context as SandboxContext).speaker, {
            source,
            document,
            operationName,
            variables: request.variables ?? {},
          }),
      }),
    stop: () => Promise.resolve(),
  };
}

interface Operation {
  readonly source: string;
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

async function ask(
  subgraph: SandboxSubgraph,
  { key, clock }: PersonaOptions,
  speaker: Speaker,
  { source, document, operationName, variables }: Operation,
): Promise<ExecutionResult> {
  const now = clock();
  const { use, caller } = speaker;
  const named = namedIds(document, variables);
  const ids = caller?.kind === 'person' ? new Set([...named, caller.person]) : named;
  const permits = [...ids].map((id) => speaker.permitFor(id)).filter(isPermit);
  const operation = {
    query: source,
    variables,
    ...(operationName === null ? {} : { operationName }),
  };
  const result = await signedFetch(subgraph, operation, { use, caller, permits, now }, key, now);
  return { ...result, ...errorsOf(result) };
}

function isPermit(permit: Permit | null): permit is Permit {
  return permit !== null;
}

/** The errors of a result as Apollo Server expects them: as instances. */
function errorsOf({ errors }: ExecutionResult): Pick<ExecutionResult, 'errors'> {
  if (errors === undefined) return {};
  return {
    errors: errors.map(
      ({ message, path, extensions }) =>
        new GraphQLError(message, { path: path ?? null, extensions }),
    ),
  };
}
