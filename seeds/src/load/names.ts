import type { HumanName } from '@causeway/schema/datatypes';
import type { LocalisedText, PersonName } from '../model.js';

/** A person's name as FHIR HumanNames, one for each script: `CHAN Tai Man`, `陳大文`, `陈大文`. */
export function humanNames({ en, zhHant, zhHans }: PersonName): readonly HumanName[] {
  const chinese = ({ family, given }: PersonName['zhHant'], language: string): HumanName => ({
    use: 'official',
    text: `${family}${given}`,
    family,
    given: [given],
    language,
  });
  return [
    {
      use: 'official',
      text: `${en.family.toUpperCase()} ${en.given}`,
      family: en.family,
      given: [en.given],
      language: 'en',
    },
    chinese(zhHant, 'zh-Hant-HK'),
    chinese(zhHans, 'zh-Hans-CN'),
  ];
}

/** A text in the three scripts, by language. */
export function localised({ en, zhHant, zhHans }: LocalisedText): readonly {
  readonly language: string;
  readonly text: string;
}[] {
  return [
    { language: 'en', text: en },
    { language: 'zh-Hant-HK', text: zhHant },
    { language: 'zh-Hans-CN', text: zhHans },
  ];
}
