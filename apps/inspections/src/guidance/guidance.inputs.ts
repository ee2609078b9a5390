import { GraphQLDate, RequestInput } from '@throughline/subgraph';
import { Field, InputType } from 'type-graphql';
import { DatePrecision, GuidanceTopic } from './guidance.model';

@InputType({ description: 'A version of a guidance document: its first, or the next.' })
export class PublishGuidanceInput extends RequestInput {
  @Field(() => String, { description: 'The same for all versions of a document.' })
  key!: string;

  @Field(() => String, { description: 'Which version of the document it is; new for its key.' })
  version!: string;

  @Field(() => String, { description: 'Title of the document.' })
  title!: string;

  @Field(() => String, { description: 'Who publishes it.' })
  publisher!: string;

  @Field(() => GraphQLDate, {
    description: 'First day in force, after that of the latest version; where only the month is known, a day of it.',
  })
  inForceFrom!: string;

  @Field(() => GraphQLDate, {
    nullable: true,
    description: 'Last day in force, where that is known; else the next version ends it.',
  })
  inForceTo?: string | null;

  @Field(() => DatePrecision, {
    defaultValue: DatePrecision.DAY,
    description: 'How precisely the first day is known.',
  })
  datePrecision!: DatePrecision;

  @Field(() => [GuidanceTopic], {
    defaultValue: [],
    description: 'What it is about; where there is none, everything.',
  })
  topics!: GuidanceTopic[];
}
