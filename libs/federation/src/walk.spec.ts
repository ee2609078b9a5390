import { collect, keysOf, places, walkOf } from './walk';

const tree: any = {
  items: [
    { __typename: 'Book', owner: { id: '1' }, pages: [[{ n: 1 }], [{ n: 2 }, null]] },
    null,
    { __typename: 'Film', owner: { id: '2' } },
    { __typename: 'Book', owner: null },
    'not an object',
  ],
};

const found = (...path: string[]) => {
  const into: any[] = [];
  collect(tree, walkOf(path), into);
  return into;
};

test('a path leads through keys and lists, and past what is null or wrong', () => {
  expect(found('items', '@', 'owner')).toEqual([{ id: '1' }, { id: '2' }]);
  expect(found('items', '@', 'pages', '@', '@')).toEqual([{ n: 1 }, { n: 2 }]);
  expect(found('items', 'owner')).toEqual([]);
  expect(found('nothing', '@')).toEqual([]);
  expect(found('constructor', 'prototype')).toEqual([]);
  expect(found()).toEqual([tree]);
});

test('types in a path let only their objects through', () => {
  expect(found('', 'items', '@|[Book]', 'owner')).toEqual([{ id: '1' }]);
  expect(found('', 'items', '@|[Film,Book]', 'owner')).toEqual([{ id: '1' }, { id: '2' }]);
  expect(keysOf(walkOf(['', 'items', '@|[Book]', 'owner']))).toEqual(['items', 'owner']);
});

test('an object is found in every place where it stands, with what it stands in', () => {
  const shared = { id: '1' };
  const data = { a: [{ of: shared }, { of: null }, { of: shared }] };
  expect(places(data, walkOf(['a', '@', 'of'])).get(shared)).toEqual([
    { path: ['a', 0, 'of'], parents: [data, data.a[0]] },
    { path: ['a', 2, 'of'], parents: [data, data.a[2]] },
  ]);
});
