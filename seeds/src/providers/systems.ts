import type { Calendar } from '../calendar.js';
import { idOf } from '../identifiers.js';
import type { SeedSystem } from '../model.js';

/** Invented public health record systems: one that is recognised, one whose recognition was cancelled. */
export function systems({ yearsAgo }: Calendar): readonly SeedSystem[] {
  return [
    {
      id: idOf('system/estuary-record'),
      name: {
        en: 'Estuary Health Record System',
        zhHant: '河口健康紀錄系統',
        zhHans: '河口健康记录系统',
      },
      operator: idOf('organization/estuary-data'),
      jurisdiction: 'CN-GD',
      endpoint: 'https://estuary-record.invented.example/fhir',
      trustAnchor: 'https://estuary-record.invented.example/jwks.json',
      since: yearsAgo(3),
      members: [idOf('organization/lotus-lagoon'), idOf('organization/lianhua-bay')],
    },
    {
      id: idOf('system/old-delta-record'),
      name: {
        en: 'Old Delta Record Exchange',
        zhHant: '舊三角洲紀錄交換平台',
        zhHans: '旧三角洲记录交换平台',
      },
      operator: idOf('organization/estuary-data'),
      jurisdiction: 'CN-GD',
      endpoint: 'https://old-delta.invented.example/fhir',
      trustAnchor: 'https://old-delta.invented.example/jwks.json',
      since: yearsAgo(3),
      members: [idOf('organization/lychee-hill')],
    },
  ];
}
