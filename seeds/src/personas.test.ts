import { describe, expect, it } from '@jest/globals';
import { PERSONAS, PERSONA_NAMES, personaNamed } from './personas.js';
import type { PersonaClaims } from './personas.js';
import { world } from './world.js';

const { patients, practitionerRoles, organizations, grants } = world(
  new Date('2026-03-01T12:00:00Z'),
);

describe('PERSONAS', () => {
  it('has one persona for each name, in order', () => {
    expect(PERSONAS.map(({ name }) => name)).toEqual(PERSONA_NAMES);
    expect(PERSONA_NAMES.map((name) => personaNamed(name)?.name)).toEqual(PERSONA_NAMES);
    expect(personaNamed('dr-nobody')).toBeUndefined();
  });

  it('has a subject of its own for each', () => {
    expect(new Set(PERSONAS.map(({ claims }) => claims.sub)).size).toBe(PERSONAS.length);
  });

  it.each(PERSONAS)('lets $name declare the purpose that is theirs', ({ claims, purpose }) => {
    expect(claims.purpose_of_use).toContain(purpose);
  });

  it.each(PERSONAS)('speaks of people and parties of the world: $name', ({ claims }) => {
    expect(problemOf(claims)).toBeNull();
  });
});

function problemOf({ fhirUser, organization, office, grant }: PersonaClaims): string | null {
  const [type, id] = fhirUser?.split('/') ?? [];
  if (type === undefined) return office === undefined ? 'neither person nor office' : null;
  if (type === 'Patient') {
    return patients.some((patient) => patient.id === id) ? null : 'no such patient';
  }
  const role = practitionerRoles.find((each) => each.id === id);
  if (role?.active !== true || role.organization !== organization) return 'no such role there';
  if (!organizations.some((each) => each.id === organization)) return 'no such organisation';
  if (grant === undefined) return null;
  const given = grants.find((each) => each.id === grant);
  return given?.organization === organization && given.state === 'REDEEMED'
    ? null
    : 'no such grant';
}
