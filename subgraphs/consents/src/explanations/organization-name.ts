import { nameIn } from '@causeway/schema';
import type { Language, Party, Texts } from '@causeway/schema';

const NAMELESS: Texts = {
  en: 'an organisation whose name is not known here',
  'zh-Hant': '（名稱不詳的機構）',
  'zh-Hans': '（名称不详的机构）',
};

/** The name of a party in a language. */
export function organizationName(language: Language, party: Party | null): string {
  return nameIn(language, party?.names ?? []) ?? NAMELESS[language];
}
