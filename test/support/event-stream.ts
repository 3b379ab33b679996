/** A client of GraphQL over server-sent events, in the distinct connections mode. */

/** An event as its client reads it. */
export interface ReadEvent {
  /** `next` or `complete`; `comment` for one that only keeps the stream alive. */
  readonly kind: string;
  /** The data of the event, parsed; null where there is none. */
  readonly body: unknown;
}

/** A stream that is being read. */
export interface EventStream {
  readonly status: number;
  readonly headers: Headers;
  /** The next event, comments apart; fails where none comes within so many milliseconds. */
  next(within?: number): Promise<ReadEvent>;
  /** The next event, comments included. */
  nextOfAny(within?: number): Promise<ReadEvent>;
  /** Resolves after so many milliseconds with the events that came by then, comments apart. */
  during(milliseconds: number): Promise<readonly ReadEvent[]>;
  /** The answer's text, where it is no stream. */
  text(): Promise<string>;
  /** Goes away. */
  close(): void;
}

/** Asks an address for events by POST. */
export async function openEvents(
  url: string,
  headers: Readonly<Record<string, string>>,
  request: { readonly query: string; readonly variables?: object; readonly extensions?: object },
): Promise<EventStream> {
  return readEvents(url, {
    method: 'POST',
    headers: { accept: 'text/event-stream', 'content-type': 'application/json', ...headers },
    body: JSON.stringify(request),
  });
}

/** Asks for events as told. */
export async function readEvents(url: string, init: RequestInit): Promise<EventStream> {
  const gone = new AbortController();
  const response = await fetch(url, { ...init, signal: gone.signal });
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
  const queue: ReadEvent[] = [];
  let told: () => void = () => undefined;
  const reading = isStream
    ? readAll(response, (event) => {
        queue.push(event);
        told();
      }).catch(() => undefined)
    : Promise.resolve();
  const nextOfAny = async (within = 5_000): Promise<ReadEvent> => {
    const until = Date.now() + within;
    for (;;) {
      const event = queue.shift();
      if (event !== undefined) return event;
      if (Date.now() >= until) throw new Error(`Expected an event within ${within} ms, got none`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, Math.max(0, until - Date.now()));
        told = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  };
  return {
    status: response.status,
    headers: response.headers,
    nextOfAny,
    next: async (within = 5_000) => {
      const until = Date.now() + within;
      for (;;) {
        const event = await nextOfAny(until - Date.now());
        if (event.kind !== 'comment') return event;
      }
    },
    during: async (milliseconds) => {
      await Promise.race([reading, new Promise((resolve) => setTimeout(resolve, milliseconds))]);
      return queue.splice(0).filter(({ kind }) => kind !== 'comment');
    },
    text: () => response.text(),
    close: () => gone.abort(),
  };
}

async function readAll(response: Response, tell: (event: ReadEvent) => void): Promise<void> {
  let left = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    left += decoder.decode(chunk as Uint8Array, { stream: true });
    const blocks = left.split('\n\n');
    left = blocks.pop() ?? '';
    for (const block of blocks) tell(eventIn(block));
  }
}

function eventIn(block: string): ReadEvent {
  const lines = block.split('\n');
  const valuesOf = (field: string): string[] =>
    lines
      .filter((line) => line.startsWith(`${field}:`))
      .map((line) => line.slice(field.length + 1).trimStart());
  const data = valuesOf('data').join('\n');
  const [kind = 'comment'] = valuesOf('event');
  return { kind, body: data === '' ? null : (JSON.parse(data) as unknown) };
}
