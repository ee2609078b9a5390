import fc from 'fast-check';
import { parse, validate } from 'graphql';
import { type Answer, type Federation, aFederation } from './federation';
import { RandomOperation, Tape } from './random-operation';
import { aWorld, dig } from './random-world';

/** Where the answer has its null for each error: which of several errors under one null is told is nobody's promise. */
function nulledPlaces({ data, errors = [] }: Answer): string[] {
  const places = errors.map(({ path = [] }) => {
    let value = data;
    for (const [index, key] of path.entries()) {
      if (value === null) return JSON.stringify(path.slice(0, index));
      value = value[key];
    }
    return value === null ? JSON.stringify(path) : `not null: ${JSON.stringify(path)}`;
  });
  return [...new Set(places)].sort();
}

describe('random operations over random data', () => {
  const { rows, options } = aWorld();
  let graph: Federation;
  beforeAll(async () => (graph = await aFederation(options)));
  afterAll(() => graph[Symbol.asyncDispose]());

  it('are answered as one schema over all the data would answer them', async () => {
    const runs = Number(process.env.THROUGHLINE_RANDOM_OPERATIONS ?? 300);
    // Without bias, or most tapes would be short and most operations simple.
    const tape = fc.noBias(fc.array(fc.nat(999), { maxLength: 400, size: 'max' }));
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(
        tape,
        tape,
        fc.boolean(),
        fc.boolean(),
        fc.option(fc.integer({ min: 0, max: 3 })),
        async (choices, holes, yes, no, n) => {
          const query = new RandomOperation(graph.api, new Tape(choices)).text();
          fc.pre(validate(graph.api, parse(query)).length === 0);
          const fill = dig(rows, new Tape(holes));
          const variables = { yes, no, n };
          try {
            const whole = await graph.whole(query, variables);
            const answer = await graph.inProcess(query, variables);
            const text = await graph.engine.executeText({ document: parse(query), variables });
            compared += 1;
            expect(JSON.stringify(answer.data)).toBe(JSON.stringify(whole.data));
            expect(nulledPlaces(answer)).toEqual(nulledPlaces(whole));
            expect(text.data).toBe(JSON.stringify(whole.data));
          } catch (error) {
            throw new Error(`${query}\nvariables ${JSON.stringify(variables)}\n${(error as Error).message}`);
          } finally {
            fill();
          }
        },
      ),
      { numRuns: runs, seed: process.env.THROUGHLINE_RANDOM_OPERATIONS ? undefined : 20261123 },
    );
    expect(compared).toBe(runs);
  }, 600_000);
});
