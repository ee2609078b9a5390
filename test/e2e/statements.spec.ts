import { recordId } from '@throughline/subgraph';
import { demoWorld } from '../../tools/demo/demo-world';
import { type Bundle, type Graph, aCase, aCharge, aDecision, aGraph, anIncident, idOf } from '../support';

/** Everything the four subgraphs know of one suspect: each list of it is one statement at most. */
const SUSPECT_GRAPH = `query ($id: ID!) { suspect(id: $id) {
  displayName forces { code }
  cases(first: 100) { totalCount edges { node {
    urn victims { displayName }
    incidents(first: 100) { edges { node { behaviours victim { id } } } }
    recordedCrimes { principalOffence { family } }
    charges { offence { family } incidents { id } breaches { id } }
    decisions { guidanceInForce { key } }
    earlyAdvice { topics } actionPlans { overdue } fileQualityChecks { compliant }
    examinations { inspection { title } answers { question { text } } } } } }
  orders { protectedPersons { id } history { kind } breaches { incident { id } conditions { text } } }
  riskAssessments { instrument { title } grade }
  currentRisk { grade }
  referrals { forum } } }`;

describe('SQL statements of one request', () => {
  let graph: Graph;
  const world = [...demoWorld({})] as object[] as Bundle[];
  beforeAll(async () => {
    graph = await aGraph();
    expect((await graph.import(world)).rejects).toEqual([]);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  const statementsFor = (id: string) =>
    graph.countStatements(async () => {
      const { errors, data } = await graph.query(SUSPECT_GRAPH, { id });
      expect(errors).toBeUndefined();
      expect(data.suspect.displayName).not.toBeNull();
    });

  it('are one at most for each list and subgraph, for the busiest suspects of the demo world', async () => {
    const casesOf = new Map<string, number>();
    for (const { type, source, suspects } of world) {
      if (type !== 'case') continue;
      for (const ref of suspects as (string | { source: string; ref: string })[]) {
        const id =
          typeof ref === 'string' ? recordId('suspect', source, ref) : recordId('suspect', ref.source, ref.ref);
        casesOf.set(id, (casesOf.get(id) ?? 0) + 1);
      }
    }
    const busiest = [...casesOf].sort(([, a], [, b]) => b - a).slice(0, 10);
    expect(busiest[0]![1]).toBeGreaterThan(1);
    for (const [id] of busiest) {
      for (const [subgraph, statements] of await statementsFor(id)) {
        const repeated = statements.filter((sql, index) => statements.indexOf(sql) !== index);
        // A list of people is asked for at two depths (a case's victims, an incident's): those are two lists.
        expect({
          subgraph,
          repeated: repeated.filter((sql) => !/FROM cases\."(victim|incident)" t WHERE t.id/.test(sql)),
        }).toEqual({ subgraph, repeated: [] });
      }
    }
  });

  it('do not grow with the number of cases', async () => {
    const count = async () => {
      const found = await statementsFor(idOf('suspect', 'many'));
      return Object.fromEntries([...found].map(([subgraph, statements]) => [subgraph, statements.length]));
    };
    const file = (n: number) => [
      aCase(`many-${n}`, { suspects: ['many'] }),
      anIncident(`many-i${n}`, { case: `many-${n}`, suspect: 'many' }),
      aCharge(`many-c${n}`, { case: `many-${n}`, suspect: 'many', incidents: [`many-i${n}`] }),
      aDecision(`many-d${n}`, { case: `many-${n}`, suspect: 'many' }),
    ];
    await graph.import([
      { type: 'suspect', source: 'police:06', ref: 'many', names: [{ family: 'Many' }] },
      ...file(0),
    ]);
    const one = await count();
    await graph.import(Array.from({ length: 60 }, (_none, n) => file(n + 1)).flat());
    expect(await count()).toEqual(one);
  });
});
