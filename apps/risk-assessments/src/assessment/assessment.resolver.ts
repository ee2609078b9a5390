import {
  type Connection,
  type Context,
  GraphQLDate,
  IdArgs,
  Opens,
  PageArgs,
  RiskGrade,
  byId,
  connectionType,
  enumeration,
  pageRequest,
  EVERYBODY,
} from '@throughline/subgraph';
import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  Info,
  InputType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Case, Suspect, Victim } from '../elsewhere';
import { RiskInstrument } from '../instrument/instrument.model';
import { instrumentName, instrumentsByName } from '../instrument/instrument.queries';
import { RiskAssessment, RiskTrigger } from './assessment.model';
import {
  allAssessments,
  assessmentsOfCases,
  assessmentsOfSuspects,
  assessmentsOfVictims,
  currentRiskOfSuspects,
  suspectsCurrentlyGraded,
} from './assessment.queries';

const RiskAssessmentSort = enumeration('RiskAssessmentSort', 'How risk assessments can be sorted.', {
  ASSESSED_AT_DESC: 'Newest first.',
  ASSESSED_AT_ASC: 'Oldest first.',
});

@InputType({ description: 'Which risk assessments. Conditions given together must all hold.' })
export class RiskAssessmentFilter {
  @Field(() => ID, { nullable: true, description: 'Of the risk this suspect is.' })
  suspectId?: string;

  @Field(() => ID, { nullable: true, description: 'Of the risk to this victim.' })
  victimId?: string;

  @Field(() => ID, { nullable: true, description: 'Made in this case.' })
  caseId?: string;

  @Field(() => [RiskGrade], { nullable: true, description: 'With any of these grades.' })
  grades?: RiskGrade[];

  @Field(() => [RiskTrigger], { nullable: true, description: 'Made for any of these reasons.' })
  triggers?: RiskTrigger[];

  @Field(() => String, { nullable: true, description: 'Made with the instrument of this key.' })
  instrumentKey?: string;

  @Field(() => String, { nullable: true, description: 'Made with this version of an instrument.' })
  instrumentVersion?: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether the assessor departed from the computed grade.' })
  overridden?: boolean;

  @Field(() => GraphQLDate, { nullable: true, description: 'Made on this day or later.' })
  assessedFrom?: string;

  @Field(() => GraphQLDate, { nullable: true, description: 'Made on this day or earlier.' })
  assessedTo?: string;
}

@ArgsType()
class RiskAssessmentsArgs extends PageArgs {
  @Field(() => RiskAssessmentFilter, { nullable: true, description: 'Which assessments; all where it is not given.' })
  filter?: RiskAssessmentFilter;

  @Field(() => RiskAssessmentSort, {
    defaultValue: RiskAssessmentSort.ASSESSED_AT_DESC,
    description: 'In which order.',
  })
  sort!: keyof typeof RiskAssessmentSort;
}

const RiskAssessmentConnection = connectionType(RiskAssessment, 'RiskAssessment');

@Resolver(() => RiskAssessment)
export class RiskAssessmentResolver {
  @Opens('risk:read')
  @Query(() => RiskAssessment, { nullable: true, description: 'A risk assessment by its id.' })
  riskAssessment(@Args() { id }: IdArgs, @Ctx() context: Context): Promise<RiskAssessment | null> {
    return context.load(byId(RiskAssessment), id);
  }

  @Opens('risk:read')
  @Query(() => RiskAssessmentConnection, { description: 'Risk assessments, a page at a time.' })
  riskAssessments(
    @Args() { filter, sort, ...page }: RiskAssessmentsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<RiskAssessment>> {
    return context.load(allAssessments, EVERYBODY, { ...pageRequest(page, info), filter, sort });
  }

  @Opens('risk:read')
  @Directive('@inaccessible')
  @Query(() => [ID], { nullable: true, description: 'Ids of the suspects whose newest assessment has such a grade.' })
  async suspectsWithCurrentGrade(
    @Arg('grades', () => [RiskGrade], { description: 'Any of these grades.' }) grades: RiskGrade[],
    @Ctx() context: Context,
  ): Promise<string[]> {
    const found = await Promise.all([...new Set(grades)].map((grade) => context.load(suspectsCurrentlyGraded, grade)));
    return found.flat();
  }

  @Opens('risk:read')
  @FieldResolver(() => RiskInstrument, {
    nullable: true,
    description: 'The instrument it was made with, once that has arrived from any source.',
  })
  instrument(
    @Root() { instrument, instrumentVersion }: RiskAssessment,
    @Ctx() context: Context,
  ): Promise<RiskInstrument | null> {
    return context.load(instrumentsByName, instrumentName(instrument, instrumentVersion));
  }

  @Opens('risk:read')
  @FieldResolver(() => String, { description: 'Key of the instrument it was made with.' })
  instrumentKey(@Root() { instrument }: RiskAssessment): string {
    return instrument;
  }
}

@Resolver(() => Suspect)
export class SuspectRiskAssessments {
  @Opens('risk:read')
  @FieldResolver(() => [RiskAssessment], {
    nullable: true,
    description: 'Assessments of the risk that the suspect is, newest first.',
  })
  riskAssessments(@Root() { id }: Suspect, @Ctx() context: Context): Promise<RiskAssessment[]> {
    return context.load(assessmentsOfSuspects, id);
  }

  @Opens('risk:read')
  @FieldResolver(() => RiskAssessment, {
    nullable: true,
    description: 'The newest of those assessments, whoever the victim.',
  })
  currentRisk(@Root() { id }: Suspect, @Ctx() context: Context): Promise<RiskAssessment | null> {
    return context.load(currentRiskOfSuspects, id);
  }
}

@Resolver(() => Victim)
export class VictimRiskAssessments {
  @Opens('risk:read')
  @FieldResolver(() => [RiskAssessment], {
    nullable: true,
    description: 'Assessments of the risk to the person, newest first.',
  })
  riskAssessments(@Root() { id }: Victim, @Ctx() context: Context): Promise<RiskAssessment[]> {
    return context.load(assessmentsOfVictims, id);
  }
}

@Resolver(() => Case)
export class CaseRiskAssessments {
  @Opens('risk:read')
  @FieldResolver(() => [RiskAssessment], {
    nullable: true,
    description: 'Risk assessments made in the case, newest first.',
  })
  riskAssessments(@Root() { id }: Case, @Ctx() context: Context): Promise<RiskAssessment[]> {
    return context.load(assessmentsOfCases, id);
  }
}
