/**
 * How many attempts a wrong passcode leaves, as an extension of the error that says so: a whole number, beside that
 * code and no other. Nothing where the error does not say.
 */
export function remainingAttempts(extensions: Readonly<Record<string, unknown>>): {
  readonly remainingAttempts?: number;
} {
  const { code, remainingAttempts: left } = extensions;
  const isTold = code === 'PASSCODE_INVALID' && Number.isSafeInteger(left) && Number(left) >= 0;
  return isTold ? { remainingAttempts: Number(left) } : {};
}
