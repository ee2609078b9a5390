import type { PlanNode } from '@apollo/query-planner';
import { type Schedule, schedule } from './schedule';
import type { SubgraphSource } from './source';

const source = (name: string) => ({ name }) as SubgraphSource;
const types = { isA: (a: string, b: string) => a === b, isObject: () => true, fieldOf: () => undefined };

const root = (serviceName: string, operation: string): PlanNode =>
  ({
    kind: 'Fetch',
    serviceName,
    operation,
    operationName: undefined,
    operationKind: operation.startsWith('mutation') ? 'mutation' : 'query',
  }) as PlanNode;

/** A fetch for entities at a path, which requires fields of them and brings others. */
const entities = (serviceName: string, path: string[], requires: string[], brings: string, more = {}): PlanNode => ({
  kind: 'Flatten',
  path,
  node: {
    kind: 'Fetch',
    serviceName,
    operation: `query($representations:[_Any!]!){_entities(representations:$representations){...on T{${brings}}}}`,
    operationName: undefined,
    operationKind: 'query',
    requires: [
      {
        kind: 'InlineFragment',
        typeCondition: 'T',
        selections: requires.map((name) => ({ kind: 'Field' as const, name })),
      },
    ],
    ...more,
  } as never,
});

const sequence = (...nodes: PlanNode[]): PlanNode => ({ kind: 'Sequence', nodes });
const parallel = (...nodes: PlanNode[]): PlanNode => ({ kind: 'Parallel', nodes });

/** By subgraph, the subgraphs that it waits for. */
function waiting({ steps }: Schedule): Record<string, string[]> {
  const name = (index: number) => steps[index]!.fetch.source.name;
  return Object.fromEntries(
    steps.map(({ index }) => [
      name(index),
      steps.filter(({ next }) => next.some((step) => step.index === index)).map((step) => name(step.index)),
    ]),
  );
}

const compiled = (node: PlanNode) => schedule(node, { supergraph: types as never, source });

test('a fetch waits for those that bring what it reads, and for no other of an earlier stage', () => {
  const plan = sequence(
    root('a', '{t{__typename id}}'),
    parallel(
      entities('slow', ['t'], ['__typename', 'id'], 'x'),
      entities('b', ['t'], ['__typename', 'id'], 'inner{__typename id}'),
    ),
    parallel(
      entities('c', ['t', 'inner'], ['__typename', 'id'], 'y'),
      entities('d', ['t'], ['__typename', 'x', 'y'], 'z'),
    ),
  );
  expect(waiting(compiled(plan))).toEqual({ a: [], slow: ['a'], b: ['a'], c: ['b'], d: ['slow'] });
});

test('lists and types in a path do not matter to what is brought there', () => {
  const plan = sequence(
    root('a', '{items{__typename ...on T{of{__typename id}}}}'),
    root('later', '{other}'),
    entities('b', ['', 'items', '@|[T]', 'of'], ['__typename', 'id'], 'x'),
  );
  expect(waiting(compiled(plan)).b).toEqual(['a']);
});

test('a path with types in it waits for whatever says what types there are', () => {
  const plan = sequence(
    root('a', '{items{__typename of{__typename id}}}'),
    entities('names', ['items', '@'], ['__typename'], '__typename'),
    entities('b', ['items', '@|[T]', 'of'], ['__typename', 'id'], 'x'),
    entities('c', ['items', '@', 'of'], ['__typename', 'id'], 'y'),
  );
  expect(waiting(compiled(plan))).toMatchObject({ b: ['names'], c: ['a'] });
});

test('what comes under another name for a while, and what is read further up, waits for all', () => {
  const rewrites = { outputRewrites: [{ kind: 'KeyRenamer', path: ['... on T', 'x__alias_0'], renameKeyTo: 'x' }] };
  const context = { contextRewrites: [{ kind: 'KeyRenamer', path: ['..', 'x'], renameKeyTo: 'c' }] };
  const plan = sequence(
    root('a', '{t{__typename id}}'),
    parallel(
      entities('b', ['t'], ['__typename', 'id'], 'x__alias_0:x', rewrites),
      entities('c', ['t'], ['__typename', 'id'], 'y'),
    ),
    parallel(entities('d', ['t'], ['__typename', 'x'], 'z'), entities('e', ['t'], ['__typename', 'id'], 'w', context)),
  );
  expect(waiting(compiled(plan))).toMatchObject({ d: ['b'], e: ['b', 'c'] });
});

test('the mutations of an operation run one after the other, each with all that it brings', () => {
  const plan = sequence(
    root('a', 'mutation{first{__typename id}}'),
    entities('b', ['first'], ['__typename', 'id'], 'x'),
    root('c', 'mutation{second}'),
  );
  expect(waiting(compiled(plan))).toEqual({ a: [], b: ['a'], c: ['b'] });
});

test('a fetch whose sources cannot be told waits for all before it', () => {
  const plan = sequence(root('a', '{x}'), root('b', '{y}'), entities('c', ['elsewhere'], ['id'], 'z'));
  expect(waiting(compiled(plan)).c).toEqual(['b']);
});

test('conditions go with each fetch that stands under them', () => {
  const plan: PlanNode = {
    kind: 'Condition',
    condition: 'big',
    ifClause: sequence(root('a', '{t{__typename id}}'), entities('b', ['t'], ['__typename', 'id'], 'x')),
    elseClause: root('c', '{t{id}}'),
  };
  const { steps, first } = compiled(plan);
  expect(steps.map(({ conditions }) => conditions)).toEqual([
    [{ variable: 'big', value: true }],
    [{ variable: 'big', value: true }],
    [{ variable: 'big', value: false }],
  ]);
  expect(first.map(({ fetch }) => fetch.source.name)).toEqual(['a', 'c']);
});

test('fetches that send the same document to the same subgraph are twins', () => {
  const same = source('b');
  const plan = sequence(
    root('a', '{t{__typename id u{__typename id}}}'),
    parallel(
      entities('b', ['t'], ['__typename', 'id'], 'x'),
      entities('b', ['t', 'u'], ['__typename', 'id'], 'x'),
      entities('c', ['t'], ['__typename', 'id'], 'x'),
    ),
  );
  const { steps } = schedule(plan, {
    supergraph: types as never,
    source: (name) => (name === 'b' ? same : source(name)),
  });
  expect(steps.map(({ twin }) => twin)).toEqual([false, true, true, false]);
});
