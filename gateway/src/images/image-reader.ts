import { isDeepStrictEqual } from 'node:util';
import type { Caller, Decision, Permit } from '@causeway/schema';
import { RequestError } from '../host/read-body.js';
import { imageAccess } from './image-access.js';
import type { ImageUse } from './image-link.js';
import { notThere } from './image-route.js';
import type { ImagesOptions } from './ports.js';
import type { ImagePiece, RecordImages } from './record-images.js';

/** What is wanted of an image, and by whom. */
export interface WantedImage {
  readonly id: string;
  readonly use: ImageUse;
  /** To look at; counted from 0. */
  readonly frame: number;
  readonly caller: Caller;
  /** Whether the caller's link is for this use. */
  readonly isSigned: boolean;
}

/** Reads one image for one request: decides before each piece and, before the first is released, once more after it. */
export class ImageReader {
  readonly #wanted: WantedImage;
  readonly #patient: string;
  readonly #permit: Permit;
  readonly #about: ImagePiece;
  readonly #images: RecordImages;
  readonly #options: ImagesOptions;

  private constructor(
    wanted: WantedImage,
    permit: Permit,
    about: ImagePiece,
    images: RecordImages,
    options: ImagesOptions,
  ) {
    this.#wanted = wanted;
    this.#patient = permit.patient;
    this.#permit = permit;
    this.#about = about;
    this.#images = images;
    this.#options = options;
  }

  /**
   * A reader of an image that the caller may see.
   *
   * @throws RequestError 404 where there is none for this caller, 403 where images may be looked at but not taken away
   * @throws FactsUnavailableError, SubgraphUnavailableError or AuditUnavailableError where nobody can decide
   */
  static async open(
    wanted: WantedImage,
    images: RecordImages,
    options: ImagesOptions,
  ): Promise<ImageReader> {
    const { gateway } = options;
    const [patient = null] = await images.patients([wanted.id]);
    if (patient === null) throw notThere();
    const decision = await gateway.decide(wanted.caller, patient, 'READ');
    const withheld = () => record(decision, wanted, false, options);
    if (decision.effect === 'deny') {
      await withheld();
      throw notThere();
    }
    if (wanted.use === 'DOWNLOAD' && decision.obligations.includes('NO_IMAGE_DOWNLOAD')) {
      await withheld();
      throw new RequestError(403, 'These images may be looked at, not taken away');
    }
    const about =
      wanted.isSigned && decision.scopes.includes('RAD_IMAGE')
        ? await images.read(pieceOf(wanted, 0, 0), decision)
        : null;
    if (about === null) {
      await withheld();
      throw notThere();
    }
    return new ImageReader(wanted, decision, about, images, options);
  }

  /** What it is for. */
  get use(): ImageUse {
    return this.#wanted.use;
  }

  /** The media type of what is read. */
  get mediaType(): string {
    return this.#about.mediaType;
  }

  /** How many bytes there are. */
  get size(): number {
    return this.#about.size;
  }

  /** The first bytes of an answer, on record as released. @throws RequestError 404 if it is no longer permitted */
  async release(start: number, end: number): Promise<Buffer> {
    const piece = await this.#images.read(pieceOf(this.#wanted, start, end), this.#permit);
    const decision = await this.#decide();
    const isReleased = piece !== null && this.#isAsBefore(decision);
    // INVARIANT: the event is durable before a byte of the image leaves.
    await record(decision, this.#wanted, isReleased, this.#options);
    if (!isReleased) throw notThere();
    return piece.bytes;
  }

  /** More bytes of the same answer; null once they are no longer permitted. */
  async more(start: number, end: number): Promise<Buffer | null> {
    if (!this.#isAsBefore(await this.#decide())) return null;
    const piece = await this.#images.read(pieceOf(this.#wanted, start, end), this.#permit);
    return piece?.bytes ?? null;
  }

  #decide(): Promise<Decision> {
    return this.#options.gateway.decide(this.#wanted.caller, this.#patient, 'READ');
  }

  #isAsBefore(decision: Decision): boolean {
    return isDeepStrictEqual(decision, this.#permit);
  }
}

function pieceOf({ id, use, frame }: WantedImage, start: number, end: number) {
  return { id, frame: use === 'VIEW' ? frame : null, start, end };
}

function record(
  decision: Decision,
  { caller, use }: WantedImage,
  isReleased: boolean,
  { gateway, clock }: ImagesOptions,
): Promise<void> {
  const operation = use === 'VIEW' ? 'ViewImage' : 'DownloadImage';
  return gateway.recordAccess([imageAccess(decision, caller, operation, isReleased, clock())]);
}
