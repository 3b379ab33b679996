import { jsonScalar, requireUse } from '@causeway/kit';
import { Inaccessible } from '@causeway/schema/decorators';
import { Arg, Ctx, Float, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { RecordsContext } from '../context.js';
import type { CarriedFileSummary, Opening } from './repository.js';

/** A carried file, as its patient may see it. */
const CarriedFile = jsonScalar(
  'CarriedFile',
  'An encrypted summary that a patient carries: its label, its times, how often it was opened. For the gateway alone.',
);

/** What came of an attempt to open a carried file. */
const CarriedFileOpening = jsonScalar(
  'CarriedFileOpening',
  'What came of an attempt to open a carried file. For the gateway alone.',
);

/** Keeps and opens the encrypted summaries that patients carry themselves, for the gateway. */
@Resolver()
export class CarriedFileResolver {
  @Inaccessible()
  @Mutation(() => CarriedFile, {
    description:
      'Keeps an encrypted file, to be opened by link and passcode. For the gateway alone.',
  })
  storeCarriedFile(
    @Arg('patient', () => ID, { description: 'The patient it is about.' }) patient: string,
    @Arg('key', () => String, { description: 'The 256 random bits of its link.' }) key: string,
    @Arg('passcode', () => String, { description: 'What opens it beside the link.' })
    passcode: string,
    @Arg('jwe', () => String, { description: 'The file, as a compact JWE.' }) jwe: string,
    @Arg('contentType', () => String, { description: 'The media type of what is encrypted.' })
    contentType: string,
    @Arg('label', () => String, { description: 'What the patient calls it.' }) label: string,
    @Arg('expiresAt', () => Float, { description: 'When it ends, in epoch milliseconds.' })
    expiresAt: number,
    @Ctx() context: RecordsContext,
  ): CarriedFileSummary {
    requireUse(context, 'relay');
    const file = { patient, key, passcode, jwe, contentType, label, expiresAt };
    return context.carried.store(file, context.fetch.now);
  }

  @Inaccessible()
  @Mutation(() => CarriedFileOpening, {
    description: 'Opens a file for whoever has link and passcode; counts. For the gateway alone.',
  })
  openCarriedFile(
    @Arg('key', () => String, { description: 'The 256 random bits of its link.' }) key: string,
    @Arg('passcode', () => String, {
      nullable: true,
      description: 'The passcode; absent where none was given, which is no attempt.',
    })
    passcode: string | null | undefined,
    @Arg('embeddedLengthMax', () => Int, {
      nullable: true,
      description: 'The most characters of the file to be answered at once; absent for all.',
    })
    embeddedLengthMax: number | null | undefined,
    @Ctx() context: RecordsContext,
  ): Opening {
    requireUse(context, 'relay');
    const request = {
      key,
      passcode: passcode ?? null,
      embeddedLengthMax: embeddedLengthMax ?? null,
    };
    return context.carried.open(request, context.fetch.now);
  }

  @Inaccessible()
  @Mutation(() => String, {
    nullable: true,
    description: 'The file at a location, once; null if there is none. For the gateway alone.',
  })
  fetchCarriedFile(
    @Arg('location', () => String, { description: 'The secret of the location.' })
    location: string,
    @Ctx() context: RecordsContext,
  ): string | null {
    requireUse(context, 'relay');
    return context.carried.fetch(location, context.fetch.now);
  }

  @Inaccessible()
  @Query(() => [CarriedFile], {
    description: 'The files of a patient, newest first. For the gateway alone.',
  })
  carriedFiles(
    @Arg('patient', () => ID, { description: 'The patient.' }) patient: string,
    @Ctx() context: RecordsContext,
  ): CarriedFileSummary[] {
    requireUse(context, 'relay');
    return context.carried.list(patient);
  }

  @Inaccessible()
  @Mutation(() => CarriedFile, {
    nullable: true,
    description:
      'Closes a file of a patient for good; null where they have none of that id. For the gateway alone.',
  })
  revokeCarriedFile(
    @Arg('patient', () => ID, { description: 'The patient.' }) patient: string,
    @Arg('file', () => ID, { description: 'The id of the file.' }) file: string,
    @Ctx() context: RecordsContext,
  ): CarriedFileSummary | null {
    requireUse(context, 'relay');
    return context.carried.revoke(patient, file, context.fetch.now);
  }
}
