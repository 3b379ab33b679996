/** A visitor of the pages for tests: keeps cookies as a browser does, follows nothing, and says where it comes from. */

/** What came back. */
export interface Seen {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

/** Somebody with a cookie jar. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  /** Gets a page. */
  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Seen> {
    return this.#send(path, { headers });
  }

  /** Posts a form as one of our own pages does, unless the headers say otherwise. */
  post(
    path: string,
    fields: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>> = { 'sec-fetch-site': 'same-origin' },
  ): Promise<Seen> {
    return this.#send(path, { method: 'POST', headers, body: new URLSearchParams(fields) });
  }

  async #send(path: string, init: RequestInit): Promise<Seen> {
    const headers = new Headers(init.headers);
    const cookies = [...this.cookies].map(([name, value]) => `${name}=${value}`);
    if (cookies.length > 0) headers.set('cookie', cookies.join('; '));
    const response = await fetch(`${this.#url}${path}`, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    return { status: response.status, text: await response.text(), headers: response.headers };
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split('; ');
    const [name = '', value = ''] = pair.split('=');
    if (attributes.includes('Max-Age=0')) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

/** The CSRF token that a page's forms carry. */
export function csrfIn({ text }: Seen): string {
  return /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
}
