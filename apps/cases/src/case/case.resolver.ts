import {
  type Connection,
  type Context,
  Opens,
  PageArgs,
  byId,
  enumeration,
  exactlyOne,
  pageRequest,
  EVERYBODY,
} from '@throughline/subgraph';
import type { GraphQLResolveInfo } from 'graphql';
import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import { Charge } from '../charge/charge.model';
import { chargesOfCases } from '../charge/charge.queries';
import { ChargingDecision } from '../decision/charging-decision.model';
import { decisionsOfCases } from '../decision/charging-decision.queries';
import { ActionPlan } from '../file/action-plan.model';
import { EarlyAdvice } from '../file/early-advice.model';
import { FileQualityCheck } from '../file/file-quality-check.model';
import { actionPlansOfCases, earlyAdviceOfCases, fileQualityChecksOfCases } from '../file/file.queries';
import { Incident } from '../incident/incident.model';
import { incidentsOfCases } from '../incident/incident.queries';
import { IncidentConnection } from '../incident/incident.resolver';
import { RecordedCrime } from '../recorded-crime/recorded-crime.model';
import { recordedCrimesOfCases } from '../recorded-crime/recorded-crime.queries';
import { searchCases } from '../search/case-search.queries';
import { type RankedConnection, rankedConnectionType } from '../search/ranked.model';
import { searchText } from '../search/search-text';
import { CaseFilter, spelledOut } from './case.filter';
import { Case } from './case.model';
import { allCases, caseByUrn } from './case.queries';

const CaseSort = enumeration('CaseSort', 'How cases can be sorted.', {
  OPENED_ON_DESC: 'Newest first.',
  OPENED_ON_ASC: 'Oldest first.',
  URN_ASC: 'By unique reference number.',
});

@ArgsType()
class CaseArgs {
  @Field(() => ID, { nullable: true, description: 'Id of the case.' })
  id?: string;

  @Field(() => String, { nullable: true, description: 'Unique reference number of the case file.' })
  urn?: string;
}

@ArgsType()
class CasesArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'What to look for: a URN or crime reference, or its beginning, with or without punctuation; else words of an incident’s narrative, where "…" holds words together and - leaves one out. The best matches come first, whatever `sort` says.',
  })
  text?: string;

  @Field(() => CaseFilter, { nullable: true, description: 'Which cases; all where it is not given.' })
  filter?: CaseFilter;

  @Field(() => CaseSort, { defaultValue: CaseSort.OPENED_ON_DESC, description: 'In which order, without `text`.' })
  sort!: keyof typeof CaseSort;
}

export const CaseConnection = rankedConnectionType(Case, 'Case', { value: 'case:read', snippet: 'narrative:read' });

@Resolver(() => Case)
export class CaseResolver {
  @Opens('case:read')
  @Query(() => Case, { nullable: true, description: 'A case by id or by URN.' })
  case(@Args() { id, urn }: CaseArgs, @Ctx() context: Context): Promise<Case | null> {
    exactlyOne({ id, urn });
    return id ? context.load(byId(Case), id) : context.load(caseByUrn, urn!);
  }

  @Opens('case:read')
  @Query(() => CaseConnection, { description: 'Cases, a page at a time.' })
  async cases(
    @Args() { text, filter, sort, ...page }: CasesArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<RankedConnection<Case>> {
    const args = { ...pageRequest(page, info), filter: spelledOut(filter, context.codes) };
    const search = searchText(text);
    if (search) return searchCases(context.db, search, args);
    return context.load(allCases, EVERYBODY, { ...args, sort });
  }

  @Opens('case:read')
  @FieldResolver(() => IncidentConnection, { description: 'What happened, oldest first.' })
  incidents(
    @Root() { id }: Case,
    @Args() page: PageArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Incident>> {
    return context.load(incidentsOfCases, id, pageRequest(page, info));
  }

  @Opens('case:read')
  @FieldResolver(() => [RecordedCrime], { description: 'Crimes recorded, oldest first.' })
  recordedCrimes(@Root() { id }: Case, @Ctx() context: Context): Promise<RecordedCrime[]> {
    return context.load(recordedCrimesOfCases, id);
  }

  @Opens('case:read')
  @FieldResolver(() => [Charge], { description: 'Charges, oldest first.' })
  charges(@Root() { id }: Case, @Ctx() context: Context): Promise<Charge[]> {
    return context.load(chargesOfCases, id);
  }

  @Opens('case:read')
  @FieldResolver(() => [ChargingDecision], { description: 'Decisions of prosecutors and police, oldest first.' })
  decisions(@Root() { id }: Case, @Ctx() context: Context): Promise<ChargingDecision[]> {
    return context.load(decisionsOfCases, id);
  }

  @Opens('case:read')
  @FieldResolver(() => [EarlyAdvice], { description: 'Early advice asked for and given, oldest first.' })
  earlyAdvice(@Root() { id }: Case, @Ctx() context: Context): Promise<EarlyAdvice[]> {
    return context.load(earlyAdviceOfCases, id);
  }

  @Opens('case:read')
  @FieldResolver(() => [FileQualityCheck], { description: 'Checks of the police file, oldest first.' })
  fileQualityChecks(@Root() { id }: Case, @Ctx() context: Context): Promise<FileQualityCheck[]> {
    return context.load(fileQualityChecksOfCases, id);
  }

  @Opens('case:read')
  @FieldResolver(() => [ActionPlan], { description: 'Prosecutors’ action plans, oldest first.' })
  actionPlans(@Root() { id }: Case, @Ctx() context: Context): Promise<ActionPlan[]> {
    return context.load(actionPlansOfCases, id);
  }
}
