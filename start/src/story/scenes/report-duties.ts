import { z } from 'zod';
import { answered } from '../expectations.js';
import type { Stage } from '../stage.js';

const DUTIES = `query WhatIsDue {
  depositDutyReport(first: 5) {
    edges { node { organization { name } duty { categories within } due arrived arrivedLate late } }
  }
}`;

const report = z.object({
  depositDutyReport: z.object({ edges: z.array(z.unknown()).min(1) }),
});

/** The Secretary for Health sees what is due from whom: counts, and no patient. */
export async function reportDuties(stage: Stage): Promise<void> {
  stage.scene('What is due from whom');
  answered(await stage.ask({ as: 'secretary', document: DUTIES }), report);
}
