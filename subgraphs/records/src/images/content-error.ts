import { ToldError } from '@causeway/kit';

/** A file that is not the image it was said to be, or none that can be taken. Its words quote nothing of the file. */
export class ContentError extends ToldError {}
