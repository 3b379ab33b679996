import { jsonScalar, refused, requireUse } from '@causeway/kit';
import { filled } from '@causeway/schema';
import { Inaccessible } from '@causeway/schema/decorators';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { RecordsContext } from '../context.js';
import { ImagingStudy } from '../types/index.js';
import { LARGEST_PIECE } from '../uploads/upload-input.js';
import { RANGE } from './image-texts.js';
import type { ImageForm } from './stored-images.js';
import { StudyImage } from './study-image.js';

/** An image as the gateway sees it. */
const StoredImage = jsonScalar(
  'StoredImage',
  'An image under the permits of the call. For the gateway alone.',
);

/** A piece of an image. */
const ImagePiece = jsonScalar(
  'ImagePiece',
  'A piece of an image, in base64, under the permits of the call. For the gateway alone.',
);

/** Images: what the graph tells of them, and their bytes for the gateway, which serves them. */
@Resolver(() => ImagingStudy)
export class ImageResolver {
  @FieldResolver(() => [StudyImage], {
    description: 'The images in full resolution that were deposited with the study.',
  })
  async images(
    @Root() study: ImagingStudy,
    @Ctx() context: RecordsContext,
  ): Promise<readonly StudyImage[]> {
    const rows = await context.loaders.imagesOf.load(study.id);
    return rows.map((row) => new StudyImage(row, study.permit.abroad));
  }

  @Inaccessible()
  @Query(() => [ID], {
    nullable: 'items',
    description:
      'Whose the given images are, in the order of the ids; null where there is none. For the gateway alone.',
  })
  imagePatients(
    @Arg('ids', () => [ID], { description: 'Image ids.' }) ids: string[],
    @Ctx() context: RecordsContext,
  ): (string | null)[] {
    requireUse(context, 'relay');
    const patients = context.images.patients(ids);
    return ids.map((id) => patients.get(id) ?? null);
  }

  @Inaccessible()
  @Query(() => [StoredImage], {
    nullable: 'items',
    description:
      'The given images, in the order of the ids; null where the permits of the call release none. For the gateway alone.',
  })
  storedImages(
    @Arg('ids', () => [ID], { description: 'Image ids.' }) ids: string[],
    @Ctx() context: RecordsContext,
  ): unknown[] {
    requireUse(context, 'relay');
    const released = context.images.byId(context.fetch.permits, ids);
    const byId = new Map(released.map((image) => [image.id, image]));
    return ids.map((id) => {
      const image = byId.get(id);
      return image === undefined ? null : { id, patient: image.patient, frames: image.frames };
    });
  }

  @Inaccessible()
  @Query(() => ImagePiece, {
    nullable: true,
    description:
      'The bytes of an image from a position up to another, at most 4 MiB of them; null where the permits of the call release none. For the gateway alone.',
  })
  readImage(
    @Arg('id', () => ID, { description: "The image's id." }) id: string,
    @Arg('frame', () => Int, {
      nullable: true,
      description: 'The frame to look at, counted from 0; without it, the file.',
    })
    frame: number | null | undefined,
    @Arg('start', () => Int, { description: 'The position of the first byte.' }) start: number,
    @Arg('end', () => Int, { description: 'The position behind the last byte.' }) end: number,
    @Ctx() context: RecordsContext,
  ): unknown {
    requireUse(context, 'relay');
    if (start < 0 || end < start || end - start > LARGEST_PIECE)
      throw refused('BAD_USER_INPUT', filled(RANGE, { most: LARGEST_PIECE }));
    const form: ImageForm = typeof frame === 'number' ? { kind: 'FRAME', frame } : { kind: 'FILE' };
    const piece = context.images.read(context.fetch.permits, id, form, start, end);
    return piece === null ? null : { ...piece, bytes: piece.bytes.toString('base64') };
  }
}
