import { OffenceFamily } from '@throughline/reference';
import { GraphQLDate } from '@throughline/subgraph';
import { Field, ID, InputType } from 'type-graphql';
import { InCaseInput } from '../case/case.inputs';
import { CodeTest, DecidedBy, DecisionKind, DecisionOutcome, OrderConsidered } from './charging-decision.model';

@InputType({ description: 'An offence family that a decision considered.' })
export class ConsideredFamilyInput {
  @Field(() => OffenceFamily, { description: 'The family.' })
  family!: OffenceFamily;

  @Field(() => Boolean, { description: 'Whether it was taken.' })
  accepted!: boolean;

  @Field(() => String, { nullable: true, description: 'Why it was taken or refused.' })
  rationale?: string | null;
}

@InputType({ description: 'A version of guidance that a decision cites.' })
export class GuidanceCitedInput {
  @Field(() => String, { description: 'Key of the guidance.' })
  key!: string;

  @Field(() => String, { description: 'Version cited.' })
  version!: string;
}

@InputType({ description: 'A decision by a prosecutor or the police on a case.' })
export class RecordChargingDecisionInput extends InCaseInput {
  @Field(() => ID, { description: 'Id of whom it is about; the case must name them.' })
  suspect!: string;

  @Field(() => GraphQLDate, { description: 'Day of the decision.' })
  decidedOn!: string;

  @Field(() => DecisionKind, { description: 'What kind of decision it is.' })
  kind!: DecisionKind;

  @Field(() => CodeTest, {
    nullable: true,
    description: 'Test of the Code for Crown Prosecutors that was applied.',
  })
  test?: CodeTest | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the evidential stage was met.' })
  evidentialStageMet?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the public interest stage was met.' })
  publicInterestStageMet?: boolean | null;

  @Field(() => DecisionOutcome, { description: 'What was decided.' })
  outcome!: DecisionOutcome;

  @Field(() => [ConsideredFamilyInput], {
    defaultValue: [],
    description: 'Every offence family considered, whether taken or refused, and why.',
  })
  considered!: ConsideredFamilyInput[];

  @Field(() => [GuidanceCitedInput], { defaultValue: [], description: 'Guidance cited.' })
  guidanceCited!: GuidanceCitedInput[];

  @Field(() => String, { nullable: true, description: 'Why it was decided so.' })
  rationale?: string | null;

  @Field(() => OrderConsidered, {
    defaultValue: OrderConsidered.NOT_RECORDED,
    description: 'Whether a protective order was considered.',
  })
  orderConsidered!: OrderConsidered;

  @Field(() => DecidedBy, { description: 'Whose decision it was.' })
  decidedBy!: DecidedBy;
}
