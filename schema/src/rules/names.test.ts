import { describe, it } from '@jest/globals';
import { harness } from '../testing/rule-harness.js';

const { expectErrors, expectValid } = harness('names');

describe('names', () => {
  it('refuses names of another form, and field names with an underscore', () => {
    expectErrors(`
      type Query { full_name(Of: part): String @open Version: String @open name__1: String @open }
      enum part { major MINOR_1 patch_ }
      input where_it { At: Int }
    `).toEqual([
      'Query.full_name: full_name',
      'Query.full_name(Of:): Of',
      'Query.Version: Version',
      'Query.name__1: name__1',
      'part: part',
      'part.major: major',
      'part.patch_: patch_',
      'where_it: where_it',
      'where_it.At: At',
    ]);
  });

  it('takes the forms of FHIR and GraphQL', () => {
    expectValid('type Query { birthDate(of: Part): String @open } enum Part { LAB_REPORT R5 }');
  });
});
