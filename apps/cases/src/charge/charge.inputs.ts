import { ChangeInput, GraphQLDate } from '@throughline/subgraph';
import { Field, ID, InputType } from 'type-graphql';
import { InCaseInput } from '../case/case.inputs';
import { Verdict } from './charge.model';

@InputType({ description: 'A charge against a suspect.' })
export class ChargeSuspectInput extends InCaseInput {
  @Field(() => ID, { description: 'Id of who is charged; the case must name them.' })
  suspect!: string;

  @Field(() => ID, { nullable: true, description: 'Id of the victim whom the charge names, if it names one.' })
  victim?: string | null;

  @Field(() => String, { description: 'The offence, by its CJS code.' })
  offence!: string;

  @Field(() => GraphQLDate, { description: 'Day of the charge.' })
  chargedOn!: string;

  @Field(() => [ID], {
    defaultValue: [],
    description: 'Ids of the incidents it rests on: of the case, by the suspect, and not disproved.',
  })
  incidents!: string[];

  @Field(() => [ID], { defaultValue: [], description: 'Ids of the breaches it rests on.' })
  breaches!: string[];
}

@InputType({ description: 'The amendment of a charge. What is not given stays as it is.' })
export class AmendChargeInput extends ChangeInput {
  @Field(() => String, { nullable: true, description: 'The offence, by its CJS code.' })
  offence?: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of the victim whom the charge names.' })
  victim?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Ids of all incidents it rests on from now on.' })
  incidents?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Ids of all breaches it rests on from now on.' })
  breaches?: string[] | null;
}

@InputType({ description: 'The discontinuance of a charge; `reason` is required.' })
export class DiscontinueChargeInput extends ChangeInput {
  @Field(() => GraphQLDate, { description: 'Day it was discontinued.' })
  disposedOn!: string;
}

@InputType({ description: 'The plea to a charge.' })
export class RecordPleaInput extends ChangeInput {
  @Field(() => String, { description: 'Plea, by its CJS code.' })
  plea!: string;
}

@InputType({ description: 'How a charge ended at court.' })
export class RecordVerdictInput extends ChangeInput {
  @Field(() => Verdict, { description: 'How it ended.' })
  verdict!: Verdict;

  @Field(() => GraphQLDate, { description: 'Day it ended.' })
  disposedOn!: string;
}
