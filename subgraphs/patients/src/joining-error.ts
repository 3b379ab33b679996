/** A joining or withdrawal that the patient's standing does not allow. */
export class JoiningError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'JoiningError';
  }
}
