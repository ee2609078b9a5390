import type { Batch, CaseFilter, Context } from '@throughline/subgraph';
import type { StalkingLead } from '../stalking-lead/stalking-lead.model';
import { stalkingLeadsBy } from '../stalking-lead/stalking-lead.queries';
import type { CaseFacts } from './protocol.rules';

/** So many cases are looked at together: what is held of them at a time does not grow with how many there are. */
const PAGE = 5_000;

const CASES = `query ($ids: [ID!], $filter: CaseFilter, $after: ID, $most: Int!) {
  protocolFacts(ids: $ids, filter: $filter, after: $after, most: $most) }`;

type FromCases = Omit<CaseFacts, 'assessedOn' | 'breaches' | 'leads'>;

async function askCases(
  context: Context,
  which: { ids?: readonly string[]; filter?: CaseFilter; after?: string },
): Promise<FromCases[]> {
  const { protocolFacts } = await context.ask<{ protocolFacts: FromCases[] }>('cases', CASES, { ...which, most: PAGE });
  return protocolFacts;
}

/** Everything that the checks of a protocol look at in cases: one call for each other subgraph. */
async function factsOf(context: Context, cases: readonly FromCases[]): Promise<CaseFacts[]> {
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

/** The facts of every case that a filter finds, page by page. */
export async function* factsOfFilter(context: Context, filter: CaseFilter): AsyncGenerator<CaseFacts[]> {
  let after: string | undefined;
  for (;;) {
    const cases = await askCases(context, { filter, after });
    if (cases.length > 0) yield await factsOf(context, cases);
    if (cases.length < PAGE) return;
    after = cases.at(-1)!.id;
  }
}

const batches = new WeakMap<Context, Batch<string, CaseFacts | null>>();

/** The facts of one case; null where the caller cannot see it. One call for many. */
export function factsOfCase(context: Context, caseId: string): Promise<CaseFacts | null> {
  let batch = batches.get(context);
  if (!batch) {
    batch = async (_db, ids) => {
      const facts = await factsOf(context, await askCases(context, { ids }));
      const found = new Map(facts.map((one) => [one.id, one]));
      return ids.map((id) => found.get(id) ?? null);
    };
    batches.set(context, batch);
  }
  return context.load(batch, caseId);
}
