/**
 * Where other gateways and consent servers broke, and what composition does to a directive of one's own. Each has a
 * test here whose name begins with its identifier; `coverage.test.ts` holds that.
 */

/** Published advisories and issues. */
export const ADVISORIES = [
  'GHSA-mx7m-j9xf-62hw',
  'GHSA-x33c-7c2v-mrj9',
  'CVE-2025-64347',
  'GHSA-g8jh-vg5j-4h3f',
  'GHSA-m8jr-fxqx-8xx6',
  'GHSA-hff2-gcpx-8f4p',
  'GHSA-9q82-xgwf-vj6h',
  'CVE-2026-23897',
  'GHSA-mp6q-xf9x-fwf7',
  'CVE-2026-32621',
  'GHSA-pfjj-6f4p-rvmh',
  'CVE-2025-32030',
  'CVE-2025-32031',
  'CVE-2024-43414',
  'CVE-2025-31481',
  'GHSA-cg3c-245w-728m',
  'CVE-2026-124427',
  'GHSA-xpg7-m6gm-4xfh',
  'CVE-2026-92681',
  'CVE-2026-19869',
  'CVE-2026-92682',
  'CVE-2026-92683',
  '849316d',
  'CVE-2022-36079',
  'CVE-2026-32098',
  'GHSA-72hp-qff8-4pvv',
  'GHSA-mmg8-87c5-jrc2',
  'GHSA-hx78-272p-mqqh',
  'graphql-shield#349',
  'GHSA-6q22-g298-grjh',
  'CVE-2026-35441',
  'hasura/graphql-engine#10711',
  'aws-appsync-community#275',
  'HackerOne 489146',
  'CVE-2026-6713',
] as const;

/** What a review of a consent server found, in the order of its list. */
export const CONSENT_SERVER = Array.from({ length: 13 }, (_, n) => `consent-server ${n + 1}`);

/** What becomes of a directive that is composed. */
export const COMPOSITION = [
  'composition: implementation labelled, interface not',
  'composition: interface labelled, implementation not',
  'composition: @requires of a labelled field',
  'composition: shareable field, labelled in one subgraph',
  'composition: shareable field, arguments differ',
  'composition: @composeDirective forgotten',
  'composition: renamed on import',
] as const;

/** Everything that has to have a test. */
export const IDENTIFIERS: readonly string[] = [...ADVISORIES, ...CONSENT_SERVER, ...COMPOSITION];
