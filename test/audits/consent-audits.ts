/** What a gateway in front of health records is held against, numbered: ids never change their meaning. */
import type { Topic } from './audit.js';
import { ANSWERS } from './topics/answers.js';
import { CALLERS } from './topics/callers.js';
import { CHANGES } from './topics/changes.js';
import { DEPOSITS } from './topics/deposits.js';
import { FAULTS } from './topics/faults.js';
import { IMAGES } from './topics/images.js';
import { NOT_ASKED } from './topics/not-asked.js';
import { ORACLES } from './topics/oracles.js';
import { SHAPES } from './topics/shapes.js';
import { TRAIL } from './topics/trail.js';
import { TRANSPORT } from './topics/transport.js';

/** Every audit, in the order in which they are held. */
export const CONSENT_AUDITS: readonly Topic[] = [
  ANSWERS,
  ORACLES,
  SHAPES,
  CALLERS,
  TRANSPORT,
  CHANGES,
  DEPOSITS,
  IMAGES,
  TRAIL,
  NOT_ASKED,
  FAULTS,
];
