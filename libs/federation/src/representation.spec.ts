import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { Kind, type SelectionSetNode, parse } from 'graphql';
import { projection } from './representation';

const types = {
  isA: (name: string, condition: string) =>
    name === condition || (condition === 'Media' && ['Book', 'Film'].includes(name)),
  isObject: () => true,
  fieldOf: (_type: string, field: string) =>
    field === 'id'
      ? { type: 'ID', nullable: false }
      : { type: field === 'maker' ? 'Maker' : 'String', nullable: field !== 'maker' },
};

const nodes = ({ selections }: SelectionSetNode): QueryPlanSelectionNode[] =>
  selections.map((node) => {
    if (node.kind === Kind.FIELD) {
      return {
        kind: 'Field',
        name: node.name.value,
        ...(node.selectionSet && { selections: nodes(node.selectionSet) }),
      };
    }
    if (node.kind !== Kind.INLINE_FRAGMENT) throw new Error('not in a plan');
    return {
      kind: 'InlineFragment',
      typeCondition: node.typeCondition?.name.value,
      selections: nodes(node.selectionSet),
    };
  });

const projectionOf = (requires: string) =>
  projection(nodes((parse(requires).definitions[0] as any).selectionSet), types);
const data = (result: any) => (typeof result === 'object' ? result.data : result);

test('an object is represented by what its type is asked for by', () => {
  const project = projectionOf(
    '{ ... on Book { __typename id } ... on Film { __typename title } ... on Media { year } }',
  );
  expect(data(project({ __typename: 'Book', id: '1', title: 't', year: 2, more: 3 }))).toEqual({
    __typename: 'Book',
    id: '1',
    year: 2,
  });
  expect(data(project({ __typename: 'Film', id: '1', title: 't', year: 2 }))).toEqual({
    __typename: 'Film',
    title: 't',
    year: 2,
  });
  expect(project({ __typename: 'Song', id: '1' })).toBeUndefined();
  expect(project({ id: '1' })).toBeUndefined();
});

test('objects and lists inside are represented by what is required of them', () => {
  const project = projectionOf('{ ... on Book { __typename maker { id parts { name } } } }');
  expect(data(project({ __typename: 'Book', maker: { id: '1', x: 1, parts: [{ name: 'a', y: 1 }, null] } }))).toEqual({
    __typename: 'Book',
    maker: { id: '1', parts: [{ name: 'a' }, null] },
  });
  expect(data(project({ __typename: 'Book', maker: null }))).toEqual({ __typename: 'Book', maker: null });
  expect(project({ __typename: 'Book', maker: { parts: [] } })).toBe('incomplete');
});

test('what has not come is null where it may be, unless nothing else is known', () => {
  const project = projectionOf('{ ... on Book { __typename id title } }');
  expect(data(project({ __typename: 'Book', id: '1' }))).toEqual({ __typename: 'Book', id: '1', title: null });
  expect(project({ __typename: 'Book', title: 't' })).toBe('incomplete');
  expect(projectionOf('{ ... on Book { __typename title } }')({ __typename: 'Book' })).toBe('incomplete');
});

test('two objects have one identity exactly where a subgraph cannot tell them apart', () => {
  const project = projectionOf('{ ... on Media { __typename id tags { name } title } }');
  const identity = (object: object) =>
    (project({ title: null, tags: [], id: '1', ...object, __typename: 'Book' }) as any).identity;
  expect(identity({})).toBe(identity({ unasked: 1 }));
  const all = [
    {},
    { id: '2' },
    { id: 1 },
    { id: '' },
    { title: 'null;' },
    { title: '' },
    { tags: [{ name: 'a' }] },
    { tags: [{ name: 'a' }, { name: 'b' }] },
    { tags: [{ name: 'a1:b' }] },
    { tags: null },
  ];
  expect(new Set(all.map(identity)).size).toBe(all.length);
  const facts = { large: true };
  expect(identity({ title: facts })).toBe(identity({ title: facts }));
  expect(identity({ title: facts })).not.toBe(identity({ title: { large: true } }));
});
