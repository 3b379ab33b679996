/** The patients with a story: each stands for a situation that a decision has to get right. */
import type { Calendar } from '../calendar.js';
import { addDays, addYears } from '../calendar.js';
import { BAUHINIA_CLINIC } from '../ids.js';
import { idOf } from '../identifiers.js';
import type { SeedJoining, SeedPatient } from '../model.js';
import { nameOf } from './names.js';
import type { PatientSketch } from './patient.js';
import { patientOf } from './patient.js';

const FAMILY_CLINIC = idOf('organization/silver-reef');

/** The patients with a story, in a fixed order. */
export function knownPeople(calendar: Calendar): readonly SeedPatient[] {
  const { yearsAgo, at } = calendar;
  const joined: readonly SeedJoining[] = [
    { status: 'ACTIVE', since: `${yearsAgo(7)}T10:00:00+08:00` },
  ];
  const sketches: readonly Omit<PatientSketch, 'serial'>[] = [
    {
      slug: 'chan-tai-man',
      name: nameOf(['Chan', '陳', '陈'], ['Tai Man', '大文', '大文']),
      gender: 'male',
      birthDate: '1961-04-18',
      joining: joined,
      residencePermit: null,
      preferredLanguage: 'zh-Hant-HK',
      notificationPreference: { channel: 'APP', refusesAccessNotices: false },
      email: 'chan-tai-man@invented.example',
      generalPractitioner: BAUHINIA_CLINIC,
    },
    {
      slug: 'chan-lam-mei-ling',
      name: nameOf(['Chan Lam', '陳林', '陈林'], ['Mei Ling', '美玲', '美玲']),
      gender: 'female',
      birthDate: '1984-09-02',
      joining: joined,
      generalPractitioner: FAMILY_CLINIC,
    },
    {
      slug: 'chan-tsz-kit',
      name: nameOf(['Chan', '陳', '陈'], ['Tsz Kit', '子傑', '子杰']),
      gender: 'male',
      birthDate: addDays(yearsAgo(10), -130),
      joining: joined,
      generalPractitioner: FAMILY_CLINIC,
    },
    {
      slug: 'chan-wing-yan',
      name: nameOf(['Chan', '陳', '陈'], ['Wing Yan', '詠恩', '咏恩']),
      gender: 'female',
      birthDate: '1992-12-05',
      joining: joined,
    },
    {
      slug: 'wu-ka-yau',
      name: nameOf(['Wu', '胡', '胡'], ['Ka Yau', '嘉柔', '嘉柔']),
      gender: 'female',
      // Turns 16 in a week: her father decides for her until then.
      birthDate: addYears(calendar.inDays(7), -16),
      joining: joined,
      generalPractitioner: FAMILY_CLINIC,
    },
    {
      slug: 'wu-chi-wai',
      name: nameOf(['Wu', '胡', '胡'], ['Chi Wai', '志偉', '志伟']),
      gender: 'male',
      birthDate: '1979-01-23',
      joining: joined,
    },
    {
      slug: 'ma-pui-shan',
      name: nameOf(['Ma', '馬', '马'], ['Pui Shan', '佩珊', '佩珊']),
      gender: 'female',
      // Turned 16 a day ago: her father's registration stands, his authority has ended.
      birthDate: addDays(yearsAgo(16), -1),
      joining: joined,
      generalPractitioner: FAMILY_CLINIC,
    },
    {
      slug: 'ma-cheung-hing',
      name: nameOf(['Ma', '馬', '马'], ['Cheung Hing', '長興', '长兴']),
      gender: 'male',
      birthDate: '1975-06-30',
      joining: joined,
    },
    {
      slug: 'cheung-kwok-keung',
      name: nameOf(['Cheung', '張', '张'], ['Kwok Keung', '國強', '国强']),
      gender: 'male',
      birthDate: '1956-11-11',
      joining: [...joined, { status: 'WITHDRAWN', since: at(60, '11:30') }],
    },
    {
      slug: 'leung-sau-fong',
      name: nameOf(['Leung', '梁', '梁'], ['Sau Fong', '秀芳', '秀芳']),
      gender: 'female',
      birthDate: '1968-03-07',
      joining: [...joined, { status: 'SUSPENDED', since: at(9, '09:00') }],
    },
    {
      slug: 'ho-yuk-lan',
      name: nameOf(['Ho', '何', '何'], ['Yuk Lan', '玉蘭', '玉兰']),
      gender: 'female',
      birthDate: '1934-02-15',
      deceased: at(200, '04:20'),
      joining: [...joined, { status: 'DECEASED', since: at(198, '15:00') }],
    },
    {
      slug: 'tang-chun-hei',
      name: nameOf(['Tang', '鄧', '邓'], ['Chun Hei', '俊熙', '俊熙']),
      gender: 'male',
      birthDate: '1999-07-19',
      joining: [{ status: 'NOT_JOINED', since: at(30, '09:30') }],
    },
    {
      slug: 'yeung-suk-yee',
      name: nameOf(['Yeung', '楊', '杨'], ['Suk Yee', '淑儀', '淑仪']),
      gender: 'female',
      birthDate: '1971-10-28',
      joining: joined,
    },
    {
      slug: 'tsang-wai-lun',
      name: nameOf(['Tsang', '曾', '曾'], ['Wai Lun', '偉麟', '伟麟']),
      gender: 'male',
      birthDate: '1988-05-14',
      joining: joined,
    },
    {
      slug: 'kwok-siu-fan',
      name: nameOf(['Kwok', '郭', '郭'], ['Siu Fan', '小芬', '小芬']),
      gender: 'female',
      birthDate: '1938-08-08',
      joining: joined,
      incapable: true,
    },
    {
      slug: 'kwok-man-kit',
      name: nameOf(['Kwok', '郭', '郭'], ['Man Kit', '文傑', '文杰']),
      gender: 'male',
      birthDate: '1966-12-24',
      joining: joined,
    },
    {
      slug: 'lau-hoi-ching',
      name: nameOf(['Lau', '劉', '刘'], ['Hoi Ching', '海晴', '海晴']),
      gender: 'female',
      birthDate: '1995-03-21',
      joining: joined,
    },
    {
      slug: 'fung-tin-lok',
      name: nameOf(['Fung', '馮', '冯'], ['Tin Lok', '天樂', '天乐']),
      gender: 'male',
      birthDate: '1950-09-09',
      joining: joined,
    },
    {
      slug: 'trial-of-a-channel',
      name: nameOf(['Trial', '試', '试'], ['Of A Channel', '驗通道', '验通道']),
      gender: 'female',
      birthDate: '1970-01-01',
      joining: joined,
      preferredLanguage: 'en',
      notificationPreference: { channel: 'APP', refusesAccessNotices: false },
      isTest: true,
    },
  ];
  return sketches.map((sketch, position) => patientOf({ ...sketch, serial: position + 1 }));
}
