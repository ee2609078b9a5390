import {
  CaseDimension,
  CaseFilter,
  type Context,
  Costs,
  enumeration,
  invalidInput,
  Opens,
  StatTable,
} from '@throughline/subgraph';
import { Arg, Ctx, Field, FieldResolver, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { Case } from '../elsewhere';
import { StalkingLead } from '../stalking-lead/stalking-lead.model';
import { stalkingLeadsBy } from '../stalking-lead/stalking-lead.queries';
import { Protocol, ProtocolCheck } from './protocol.model';
import { ChecksTable } from './checks-table';
import { protocolsBy } from './protocol.queries';
import { factsOfCase, factsOfFilter, leadsOf } from './protocol-facts';
import { type CheckStatus, findingOf, protocolsInForce } from './protocol.rules';

export const ProtocolCheckStatus = enumeration('ProtocolCheckStatus', 'What became of a check of a protocol.', {
  MET: 'The case has what the protocol asks for.',
  NOT_MET: 'It does not.',
  NOT_APPLICABLE: 'The check does not apply to the case.',
  NOT_RECORDED: 'Nothing says.',
});

@Opens('inspection:read', 'case:read')
@ObjectType({ description: 'What a check of a protocol finds in a case.', simpleResolvers: true })
export class ProtocolFinding {
  @Field(() => String, { description: 'Key of the protocol.' })
  protocol!: string;

  @Field(() => String, { description: 'Its version, in force when the case was opened.' })
  version!: string;

  @Field(() => ProtocolCheck, { description: 'The check.' })
  check!: ProtocolCheck;

  @Field(() => ProtocolCheckStatus, { description: 'What became of it.' })
  status!: CheckStatus;

  @Field(() => [String], { description: 'The facts that this rests on, in sentences.' })
  facts!: string[];
}

@Resolver(() => Case)
export class CaseProtocol {
  @Costs(10)
  @Opens('inspection:read', 'case:read', 'risk:read', 'order:read')
  @FieldResolver(() => [ProtocolFinding], {
    nullable: true,
    description: 'The checks of every protocol whose version was in force when the case was opened, with their facts.',
  })
  async protocolFindings(@Root() { id }: Case, @Ctx() context: Context): Promise<ProtocolFinding[] | null> {
    const [facts, versions] = await Promise.all([
      factsOfCase(context, id),
      context.load(protocolsBy, 'all', { key: null }),
    ]);
    if (!facts) return null;
    return protocolsInForce(versions, facts.openedOn).flatMap(({ key, version, checks }) =>
      checks.map((check) => ({ protocol: key, version, check, ...findingOf(check.test, facts) })),
    );
  }

  @Opens('inspection:read', 'case:read')
  @FieldResolver(() => [StalkingLead], {
    nullable: true,
    description: 'Stalking leads of the case’s force and area who were in post when it was opened.',
  })
  async stalkingLeads(@Root() { id }: Case, @Ctx() context: Context): Promise<StalkingLead[] | null> {
    const [facts, leads] = await Promise.all([factsOfCase(context, id), context.load(stalkingLeadsBy, 'all', {})]);
    return facts && leadsOf(leads, facts);
  }
}

@Resolver(() => Protocol)
export class ProtocolTables {
  @Opens('inspection:read', 'case:read', 'risk:read', 'order:read')
  @Query(() => StatTable, {
    description:
      'The checks of a protocol over the cases of a filter, each by the version in force when the case was opened.',
  })
  async protocolTable(
    @Arg('key', () => String, { description: 'Key of the protocol.' }) key: string,
    @Arg('filter', () => CaseFilter, { description: 'Which cases.' }) filter: CaseFilter,
    @Arg('by', () => CaseDimension, { nullable: true, description: 'FORCE or AREA, to take the table apart.' })
    by: CaseDimension | null,
    @Ctx() context: Context,
  ): Promise<StatTable> {
    if (by && by !== 'FORCE' && by !== 'AREA') throw invalidInput([{ field: 'by', reason: 'must be FORCE or AREA' }]);
    const versions = await context.load(protocolsBy, 'all', { key });
    if (versions.length === 0) throw invalidInput([{ field: 'key', reason: 'is not the key of a protocol' }]);
    return new ChecksTable(versions, by, context.codes).of(factsOfFilter(context, filter));
  }
}
