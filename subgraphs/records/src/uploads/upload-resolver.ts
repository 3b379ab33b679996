import { jsonScalar, requireUse } from '@causeway/kit';
import { Inaccessible } from '@causeway/schema/decorators';
import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { RecordsContext } from '../context.js';
import { newUpload, pieceOf } from './upload-input.js';
import type { UploadStep } from './uploads.js';
import type { UploadRow } from '../tables.js';

/** What a file is declared to be, before it comes. */
const UploadInput = jsonScalar(
  'UploadInput',
  'A file that is to come, of whom and from whom. For the gateway alone.',
);

/** How far a file has come. */
const UploadState = jsonScalar(
  'UploadState',
  'A file on its way in, and how far it has come. For the gateway alone.',
);

/** Takes files in for the gateway, which has decided that they may come. */
@Resolver()
export class UploadResolver {
  @Inaccessible()
  @Mutation(() => UploadState, { description: 'Begins an upload. For the gateway alone.' })
  createUpload(
    @Arg('input', () => UploadInput, { description: 'The file.' }) input: unknown,
    @Ctx() context: RecordsContext,
  ): UploadRow {
    requireUse(context, 'relay');
    return context.uploads.create(newUpload(input), context.fetch.now);
  }

  @Inaccessible()
  @Mutation(() => UploadState, {
    description:
      'Takes the next piece of an upload; the file is checked once it is whole. For the gateway alone.',
  })
  appendUpload(
    @Arg('id', () => ID, { description: "The upload's id." }) id: string,
    @Arg('offset', () => Int, { description: 'Where the piece begins: what has been received.' })
    offset: number,
    @Arg('chunk', () => String, { description: 'The piece in base64, of at most 4 MiB.' })
    chunk: string,
    @Ctx() context: RecordsContext,
  ): UploadStep {
    requireUse(context, 'relay');
    return context.uploads.append(id, offset, pieceOf(chunk), context.fetch.now);
  }

  @Inaccessible()
  @Query(() => UploadState, {
    nullable: true,
    description:
      'An upload as it is; null where there is none, or its time is over. For the gateway alone.',
  })
  uploadState(
    @Arg('id', () => ID, { description: "The upload's id." }) id: string,
    @Ctx() context: RecordsContext,
  ): UploadRow | null {
    requireUse(context, 'relay');
    return context.uploads.state(id, context.fetch.now);
  }
}
