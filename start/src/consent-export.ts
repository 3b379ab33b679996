/** `npm run consent:export -- --persona NAME`: a patient's consents as FHIR Consents of R4 or R5, in one bundle. */
import './require-node-24.js';
import { CONSENT_RELEASES, consentBundle } from '@causeway/consents';
import { Command, Option } from 'commander';
import { openTrail } from './audit/open-trail.js';
import { StartError, runProgram } from './program.js';
import { readSettings } from './settings.js';
import { claimsFor } from './whose-token.js';

interface Options {
  readonly persona: string;
  readonly release: Lowercase<(typeof CONSENT_RELEASES)[number]>;
  readonly data: string;
}

await runProgram(async () => {
  const releases = CONSENT_RELEASES.map((release) => release.toLowerCase());
  const command = new Command('npm run --silent consent:export --')
    .description('Prints a patient’s consents as a bundle of FHIR Consents.')
    .requiredOption('--persona <name>', 'a patient among the personas, or patient:ID for any other')
    .addOption(
      new Option('--release <release>', 'the release of FHIR').choices(releases).default('r4'),
    )
    .option('--data <folder>', 'the data folder', readSettings(process.env).data)
    .parse();
  const { persona, release, data } = command.opts<Options>();
  const patient = await patientNamed(persona);
  const consents = await openTrail(data);
  try {
    const rows = consents.repository.consentsOfPatient(patient);
    const bundle = consentBundle(rows, release === 'r4' ? 'R4' : 'R5');
    console.log(JSON.stringify(bundle, null, 2));
  } finally {
    consents.close();
  }
});

/** The Patient id of a persona who is one. */
async function patientNamed(name: string): Promise<string> {
  // One whom nobody knows has no consents.
  const { fhirUser = '' } = await claimsFor(name, () => Promise.resolve(true));
  const [type, id] = fhirUser.split('/');
  if (type === 'Patient' && id !== undefined) return id;
  throw new StartError(`Expected a patient, got ${name}. npm run personas lists who is one.`);
}
