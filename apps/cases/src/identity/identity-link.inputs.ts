import { ChangeInput, RequestInput } from '@throughline/subgraph';
import { Field, ID, InputType, Int } from 'type-graphql';
import { IdentityDecision } from './identity-link.model';

const VERSION = 'The `recordVersion` that the decision was made on: CONFLICT where the record has changed since.';

@InputType({ description: 'A decision about two suspect records. Its `reason` is required.' })
export class LinkSuspectsInput extends RequestInput {
  @Field(() => ID, { description: 'Id of one of the two suspects.' })
  a!: string;

  @Field(() => ID, { description: 'Id of the other.' })
  b!: string;

  @Field(() => IdentityDecision, { description: 'What was decided.' })
  decision!: IdentityDecision;

  @Field(() => Int, { nullable: true, description: `Of \`a\`. ${VERSION}` })
  expectedVersionOfA?: number | null;

  @Field(() => Int, { nullable: true, description: `Of \`b\`. ${VERSION}` })
  expectedVersionOfB?: number | null;
}

@InputType({ description: 'A decision to withdraw, by the id of its identity link. Its `reason` is required.' })
export class UnlinkSuspectsInput extends ChangeInput {}
