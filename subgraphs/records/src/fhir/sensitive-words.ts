/**
 * Words by which a sensitive record gives itself away where its codes do not: local codes, codes filed under a wrong
 * system, texts alone. They only ever make a record more restricted, so a word too many costs a step-up and a word
 * too few is what the codes are for. In English, Traditional and Simplified Chinese.
 */
import { SENSITIVE_TOPICS } from './sensitive-codes.js';
import type { SensitiveTopic } from './sensitive-value-sets.js';

const WORDS: Readonly<Record<SensitiveTopic, RegExp>> = {
  HIV: /\bhiv\b|\bhiv-?[12]\b|immunodeficiency virus|acquired immun|retroviral|zidovudine|lamivudine|stavudine|abacavir|tenofovir|emtricitabine|nevirapine|efavirenz|\w+navir\b|\w+tegravir\b|愛滋|艾滋|人類免疫|人类免疫|後天免疫|获得性免疫/i,
  MENTAL_HEALTH:
    /(?<!\bst[ -](segment[ -])?)\bdepressi(on|ve)\b|antidepress|anxi(ety|ous)|panic (attack|disorder)|psychiat|psycho(sis|tic|therap)|schizo|bipolar|suicid|self[- ]harm|better off dead|mental (health|ill|disorder)|patient health questionnaire|\bphq|\bgad-?7|attention deficit|\badhd\b|autis[mt]|eating disorder|anorexia nervosa|bulimi|\bptsd\b|post-?traumatic stress|obsessive|personality disorder|sertraline|fluoxetine|citalopram|paroxetine|venlafaxine|duloxetine|bupropion|mirtazapine|lithium carbonate|risperidone|olanzapine|quetiapine|aripiprazole|clozapine|haloperidol|methylphenidate|抑鬱|抑郁|憂鬱|忧郁|焦慮|焦虑|精神|思覺失調|躁鬱|躁郁|自殺|自杀|自殘|自残|心理健康/i,
  SUBSTANCE_USE:
    /substance[ -](ab|mis)?use|drug (ab|mis)?use\b|drug (dependence|addiction|rehab|overdose)|misuses drugs|overdose|opioid (abuse|use|dependence|addiction)|alcohol|heroin|cocaine|cannabis|marijuana|amphetamine|recreational drug|intravenous drug|methadone|buprenorphine|naltrexone|naloxone|disulfiram|acamprosate|\baudit-?c\b|\bdast\b|酗酒|酒精|吸毒|毒癮|毒瘾|濫用藥物|藥物濫用|药物滥用|戒毒|美沙酮|海洛英|海洛因|可卡因|大麻/i,
  SEXUAL_AND_REPRODUCTIVE_HEALTH:
    /abortion|miscarriage|termination of pregnancy|pregnancy termination|contracepti|intrauterine (device|system)|sexual|gonorrh|syphil|treponem|chlamydia|\bvdrl\b|plasma reagin|genital (herpes|wart)|trichomon|tubal ligation|vasectom|infertil|fertili[sz]ation|erectile|gender (identity|dysphoria|reassign)|transgender|mifepristone|misoprostol|etonogestrel|levonorgestrel|norelgestromin|ethinyl ?o?estradiol|drospirenone|norethindrone|medroxyprogesterone|nuvaring|mirena|liletta|natazia|\byaz\b|sildenafil|tadalafil|墮胎|堕胎|流產|流产|終止懷孕|终止妊娠|避孕|性病|梅毒|淋病|衣原體|衣原体|不育|性功能|性別認同|性别认同/i,
  DOMESTIC_VIOLENCE:
    /(domestic|partner|physical|sexual|emotional|child|elder|spous\w+) abuse|abuse status|violence|assault|\brape\b|\bvictim of|battered|afraid of your|humiliation, afraid|家暴|暴力|虐待|虐兒|性侵|強姦|强奸/i,
};

/** The topics that a text gives away. */
export function topicsOfText(text: string): readonly SensitiveTopic[] {
  return SENSITIVE_TOPICS.filter((topic) => WORDS[topic].test(text));
}
