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

const RUNS = Number(process.env.THROUGHLINE_RANDOM_OPERATIONS ?? 300);
const SEED = process.env.THROUGHLINE_RANDOM_OPERATIONS ? {} : { seed: 20261123 };
// Without bias, or most tapes would be short and most operations simple.
const TAPE = fc.noBias(fc.array(fc.nat(999), { maxLength: 400, size: 'max' }));

describe('random operations over random data', () => {
  const { rows, options } = aWorld();
  let graph: Federation;
  beforeAll(async () => (graph = await aFederation(options)));
  afterAll(() => graph[Symbol.asyncDispose]());

  it('are answered as one schema over all the data would answer them', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(
        TAPE,
        TAPE,
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
      { numRuns: RUNS, timeout: 20_000, ...SEED },
    );
    expect(compared).toBe(RUNS);
  }, 600_000);

  it('are the same in the end where parts of them come later', async () => {
    await fc.assert(
      fc.asyncProperty(TAPE, fc.boolean(), fc.boolean(), async (choices, yes, no) => {
        const query = new RandomOperation(graph.api, new Tape(choices), { defer: true }).text();
        fc.pre(query.includes('@defer') && validate(graph.api, parse(query)).length === 0);
        const variables = { yes, no, n: null };
        const whole = await graph.whole(query, variables);
        fc.pre(whole.errors === undefined);
        const told = `${query}\nvariables ${JSON.stringify(variables)}`;
        expect({ told, ...(await inTheEnd(graph, query, variables)) }).toEqual({ told, data: whole.data, errors: [] });
      }),
      { numRuns: RUNS, timeout: 20_000, ...SEED },
    );
  }, 600_000);
});

/** Asks incrementally, and puts together what comes. */
async function inTheEnd({ engine }: Federation, query: string, variables: Record<string, unknown>) {
  const answer = await engine.executeIncrementally({ document: parse(query), variables });
  if (!('initialResult' in answer)) return { data: answer.data, errors: answer.errors ?? [] };
  const { data, errors = [] } = answer.initialResult;
  const all = [...errors];
  let more = true;
  for await (const { incremental = [], hasNext } of answer.subsequentResults) {
    expect(more).toBe(true);
    more = hasNext;
    for (const patch of incremental) {
      all.push(...(patch.errors ?? []));
      merge(
        patch.path.reduce<any>((value, key) => value[key], data),
        patch.data ?? {},
      );
    }
  }
  expect(more).toBe(false);
  return { data, errors: all };
}

function merge(target: any, source: any): void {
  for (const [key, value] of Object.entries(source)) {
    if (typeof value === 'object' && value !== null && typeof target[key] === 'object' && target[key] !== null) {
      merge(target[key], value);
    } else {
      target[key] = value;
    }
  }
}
