/** Lists of providers by pages. */
import { connectionOf } from '@causeway/kit';
import { Organization } from './organization.js';
import { Recognition } from './recognition.js';

/** A page of organisations. */
export const OrganizationConnection = connectionOf('Organization', () => Organization);

/** A page of recognitions. */
export const RecognitionConnection = connectionOf('Recognition', () => Recognition);
