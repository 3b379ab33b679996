import { idOf } from '../identifiers.js';
import type { Author } from '../model.js';

/** The author of a record by slugs: an organisation, and the role of a professional there. */
function author(organization: string, role: string): Author {
  return {
    organization: idOf(`organization/${organization}`),
    role: idOf(`practitioner-role/${role}`),
  };
}

/** Who writes records. */
export const AUTHORS = {
  /** Public hospital, internal medicine. */
  wong: author('lion-rock', 'dr-wong'),
  nurse: author('lion-rock', 'nurse-suen'),
  physiotherapist: author('lion-rock', 'physio-kwong'),
  /** Public hospital, psychiatry. */
  yuen: author('harbour-bend', 'dr-yuen'),
  /** Public hospital, infectious diseases. */
  shum: author('harbour-bend', 'dr-shum'),
  midwife: author('harbour-bend', 'midwife-tong'),
  /** Government family clinic. */
  tse: author('silver-reef', 'dr-tse'),
  /** Private family doctors. */
  lee: author('bauhinia-lane', 'dr-lee'),
  chung: author('star-quay-clinic', 'dr-chung'),
  /** Private hospital, radiology. */
  hung: author('jade-terrace', 'dr-hung'),
  /** Private laboratory. */
  laboratory: author('tram-end', 'mlt-cheuk'),
  pharmacist: author('ferry-pier', 'pharmacist-ng'),
  /** Chinese medicine. */
  yim: author('herb-lane', 'cmp-yim'),
  dentist: author('seven-steps', 'dentist-ip'),
  /** Recognised Shenzhen hospital. */
  li: author('lianhua-bay', 'dr-li'),
} as const;
