/** The importer of FHIR R4 files. */
export { consentEntry } from './entries/consent/consent.js';
export type { ConsentContext } from './entries/consent/consent.js';
export { MissingPathError } from './reading/files.js';
export { UnbalancedReportError } from './report.js';
export type { ImportReport, ReportLine } from './report.js';
export { DETAILS_FILE, runImport } from './run-import.js';
export type { ImportOptions, Step } from './run-import.js';
