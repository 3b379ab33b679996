/** Invented healthcare providers on both sides of the boundary. No name is that of a real one. */
import type { Calendar } from '../calendar.js';
import { idOf } from '../identifiers.js';
import type { LocalisedText, OrganizationKind, SeedOrganization } from '../model.js';

type Row = readonly [
  slug: string,
  kind: OrganizationKind,
  en: string,
  zhHant: string,
  zhHans: string,
];

/** Public bodies: joining counts as sharing consent for them. */
const PUBLIC: readonly Row[] = [
  ['lion-rock', 'HOSPITAL', 'Lion Rock Hospital', '獅子岩醫院', '狮子岩医院'],
  ['harbour-bend', 'HOSPITAL', 'Harbour Bend Hospital', '海灣曲醫院', '海湾曲医院'],
  ['silver-reef', 'CLINIC', 'Silver Reef Family Clinic', '銀礁家庭診所', '银礁家庭诊所'],
];

/** Private providers: each needs a sharing consent. */
const PRIVATE: readonly Row[] = [
  ['bauhinia-lane', 'CLINIC', 'Bauhinia Lane Clinic', '洋紫荊里診所', '洋紫荆里诊所'],
  ['star-quay-clinic', 'CLINIC', 'Star Quay Medical Practice', '星碼頭醫務所', '星码头医务所'],
  ['ferry-pier', 'PHARMACY', 'Ferry Pier Pharmacy', '渡輪碼頭藥房', '渡轮码头药房'],
  ['jade-terrace', 'HOSPITAL', 'Jade Terrace Hospital', '翠台醫院', '翠台医院'],
  ['tram-end', 'LABORATORY', 'Tram End Laboratory', '電車尾化驗所', '电车尾化验所'],
  [
    'herb-lane',
    'CHINESE_MEDICINE_CLINIC',
    'Herb Lane Chinese Medicine Clinic',
    '百草里中醫診所',
    '百草里中医诊所',
  ],
  ['seven-steps', 'DENTAL_CLINIC', 'Seven Steps Dental Surgery', '七級牙科診所', '七级牙科诊所'],
  ['blue-heron', 'CLINIC', 'Blue Heron Clinic', '藍鷺診所', '蓝鹭诊所'],
  ['old-lighthouse', 'CLINIC', 'Old Lighthouse Clinic', '舊燈塔診所', '旧灯塔诊所'],
];

/** Private providers whose registration is not in force. */
const STANDING: Readonly<Record<string, 'SUSPENDED' | 'CANCELLED'>> = {
  'blue-heron': 'SUSPENDED',
  'old-lighthouse': 'CANCELLED',
};

/** Providers in the Mainland, with their city. */
const MAINLAND: readonly (readonly [...Row, city: string])[] = [
  ['lianhua-bay', 'HOSPITAL', 'Lianhua Bay Hospital', '蓮花灣醫院', '莲花湾医院', 'Shenzhen'],
  ['pearl-islet', 'HOSPITAL', 'Pearl Islet Hospital', '明珠洲醫院', '明珠洲医院', 'Guangzhou'],
  ['sea-terrace', 'HOSPITAL', 'Sea Terrace Hospital', '海台醫院', '海台医院', 'Zhuhai'],
  ['flame-tree', 'HOSPITAL', 'Flame Tree Hospital', '鳳凰木醫院', '凤凰木医院', 'Dongguan'],
  ['lychee-hill', 'HOSPITAL', 'Lychee Hill Hospital', '荔枝崗醫院', '荔枝岗医院', 'Foshan'],
  ['river-fork', 'HOSPITAL', 'River Fork Hospital', '河汊醫院', '河汊医院', 'Huizhou'],
  ['egret-ford', 'HOSPITAL', 'Egret Ford Hospital', '白鷺津醫院', '白鹭津医院', 'Jiangmen'],
  ['cloud-gate', 'HOSPITAL', 'Cloud Gate Hospital', '雲門坳醫院', '云门坳医院', 'Zhaoqing'],
  [
    'mangrove-point',
    'HOSPITAL',
    'Mangrove Point Hospital',
    '紅樹角醫院',
    '红树角医院',
    'Zhongshan',
  ],
  ['banyan-court', 'CLINIC', 'Banyan Court Clinic', '榕苑門診部', '榕苑门诊部', 'Shenzhen'],
  ['tidal-garden', 'HOSPITAL', 'Tidal Garden Hospital', '潮園醫院', '潮园医院', 'Shenzhen'],
  ['bamboo-cove', 'HOSPITAL', 'Bamboo Cove Hospital', '竹澳醫院', '竹澳医院', 'Guangzhou'],
  [
    'ninth-bridge',
    'DENTAL_CLINIC',
    'Ninth Bridge Dental Hospital',
    '九橋口腔醫院',
    '九桥口腔医院',
    'Shenzhen',
  ],
  ['lotus-lagoon', 'HOSPITAL', 'Lotus Lagoon Hospital', '荷塘灣醫院', '荷塘湾医院', 'Zhongshan'],
  [
    'estuary-data',
    'OPERATOR',
    'Estuary Health Data Centre',
    '河口健康數據中心',
    '河口健康数据中心',
    'Zhongshan',
  ],
  ['willow-quay', 'HOSPITAL', 'Willow Quay Hospital', '柳埠醫院', '柳埠医院', 'Huizhou'],
  ['harvest-lake', 'HOSPITAL', 'Harvest Lake Hospital', '豐湖醫院', '丰湖医院', 'Changsha'],
];

/** Changsha lies in Hunan, outside the Greater Bay Area; the other cities lie in Guangdong. */
const PROVINCES: Readonly<Record<string, string>> = { Changsha: 'CN-HN' };

/** Every organisation. */
export function organizations({ yearsAgo }: Calendar): readonly SeedOrganization[] {
  const domestic = (row: Row, position: number, deemedConsent: boolean): SeedOrganization => ({
    ...described(row),
    number: `99000000${String(position + (deemedConsent ? 10 : 40))}`,
    jurisdiction: 'HK',
    city: null,
    since: yearsAgo(9),
    registration: {
      status: STANDING[row[0]] ?? 'REGISTERED',
      period: { start: yearsAgo(9), end: null },
    },
    deemedConsent,
  });
  return [
    ...PUBLIC.map((row, position) => domestic(row, position, true)),
    ...PRIVATE.map((row, position) => domestic(row, position, false)),
    ...MAINLAND.map(([slug, kind, en, zhHant, zhHans, city], position) => ({
      ...described([slug, kind, en, zhHant, zhHans]),
      number: `INVENTED-GD-${String(position + 1).padStart(3, '0')}`,
      jurisdiction: PROVINCES[city] ?? 'CN-GD',
      city,
      since: yearsAgo(9),
      registration: null,
      deemedConsent: false,
    })),
  ];
}

function described([slug, kind, en, zhHant, zhHans]: Row): {
  id: string;
  kind: OrganizationKind;
  name: LocalisedText;
} {
  return { id: idOf(`organization/${slug}`), kind, name: { en, zhHant, zhHans } };
}
