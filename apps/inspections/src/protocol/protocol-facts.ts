import { type Batch, type CaseFilter, CodedError, type Context } from '@throughline/subgraph';
import type { StalkingLead } from '../stalking-lead/stalking-lead.model';
import { stalkingLeadsBy } from '../stalking-lead/stalking-lead.queries';
import type { CaseFacts } from './protocol.rules';

/** More cases than this are not looked at one by one for a table. */
const MOST = 20_000;

const CASES = `query ($ids: [ID!], $filter: CaseFilter, $most: Int!) { protocolFacts(ids: $ids, filter: $filter, most: $most) }`;

/** Everything that the checks of a protocol look at, of cases by id or by filter: one call for each other subgraph. */
async function factsOf(
  context: Context,
  which: { ids?: readonly string[]; filter?: CaseFilter },
): Promise<CaseFacts[]> {
  const { protocolFacts: cases } = await context.ask<{ protocolFacts: CaseFacts[] }>('cases', CASES, {
    ...which,
    most: MOST + 1,
  });
  if (cases.length > MOST) {
    throw new CodedError('LIMIT_EXCEEDED', `The filter finds more than ${MOST} cases. Narrow it.`);
  }
  const ids = cases.map(({ id }) => id);
  const [{ assessmentsOfCases }, { breachesOfCases }, leads] = await Promise.all([
    context.ask<{ assessmentsOfCases: { caseId: string; on: string }[] }>(
      'risk-assessments',
      'query ($ids: [ID!]!) { assessmentsOfCases(ids: $ids) }',
      { ids },
    ),
    context.ask<{ breachesOfCases: { caseId: string; on: string; state: string }[] }>(
      'orders',
      'query ($ids: [ID!]!) { breachesOfCases(ids: $ids) }',
      { ids },
    ),
    context.load(stalkingLeadsBy, 'all', {}),
  ]);
  const assessments = byCase(assessmentsOfCases);
  const breaches = byCase(breachesOfCases);
  return cases.map((facts) => ({
    ...facts,
    assessedOn: (assessments.get(facts.id) ?? []).map(({ on }) => on),
    breaches: breaches.get(facts.id) ?? [],
    leads: leadsOf(leads, facts).map(({ role, organisation }) => `${role}, ${organisation}, was in post.`),
  }));
}

/** Leads of a case's force and area who were in post on the day it was opened. */
export function leadsOf(
  leads: readonly StalkingLead[],
  { force, area, openedOn }: Pick<CaseFacts, 'force' | 'area' | 'openedOn'>,
): StalkingLead[] {
  return leads
    .filter((lead) => lead.force === force || lead.area === area)
    .filter(({ from, to }) => from <= openedOn && (to === null || openedOn <= to));
}

function byCase<Of extends { caseId: string }>(rows: readonly Of[]): Map<string, Of[]> {
  const found = new Map<string, Of[]>();
  for (const row of rows) {
    const held = found.get(row.caseId);
    if (held) held.push(row);
    else found.set(row.caseId, [row]);
  }
  return found;
}

/** The facts of every case that a filter finds. Throws `LIMIT_EXCEEDED`. */
export function factsOfFilter(context: Context, filter: CaseFilter): Promise<CaseFacts[]> {
  return factsOf(context, { filter });
}

const batches = new WeakMap<Context, Batch<string, CaseFacts | null>>();

/** The facts of one case; null where the caller cannot see it. One call for many. */
export function factsOfCase(context: Context, caseId: string): Promise<CaseFacts | null> {
  let batch = batches.get(context);
  if (!batch) {
    batch = async (_db, ids) => {
      const found = new Map((await factsOf(context, { ids })).map((facts) => [facts.id, facts]));
      return ids.map((id) => found.get(id) ?? null);
    };
    batches.set(context, batch);
  }
  return context.load(batch, caseId);
}
