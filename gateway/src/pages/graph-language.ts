import type { Language } from '@causeway/schema';

/** A language as the graph's enum names it. */
export const GRAPH_LANGUAGE: Readonly<Record<Language, string>> = {
  en: 'EN',
  'zh-Hant': 'ZH_HANT',
  'zh-Hans': 'ZH_HANS',
};
