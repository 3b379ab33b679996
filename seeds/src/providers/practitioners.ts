/** Invented professionals and the organisations they act for. */
import type { Calendar } from '../calendar.js';
import { idOf } from '../identifiers.js';
import type { Period } from '@causeway/schema';
import type { SeedPractitioner, SeedPractitionerRole } from '../model.js';
import { nameOf } from '../people/names.js';

type Part = readonly [en: string, zhHant: string, zhHans: string];

interface Row {
  readonly slug: string;
  readonly family: Part;
  readonly given: Part;
  readonly gender: 'female' | 'male';
  readonly profession: string;
  /** Organisation by slug, with the specialty there. */
  readonly at: readonly (readonly [organization: string, specialty: string | null])[];
}

const DOCTOR = 'DOCTOR';

/** In the order of their licences. A persona's role has the persona's name; the first role takes the slug alone. */
const ROWS: readonly Row[] = [
  row('dr-wong', ['Wong', '黃', '黄'], ['Chi Shing', '志誠', '志诚'], 'male', DOCTOR, [
    'lion-rock',
    'Internal medicine',
  ]),
  row(
    'dr-lee',
    ['Lee', '李', '李'],
    ['Wai Man', '慧敏', '慧敏'],
    'female',
    DOCTOR,
    ['bauhinia-lane', 'General practice'],
    ['harbour-bend', 'General practice'],
  ),
  row('pharmacist-ng', ['Ng', '吳', '吴'], ['Kit Ying', '潔瑩', '洁莹'], 'female', 'PHARMACIST', [
    'ferry-pier',
    null,
  ]),
  row('dr-li', ['Li', '李', '李'], ['Weidong', '衛東', '卫东'], 'male', DOCTOR, [
    'lianhua-bay',
    'Cardiology',
  ]),
  row('dr-zhao', ['Zhao', '趙', '赵'], ['Mingzhu', '明珠', '明珠'], 'female', DOCTOR, [
    'pearl-islet',
    'Internal medicine',
  ]),
  row('dr-he', ['He', '何', '何'], ['Haibo', '海波', '海波'], 'male', DOCTOR, [
    'sea-terrace',
    'General surgery',
  ]),
  row('dr-guo', ['Guo', '郭', '郭'], ['Fenglan', '鳳蘭', '凤兰'], 'female', DOCTOR, [
    'flame-tree',
    'Internal medicine',
  ]),
  row('dr-yuen', ['Yuen', '袁', '袁'], ['Hok Lam', '學林', '学林'], 'male', DOCTOR, [
    'harbour-bend',
    'Psychiatry',
  ]),
  row('dr-shum', ['Shum', '沈', '沈'], ['Yee Wah', '綺華', '绮华'], 'female', DOCTOR, [
    'harbour-bend',
    'Infectious diseases',
  ]),
  row('dr-tse', ['Tse', '謝', '谢'], ['Man Ho', '文浩', '文浩'], 'male', DOCTOR, [
    'silver-reef',
    'Family medicine',
  ]),
  row('dr-chung', ['Chung', '鍾', '钟'], ['Lai Sze', '麗詩', '丽诗'], 'female', DOCTOR, [
    'star-quay-clinic',
    'General practice',
  ]),
  row('dr-hung', ['Hung', '洪', '洪'], ['Tsz Wai', '子維', '子维'], 'male', DOCTOR, [
    'jade-terrace',
    'Radiology',
  ]),
  row(
    'mlt-cheuk',
    ['Cheuk', '卓', '卓'],
    ['Ho Ming', '浩明', '浩明'],
    'male',
    'MEDICAL_LABORATORY_TECHNOLOGIST',
    ['tram-end', null],
  ),
  row(
    'cmp-yim',
    ['Yim', '嚴', '严'],
    ['Bak Chou', '百草', '百草'],
    'male',
    'CHINESE_MEDICINE_PRACTITIONER',
    ['herb-lane', 'Chinese internal medicine'],
  ),
  row('dentist-ip', ['Ip', '葉', '叶'], ['Nga Sin', '雅倩', '雅倩'], 'female', 'DENTIST', [
    'seven-steps',
    null,
  ]),
  row('nurse-suen', ['Suen', '孫', '孙'], ['Mei Yan', '美欣', '美欣'], 'female', 'NURSE', [
    'lion-rock',
    'Community nursing',
  ]),
  row('midwife-tong', ['Tong', '湯', '汤'], ['Yuk Ping', '玉萍', '玉萍'], 'female', 'MIDWIFE', [
    'harbour-bend',
    null,
  ]),
  row(
    'radiographer-sham',
    ['Sham', '岑', '岑'],
    ['Kai Fung', '啟峰', '启峰'],
    'male',
    'RADIOGRAPHER',
    ['jade-terrace', null],
  ),
  row(
    'physio-kwong',
    ['Kwong', '鄺', '邝'],
    ['Wing Sze', '詠詩', '咏诗'],
    'female',
    'PHYSIOTHERAPIST',
    ['lion-rock', null],
  ),
  row('dr-blue', ['Lam', '林', '林'], ['Nam Fung', '南峰', '南峰'], 'male', DOCTOR, [
    'blue-heron',
    'General practice',
  ]),
  row('dr-former', ['Kwan', '關', '关'], ['Ching Yu', '清如', '清如'], 'female', DOCTOR, [
    'lion-rock',
    'Internal medicine',
  ]),
  row('dr-deng', ['Deng', '鄧', '邓'], ['Xiaohe', '小荷', '小荷'], 'female', DOCTOR, [
    'lotus-lagoon',
    'Cardiology',
  ]),
  row('dr-lu', ['Lu', '盧', '卢'], ['Chaosheng', '潮生', '潮生'], 'male', DOCTOR, [
    'tidal-garden',
    'Internal medicine',
  ]),
  row('dr-zhu', ['Zhu', '朱', '朱'], ['Zhuyun', '竹韻', '竹韵'], 'female', DOCTOR, [
    'bamboo-cove',
    'Internal medicine',
  ]),
  row('dentist-qiao', ['Qiao', '喬', '乔'], ['Jiu', '九', '九'], 'male', 'DENTIST', [
    'ninth-bridge',
    null,
  ]),
  row('nurse-bai', ['Bai', '白', '白'], ['Lulu', '露露', '露露'], 'female', 'NURSE', [
    'ninth-bridge',
    null,
  ]),
  row('dr-feng', ['Feng', '馮', '冯'], ['Hu', '湖', '湖'], 'male', DOCTOR, [
    'harvest-lake',
    'Internal medicine',
  ]),
  row('dr-liang', ['Liang', '梁', '梁'], ['Lizhi', '荔芝', '荔芝'], 'female', DOCTOR, [
    'lychee-hill',
    'Internal medicine',
  ]),
  row('dr-he-cha', ['Huang', '黃', '黄'], ['Hecha', '荷茶', '荷茶'], 'female', DOCTOR, [
    'river-fork',
    'Internal medicine',
  ]),
  row('dr-bai', ['Bai', '白', '白'], ['Jin', '津', '津'], 'male', DOCTOR, [
    'egret-ford',
    'Internal medicine',
  ]),
  row('dr-liu', ['Liu', '柳', '柳'], ['Bu', '埠', '埠'], 'female', DOCTOR, [
    'willow-quay',
    'Internal medicine',
  ]),
  row('clerk-szh', ['Lian', '連', '连'], ['Qiaotai', '橋台', '桥台'], 'female', 'CLERK', [
    'lianhua-bay',
    null,
  ]),
];

