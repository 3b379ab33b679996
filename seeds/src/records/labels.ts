/** Security labels as sources state them. A record without one is classified by its codes. */
import { CONFIDENTIALITY_SYSTEM, SENSITIVITY_SYSTEM } from '@causeway/schema';
import type { Coding } from './terminology.js';

/** What makes a record sensitive, by HL7 v3 ActCode. */
export type Sensitivity = 'ETHUD' | 'HIV' | 'PSY' | 'SDV' | 'STD';

/** Security labels of a record. */
export type Labels = readonly Coding[];

/** Normal, said so by the source. */
export const NORMAL: Labels = [confidentiality('N', 'normal')];

/** Restricted, and why. */
export function restricted(sensitivity: Sensitivity): Labels {
  return [confidentiality('R', 'restricted'), { system: SENSITIVITY_SYSTEM, code: sensitivity }];
}

/** Very restricted, and why: for the eyes of the organisation that wrote it. */
export function veryRestricted(sensitivity: Sensitivity): Labels {
  return [
    confidentiality('V', 'very restricted'),
    { system: SENSITIVITY_SYSTEM, code: sensitivity },
  ];
}

function confidentiality(code: string, display: string): Coding {
  return { system: CONFIDENTIALITY_SYSTEM, code, display };
}
