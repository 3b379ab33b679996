/** Parts of names, each written by hand in the three scripts: no script is derived from another. */
import type { PersonName } from '../model.js';
import type { Random } from '../random.js';

/** A part of a name: romanised, in Traditional Chinese, in Simplified Chinese. */
type Part = readonly [en: string, zhHant: string, zhHans: string];

const FAMILY_NAMES: readonly Part[] = [
  ['Au', '區', '区'],
  ['Chiu', '趙', '赵'],
  ['Choi', '蔡', '蔡'],
  ['Chow', '周', '周'],
  ['Fok', '霍', '霍'],
  ['Hui', '許', '许'],
  ['Kan', '簡', '简'],
  ['Kong', '江', '江'],
  ['Lai', '黎', '黎'],
  ['Law', '羅', '罗'],
  ['Lui', '呂', '吕'],
  ['Mok', '莫', '莫'],
  ['Ngan', '顏', '颜'],
  ['Pang', '彭', '彭'],
  ['Poon', '潘', '潘'],
  ['Siu', '蕭', '萧'],
  ['Szeto', '司徒', '司徒'],
  ['Tam', '譚', '谭'],
  ['To', '杜', '杜'],
  ['Yip', '葉', '叶'],
];

const GIVEN_NAMES: Readonly<Record<'female' | 'male', readonly Part[]>> = {
  female: [
    ['Choi Ha', '彩霞', '彩霞'],
    ['Hiu Tung', '曉彤', '晓彤'],
    ['Ka Wai', '嘉慧', '嘉慧'],
    ['Lai Kuen', '麗娟', '丽娟'],
    ['Man Yi', '敏儀', '敏仪'],
    ['Oi Lin', '愛蓮', '爱莲'],
    ['Sin Yu', '倩瑜', '倩瑜'],
    ['Suet Mui', '雪梅', '雪梅'],
    ['Wai Chun', '惠珍', '惠珍'],
    ['Yuen Ting', '婉婷', '婉婷'],
  ],
  male: [
    ['Chi Keung', '志強', '志强'],
    ['Ho Yin', '浩然', '浩然'],
    ['Ka Ming', '家明', '家明'],
    ['Kam Wing', '錦榮', '锦荣'],
    ['King Sang', '景生', '景生'],
    ['Kwok Wah', '國華', '国华'],
    ['Lok Hang', '樂恆', '乐恒'],
    ['Shing Fung', '承鋒', '承锋'],
    ['Wing Fat', '永發', '永发'],
    ['Yat Long', '逸朗', '逸朗'],
  ],
};

/** A name composed from the lists. */
export function composedName(random: Random, gender: 'female' | 'male'): PersonName {
  return nameOf(random.pick(FAMILY_NAMES), random.pick(GIVEN_NAMES[gender]));
}

/** A name from a family and a given part. */
export function nameOf(family: Part, given: Part): PersonName {
  return {
    en: { family: family[0], given: given[0] },
    zhHant: { family: family[1], given: given[1] },
    zhHans: { family: family[2], given: given[2] },
  };
}
