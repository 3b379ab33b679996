/** The headers of a request, by name in lower case. */
export type RequestHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A request, as far as it says who sends it. */
export interface PresentedRequest {
  readonly headers: RequestHeaders;
  /** Its method, in upper case. */
  readonly method: string;
  /** The address it was sent to, as its sender knows it. */
  readonly url: URL;
  /** The certificate (DER) by which its sender opened the TLS connection; absent where there was none. */
  readonly certificate?: Uint8Array;
}
