/** The whole matrix, part by part. */
import { CONSENTS } from './consents.js';
import { DATE_SECTIONS } from './dates.js';
import { DEPOSITS } from './deposits.js';
import { GRANTS } from './grants.js';
import { HELD_ELSEWHERE } from './held-elsewhere.js';
import type { HeldElsewhere } from './held-elsewhere.js';
import { LABELS } from './labels.js';
import { ORGANIZATIONS } from './organizations.js';
import { PARTIES } from './parties.js';
import { PROFESSIONS } from './professions.js';
import { PURPOSES } from './purposes.js';
import { RELATIONS } from './relations.js';
import type { MatrixSection } from './row.js';
import { WHO_SEES_WHAT_SECTIONS } from './who-sees-what.js';

/** A part of the matrix: a letter of the acceptance scenarios, or one of the tables beside them. */
export interface MatrixPart {
  readonly title: string;
  readonly sections: readonly MatrixSection[];
  readonly elsewhere: readonly HeldElsewhere[];
}

/** Every part, in the order of the acceptance scenarios. */
export const DECISION_MATRIX: readonly MatrixPart[] = [
  {
    title: 'A. The order of the gates',
    sections: [...PARTIES, ...ORGANIZATIONS, ...PURPOSES, ...RELATIONS],
    elsewhere: HELD_ELSEWHERE.A,
  },
  { title: 'B. Consents', sections: CONSENTS, elsewhere: HELD_ELSEWHERE.B },
  { title: 'C. Grants', sections: GRANTS, elsewhere: HELD_ELSEWHERE.C },
  { title: 'D. Deposits', sections: DEPOSITS, elsewhere: HELD_ELSEWHERE.D },
  { title: 'E. Labels', sections: LABELS, elsewhere: [] },
  { title: 'F. Professions', sections: PROFESSIONS, elsewhere: [] },
  { title: 'G. Leakage', sections: [], elsewhere: HELD_ELSEWHERE.G },
  { title: 'H. Audit and notices', sections: [], elsewhere: HELD_ELSEWHERE.H },
  { title: 'I. Languages and identifiers', sections: [], elsewhere: HELD_ELSEWHERE.I },
  { title: 'Dates and clocks', sections: DATE_SECTIONS, elsewhere: [] },
  { title: 'Who can ever see what', sections: WHO_SEES_WHAT_SECTIONS, elsewhere: [] },
];
