import {
  CaseDimension,
  CaseFilter,
  type CodeBook,
  type Context,
  Costs,
  enumeration,
  invalidInput,
  Opens,
  shareOf,
  StatTable,
} from '@throughline/subgraph';
import { Arg, Ctx, Field, FieldResolver, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { Case } from '../elsewhere';
import { inWords, stratumTitle } from '../sample/stratum-title';
import { StalkingLead } from '../stalking-lead/stalking-lead.model';
import { stalkingLeadsBy } from '../stalking-lead/stalking-lead.queries';
import { Protocol, ProtocolCheck } from './protocol.model';
import { protocolsBy } from './protocol.queries';
import { factsOfCase, factsOfFilter, leadsOf } from './protocol-facts';
import { type CaseFacts, type CheckStatus, checkStatuses, findingOf, protocolsInForce } from './protocol.rules';

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
      'The checks of a protocol over the cases of a filter, each by the version in force when the case was opened; LIMIT_EXCEEDED for more than 20,000 cases.',
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
    return checksTable(versions, await factsOfFilter(context, filter), by, context.codes);
  }
}

/** The checks of a protocol over cases, laid out by version and, where that is asked for, by place. */
function checksTable(
  versions: readonly Protocol[],
  cases: readonly CaseFacts[],
  by: 'FORCE' | 'AREA' | null,
  codes: CodeBook,
): StatTable {
  const found = cases.flatMap((facts) =>
    protocolsInForce(versions, facts.openedOn).flatMap(({ version, checks }) =>
      checks.map((check) => ({
        part: by === 'FORCE' ? facts.force : by === 'AREA' ? facts.area : '',
        version,
        check: check.key,
        status: findingOf(check.test, facts).status,
      })),
    ),
  );
  const parts = [...new Set(found.map(({ part }) => part))].sort();
  const checks = versions.flatMap((version) => version.checks.map((check) => ({ ...check, version: version.version })));
  const rows = parts.flatMap((part) =>
    checks.map((check) => {
      const here = found.filter((one) => one.part === part && one.version === check.version && one.check === check.key);
      const n = (status: CheckStatus) => here.filter((one) => one.status === status).length;
      const applicable = here.length - n('NOT_APPLICABLE');
      const own = `${check.version}/${check.key}`;
      return {
        key: by ? `${part}/${own}` : own,
        title: `${by ? `${stratumTitle(by, part, codes)}: ` : ''}${check.text} (${check.version})`,
        total: here.length,
        cells: checkStatuses.map((status) => ({
          value: n(status),
          suppressed: false,
          ...(status === 'NOT_APPLICABLE' ? {} : { of: applicable, ...shareOf(n(status), applicable) }),
        })),
      };
    }),
  );
  return {
    title: `${versions.at(-1)!.title}: checks${by ? ` by ${by === 'FORCE' ? 'police force' : 'CPS area'}` : ''}`,
    columns: checkStatuses.map((status) => ({ key: status, title: inWords(status) })),
    rows: rows.filter(({ total }) => total > 0),
    columnTotals: checkStatuses.map((status) => found.filter((one) => one.status === status).length),
    total: found.length,
    denominator: cases.length,
    notes: [
      'Each case is checked by the version that was in force on the day it was opened. Percentages are of the cases to which the check applies; what nothing says is not taken for a no.',
    ],
    comparabilityBreaks: [],
  };
}
