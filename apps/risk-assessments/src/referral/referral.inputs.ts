import { ChangeInput, GraphQLDate, RequestInput } from '@throughline/subgraph';
import { Field, ID, InputType } from 'type-graphql';
import { Forum } from './referral.model';

@InputType({
  description:
    'A referral to a forum, about a suspect, a victim or a case. Its `reason` is kept as the referral’s own.',
})
export class ReferToForumInput extends RequestInput {
  @Field(() => Forum, { description: 'The forum.' })
  forum!: Forum;

  @Field(() => ID, { nullable: true, description: 'Id of the suspect whom the risk comes from.' })
  suspect?: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of the victim who is at risk.' })
  victim?: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of the case it comes from.' })
  case?: string | null;

  @Field(() => GraphQLDate, { description: 'Day it was referred.' })
  referredOn!: string;
}

@InputType({ description: 'What a forum settled on.' })
export class RecordReferralOutcomeInput extends ChangeInput {
  @Field(() => GraphQLDate, { description: 'Day the forum heard it.' })
  heardOn!: string;

  @Field(() => String, { description: 'What it settled on.' })
  outcome!: string;
}
