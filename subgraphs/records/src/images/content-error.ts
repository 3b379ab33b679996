/** A file that is not the image it was said to be, or none that can be taken. Its message quotes nothing of the file. */
export class ContentError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ContentError';
  }
}
