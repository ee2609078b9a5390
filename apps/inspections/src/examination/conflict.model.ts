import { GraphQLDateTime, Opens } from '@throughline/subgraph';
import { Field, ObjectType } from 'type-graphql';
import { Case } from '../elsewhere';

@Opens('inspection:read')
@ObjectType({ description: 'That somebody must not examine a file.', simpleResolvers: true })
export class ConflictOfInterest {
  inspectionId!: string;

  @Field(() => Case, { nullable: true, description: 'The case whose file it is.' })
  case!: Case | null;

  @Field(() => String, { description: 'Who must not examine it.' })
  examiner!: string;

  @Field(() => String, { description: 'Why.' })
  reason!: string;

  @Field(() => GraphQLDateTime, { description: 'When that was recorded.' })
  at!: string;

  @Field(() => String, { description: 'Who recorded it.' })
  recordedBy!: string;
}
