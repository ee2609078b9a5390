import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { type Class, Opens } from './model';
import type { Row, WriteInput } from './write';

/** What every mutation's input has. */
@InputType({ description: 'What every mutation takes.' })
export class RequestInput implements WriteInput {
  @Field(() => ID, {
    description:
      'Chosen by the caller, once for each thing to be done: sent again, it brings the first answer again and changes nothing.',
  })
  requestId!: string;

  @Field(() => String, { nullable: true, description: 'Why it is done; kept in the history.' })
  reason?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Check everything and change nothing.' })
  validateOnly!: boolean;
}

/** What the input of a mutation has that changes a record. */
@InputType({ description: 'What every mutation takes that changes a record.' })
export class ChangeInput extends RequestInput {
  @Field(() => ID, { description: 'Id of the record.' })
  id!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'The `recordVersion` that the change is meant for: CONFLICT where the record has changed since, with what differs.',
  })
  expectedVersion?: number | null;
}

/** The payload of mutations that give a record: `{ order: Order! }`. */
export function payloadType<Record extends Row>(record: Class<Record>, field: string): Class {
  @Opens('open')
  @ObjectType(`${record.name}Payload`, { description: 'What a mutation gives.', simpleResolvers: true })
  class Payload {
    [name: string]: unknown;
  }
  Field(() => record, { description: 'The record as it is now.' })(Payload.prototype, field);
  return Payload;
}
