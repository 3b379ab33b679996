/** Holds the operations of teams against the graph: each valid in its variant, each taking no more than was agreed. */
import { GraphQLError, buildSchema, validate } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import type { AccessVersion } from '../access-diff/compare-access.js';
import type { Audience, AudienceName } from '../audiences.js';
import { contractOf } from '../contracts/contract.js';
import type { Scope } from '../scopes.js';
import { isSame } from './consent-manifest.js';
import type { ConsentManifest } from './consent-manifest.js';
import { consentNeeds } from './consent-needs.js';
import type { ConsentNeeds } from './consent-needs.js';
import { coordinateAt } from './coordinate-at.js';
import { fieldDemands } from './field-demands.js';
import { moreConsent } from './more-consent.js';
import type { Consumer, RegisteredOperation } from './registry.js';

/** What is wrong with an operation, or with what its team says of it. */
export interface ConsumerProblem {
  /**
   * `BROKEN`: not valid in the variant. `MORE_CONSENT`: takes more than the consent manifest says. `UNDECLARED`: takes a
   * scope that the team does not rely on. `UNUSED`: the team relies on a scope that nothing takes. `STALE`: the consent
   * manifest says more than is taken, or nothing yet.
   */
  readonly kind: 'BROKEN' | 'MORE_CONSENT' | 'UNDECLARED' | 'UNUSED' | 'STALE';
  readonly team: string;
  /** Undefined where it is about the whole team. */
  readonly operation?: string;
  readonly coordinate?: string;
  readonly message: string;
}

/** What became of a team's operations. */
export interface CheckedConsumer {
  readonly problems: readonly ConsumerProblem[];
  /** What its valid operations take now. */
  readonly needs: ConsentManifest;
}

/** Checks teams against one version of the graph. */
export class ConsumerCheck {
  readonly #version: AccessVersion;
  readonly #variants = new Map<AudienceName, GraphQLSchema>();

  constructor(version: AccessVersion) {
    this.#version = version;
  }

  /** Checks the operations of a team against what it has agreed to. */
  check(consumer: Consumer, agreed: ConsentManifest): CheckedConsumer {
    const problems: ConsumerProblem[] = [];
    const needs: Record<string, ConsentNeeds> = {};
    const { team } = consumer.manifest;
    for (const operation of consumer.operations) {
      const broken = this.#invalidities(consumer, operation);
      problems.push(...broken);
      if (broken.length > 0) continue;
      const now = consentNeeds(this.#version.graph, this.#audience(consumer), operation);
      needs[operation.name] = now;
      problems.push(
        ...this.#undeclared(consumer, operation),
        ...this.#changes(team, operation, agreed[operation.name], now),
      );
    }
    const gone = Object.keys(agreed).filter(
      (name) => !consumer.operations.some((operation) => operation.name === name),
    );
    return {
      problems: [
        ...problems,
        ...gone.map((operation) => stale(team, operation, 'is not registered any more')),
        // What a broken operation takes is not known.
        ...(problems.some(({ kind }) => kind === 'BROKEN') ? [] : unused(consumer, needs)),
      ],
      needs,
    };
  }

  #audience({ manifest }: Consumer): Audience {
    const audience = this.#version.audiences.find(({ name }) => name === manifest.audience);
    if (audience === undefined)
      throw new Error(`Expected the audience ${manifest.audience}, got a graph without it`);
    return audience;
  }

  #variant(consumer: Consumer): GraphQLSchema | null {
    const { audience } = consumer.manifest;
    const known = this.#variants.get(audience);
    if (known !== undefined) return known;
    const sdl = contractOf(this.#version.graph, this.#audience(consumer));
    if (sdl === null) return null;
    const variant = buildSchema(sdl);
    this.#variants.set(audience, variant);
    return variant;
  }

  #invalidities(
    consumer: Consumer,
    { name: operation, document }: RegisteredOperation,
  ): readonly ConsumerProblem[] {
    const { team, audience } = consumer.manifest;
    const variant = this.#variant(consumer);
    const errors =
      variant === null
        ? [new GraphQLError('there is nothing that it could ask for')]
        : validate(variant, document, undefined, { hideSuggestions: true });
    return errors.map(({ message, nodes }) => {
      const coordinate = variant === null ? undefined : coordinateAt(variant, document, nodes?.[0]);
      const told = `is not valid in the variant of ${audience}: ${message}`;
      const problem = { kind: 'BROKEN', team, operation, message: told } as const;
      return coordinate === undefined ? problem : { ...problem, coordinate };
    });
  }

  #undeclared(
    { manifest: { team, scopes } }: Consumer,
    operation: RegisteredOperation,
  ): readonly ConsumerProblem[] {
    const told = new Set<Scope>(scopes);
    return fieldDemands(this.#version.graph, operation).flatMap((demand) => {
      const undeclared = demand.scopes.filter((scope) => !told.has(scope));
      return undeclared.map((scope): ConsumerProblem => {
        told.add(scope);
        const message = `takes ${scope}, which is not in the \`scopes\` of its manifest.json`;
        const { coordinate } = demand;
        return { kind: 'UNDECLARED', team, operation: operation.name, coordinate, message };
      });
    });
  }

  #changes(
    team: string,
    operation: RegisteredOperation,
    agreed: ConsentNeeds | undefined,
    now: ConsentNeeds,
  ): readonly ConsumerProblem[] {
    if (agreed === undefined) return [stale(team, operation.name, 'has no entry yet')];
    const more = moreConsent(agreed, now, fieldDemands(this.#version.graph, operation));
    if (more.length > 0)
      return more.map(({ coordinate, what: message }) => {
        return { kind: 'MORE_CONSENT', team, operation: operation.name, coordinate, message };
      });
    return isSame(agreed, now) ? [] : [stale(team, operation.name, 'takes less than it did')];
  }
}

function unused({ manifest }: Consumer, needs: ConsentManifest): readonly ConsumerProblem[] {
  const taken = new Set(Object.values(needs).flatMap(({ scopes }) => Object.keys(scopes)));
  return manifest.scopes
    .filter((scope) => !taken.has(scope))
    .map((scope) => ({
      kind: 'UNUSED',
      team: manifest.team,
      message: `relies on ${scope}, which none of its operations takes: take it out of \`scopes\``,
    }));
}

function stale(team: string, operation: string, message: string): ConsumerProblem {
  return { kind: 'STALE', team, operation, message };
}

/** A problem as a line: `patient-app: MyRecord: Patient.hkid takes …`. */
export function describeProblem({ team, operation, coordinate, message }: ConsumerProblem): string {
  const about = coordinate === undefined ? message : `${coordinate} ${message}`;
  return [team, operation, about].filter((part) => part !== undefined).join(': ');
}
