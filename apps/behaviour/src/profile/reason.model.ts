import { Opens } from '@throughline/subgraph';
import { Field, ID, ObjectType } from 'type-graphql';

@Opens('behaviour:read')
@ObjectType({ description: 'A record that something rests on.', simpleResolvers: true })
export class SourceRecord {
  @Field(() => String, { description: 'Type of the record, as in bundles: incident, chargingDecision and so on.' })
  type!: string;

  @Field(() => ID, { description: 'Its id.' })
  id!: string;
}

@Opens('behaviour:read')
@ObjectType({ description: 'A sentence that says why, and the record it rests on.', simpleResolvers: true })
export class Reason {
  @Field(() => String, { description: 'The sentence, in English. It names no person and quotes no free text.' })
  text!: string;

  @Field(() => SourceRecord, { description: 'What it rests on.' })
  source!: SourceRecord;
}

@Opens('behaviour:read')
@ObjectType({ description: 'Something that was left out, and why.', simpleResolvers: true })
export class Omission {
  @Field(() => String, { description: 'What was left out and why, in English.' })
  text!: string;

  @Field(() => SourceRecord, {
    nullable: true,
    description: 'The record that was left out; null for a whole kind of record.',
  })
  source!: SourceRecord | null;
}
