import { GraphQLDateTime, Opens, enumeration } from '@throughline/subgraph';
import { Field, ID, ObjectType } from 'type-graphql';
import { Suspect } from '../elsewhere';

export const ActivityKind = enumeration('ActivityKind', 'What was done to a record.', {
  RECORDED: 'It was recorded.',
  CHANGED: 'It was changed.',
  WITHDRAWN: 'It was withdrawn.',
});

@Opens('behaviour:read')
@ObjectType({
  description: 'Something that was done to a record that concerns a suspect, or somebody who is the same person.',
  simpleResolvers: true,
})
export class SuspectActivity {
  @Field(() => String, { description: 'Give it as `since` to go on after this one.' })
  cursor!: string;

  @Field(() => GraphQLDateTime, { description: 'When it was done.' })
  at!: string;

  @Field(() => ActivityKind, { description: 'What was done.' })
  kind!: keyof typeof ActivityKind;

  @Field(() => String, { description: 'Type of the record, as in bundles: incident, chargingDecision and so on.' })
  recordType!: string;

  @Field(() => ID, { description: 'Id of the record.' })
  recordId!: string;

  @Field(() => Suspect, { nullable: true, description: 'The suspect who was asked about.' })
  suspect!: Suspect;
}
