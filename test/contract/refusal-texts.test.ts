/** What people are told in Chinese is Chinese throughout: only codes, names, paths and places are Latin in it. */
import { describe, expect, it } from '@jest/globals';
import { ERROR_TEXTS, LANGUAGES } from '@causeway/schema';
import type { Texts } from '@causeway/schema';
import * as explanations from '../../gateway/src/explain/texts.js';
import * as identity from '../../gateway/src/identity/refusal-texts.js';
import * as selfCarry from '../../gateway/src/self-carry/refusal-texts.js';
import * as consents from '../../subgraphs/consents/src/refusal-texts.js';
import * as pages from '../../subgraphs/kit/src/page-texts.js';
import * as patients from '../../subgraphs/patients/src/refusal-texts.js';
import * as providers from '../../subgraphs/providers/src/refusal-texts.js';
import * as deposits from '../../subgraphs/records/src/deposits/refusal-texts.js';
import * as bundles from '../../subgraphs/records/src/deposits/rejection-texts.js';
import * as structure from '../../subgraphs/records/src/fhir/structure-texts.js';
import * as images from '../../subgraphs/records/src/images/image-texts.js';
import * as uploads from '../../subgraphs/records/src/uploads/upload-texts.js';

type Catalogue = Readonly<Record<string, unknown>>;

const CATALOGUES: Readonly<Record<string, Catalogue>> = {
  codes: { ERROR_TEXTS },
  explanations,
  identity,
  'self-carry': selfCarry,
  consents,
  pages,
  patients,
  providers,
  deposits,
  bundles,
  'structure of FHIR': structure,
  images,
  uploads,
};

function isTexts(value: object): value is Texts {
  return LANGUAGES.every((language) => language in value);
}

/** The texts of a catalogue, each by its path. */
function textsOf(value: unknown, path: string): readonly (readonly [string, Texts])[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isTexts(value)) return [[path, value]];
  return Object.entries(value).flatMap(([key, each]) => textsOf(each, `${path}.${key}`));
}

/** Names of standards that are written in two words. */
const NAMES = /ISO 8601|FHIR R4|HL7 v3/g;

/** Two English words in a row, outside codes and places. */
function latinSentence(text: string): string | undefined {
  const words = text.replaceAll(/`[^`]*`|\{[^{}]*\}/g, '、').replaceAll(NAMES, '、');
  return /[A-Za-z]{2,}[ ,;]+[A-Za-z]{2,}/.exec(words)?.[0];
}

const placesIn = (text: string): readonly string[] => [...(text.match(/\{\w+\}/g) ?? [])].sort();

describe.each(Object.entries(CATALOGUES))('the texts of %s', (area, catalogue) => {
  const all = textsOf(catalogue, area);

  it('are in every language', () => {
    expect(all).not.toHaveLength(0);
    const unsaid = all.filter(([, told]) => LANGUAGES.some((language) => told[language] === ''));
    expect(unsaid).toEqual([]);
  });

  it('have no English sentence in Chinese', () => {
    const found = all.flatMap(([path, told]) =>
      (['zh-Hant', 'zh-Hans'] as const).flatMap((language) => {
        const sentence = latinSentence(told[language]);
        return sentence === undefined ? [] : [`${path} (${language}): ${sentence}`];
      }),
    );
    expect(found).toEqual([]);
  });

  it('name the same places in every language', () => {
    for (const [path, told] of all)
      for (const language of LANGUAGES)
        expect([path, placesIn(told[language])]).toEqual([path, placesIn(told.en)]);
  });

  it('write Simplified Chinese without Traditional characters, and the other way round', () => {
    const traditional = /[應請選擇個與為開時間結對調紀錄機構編號類別檔權證際據們會發現關環經實處]/u;
    const simplified = /[应请选择个与为开时间结对调纪录机构编号类别档权证际据们会发现关环经实处]/u;
    const [mixed, other] = [
      all.filter(([, told]) => traditional.test(told['zh-Hans'])),
      all.filter(([, told]) => simplified.test(told['zh-Hant'])),
    ];
    expect({ mixed, other }).toEqual({ mixed: [], other: [] });
  });
});