/** Roles that are over, by role slug. */
const ENDED: ReadonlySet<string> = new Set(['dr-former']);

/** The slug of a role: the practitioner's for the first one, with the organisation for the others. */
export function roleSlug(practitioner: string, organization: string): string {
  const first = ROWS.find(({ slug }) => slug === practitioner)?.at[0]?.[0];
  return first === organization ? practitioner : `${practitioner}/${organization}`;
}

/** Every professional. */
export function practitioners(): readonly SeedPractitioner[] {
  return ROWS.map(({ slug, family, given, gender }, position) => ({
    id: idOf(`practitioner/${slug}`),
    name: nameOf(family, given),
    gender,
    licence: `INVENTED-${String(position + 1).padStart(5, '0')}`,
  }));
}

/** Every role: one person at two organisations has two. */
export function practitionerRoles({
  yearsAgo,
  daysAgo,
}: Calendar): readonly SeedPractitionerRole[] {
  return ROWS.flatMap(({ slug, profession, at }) =>
    at.map(([organization, specialty]) => {
      const ended = ENDED.has(slug);
      const period: Period = { start: yearsAgo(8), end: ended ? daysAgo(45) : null };
      return {
        id: idOf(`practitioner-role/${roleSlug(slug, organization)}`),
        practitioner: idOf(`practitioner/${slug}`),
        organization: idOf(`organization/${organization}`),
        profession,
        specialty,
        active: !ended,
        period,
      };
    }),
  );
}

function row(
  slug: string,
  family: Part,
  given: Part,
  gender: Row['gender'],
  profession: string,
  ...at: Row['at']
): Row {
  return { slug, family, given, gender, profession, at };
}
