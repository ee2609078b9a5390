import { ALL_RIGHTS } from '@throughline/access';
import type { SuspectFacts } from '@throughline/conduct';
import type { CaseFacts } from '../apps/cases/src/facts/facts.service';
import type { InspectionFacts } from '../apps/inspections/src/facts/facts.queries';
import type { OrderFacts } from '../apps/orders/src/facts/facts.resolver';
import type { RiskFacts } from '../apps/risk-assessments/src/facts/facts.resolver';
import type { Graph } from './support';

/** What the four record-keeping subgraphs tell of a suspect for the behaviour rules. */
export type ToldFacts = { linkedIds: string[]; linkedCaseIds: string[]; citedGuidance: string[] } & CaseFacts &
  OrderFacts &
  RiskFacts &
  InspectionFacts;

/** The facts of suspects, asked of the subgraphs as the gateway does; null where no suspect of that id is held. */
export async function toldFacts(graph: Graph, ids: readonly string[]): Promise<(ToldFacts | null)[]> {
  const people = ids.map((id) => ({ __typename: 'Suspect', id }));
  const known = await entities(graph, 'cases', 'linkedIds linkedCaseIds citedGuidance caseFacts', people);
  const held = known.flatMap((one, index) => (one ? [{ ...people[index]!, ...one }] : []));
  const [orders, risk, inspections] = await Promise.all([
    entities(graph, 'orders', 'orderFacts', given(held, ['linkedIds'])),
    entities(graph, 'risk-assessments', 'riskFacts', given(held, ['linkedIds'])),
    entities(graph, 'inspections', 'inspectionFacts', given(held, ['linkedCaseIds', 'citedGuidance'])),
  ]);
  const told = held.map(({ __typename, id, caseFacts, ...links }, index) => ({
    ...links,
    ...caseFacts,
    ...orders[index].orderFacts,
    ...risk[index].riskFacts,
    ...inspections[index].inspectionFacts,
  }));
  return known.map((one) => (one ? told.shift()! : null));
}

/** What the rules are run on. That this compiles is what keeps the shape of the four subgraphs' facts honest. */
export const suspectFacts = ({ linkedIds, ...facts }: ToldFacts): SuspectFacts => ({ suspectIds: linkedIds, ...facts });

const given = (people: any[], fields: string[]) =>
  people.map((one) => Object.fromEntries(['__typename', 'id', ...fields].map((field) => [field, one[field]])));

async function entities(graph: Graph, subgraph: string, fields: string, representations: object[]): Promise<any[]> {
  const port = graph.subgraphs.find(({ name }) => name === subgraph)!;
  const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Suspect { ${fields} } } }`;
  const { data, errors } = await port.execute(
    { query, variables: { of: representations } },
    { actor: 'test', rights: ALL_RIGHTS },
  );
  if (errors) throw errors[0]!;
  return data!._entities as any[];
}
