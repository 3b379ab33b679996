/** What a token endpoint may answer: RFC 6749, section 5.2, and RFC 9449, section 5. */
export type OAuthErrorCode =
  | 'invalid_request'
  | 'invalid_grant'
  | 'invalid_dpop_proof'
  | 'unsupported_grant_type'
  | 'temporarily_unavailable';

/** A request for a token that is refused. */
export class OAuthError extends Error {
  readonly code: OAuthErrorCode;
  readonly status: number;
  /** The methods that would be taken, where it is the method that is refused. */
  readonly allow: string | null;

  constructor(code: OAuthErrorCode, message: string, status = 400, allow: string | null = null) {
    super(message);
    this.name = 'OAuthError';
    this.code = code;
    this.status = status;
    this.allow = allow;
  }
}
