import { type MergeShape, merge } from './merge';

/** `['id', ['owner', ['name']]]`: an id, and an owner with a name. */
type Keys = (string | [string, Keys])[];

function shapeOf(keys: Keys): MergeShape {
  const names = keys.map((key) => (typeof key === 'string' ? key : key[0]));
  return {
    keys: names,
    below: keys.map((key) => (typeof key === 'string' ? undefined : shapeOf(key[1]))),
    risky: names.some((name) => name in Object.prototype),
  };
}

const isObject = (name: string) => name !== 'Interface';

function merged(target: any, source: any, keys: Keys, copy = false): any {
  merge(target, source, shapeOf(keys), isObject, copy);
  return target;
}

test('objects are merged, values are taken, and what was not asked for is not', () => {
  const target = { id: '1', owner: { id: '2' } };
  expect(merged(target, { id: '1', owner: { name: 'x', extra: 1 }, more: 1 }, ['id', ['owner', ['name']]])).toEqual({
    id: '1',
    owner: { id: '2', name: 'x' },
  });
});

test('a value goes before null, whichever came first', () => {
  expect(
    merged({ a: 1, b: null, c: null, d: {} }, { a: null, b: 2, c: null, d: null }, ['a', 'b', 'c', ['d', ['x']]]),
  ).toEqual({
    a: 1,
    b: 2,
    c: null,
    d: {},
  });
});

test('lists of objects are merged item by item, lists of values are replaced', () => {
  const target = { items: [{ id: 1 }, null, [{ id: 3 }]], values: [1, 2] };
  const source = { items: [{ name: 'a' }, { name: 'b' }, [{ name: 'c' }]], values: [3] };
  expect(merged(target, source, [['items', ['name']], 'values'])).toEqual({
    items: [{ id: 1, name: 'a' }, { name: 'b' }, [{ id: 3, name: 'c' }]],
    values: [3],
  });
  expect(merged({ items: [{ id: 1 }] }, { items: [{ id: 2 }, { id: 3 }] }, [['items', ['id']]])).toEqual({
    items: [{ id: 2 }, { id: 3 }],
  });
});

test('an object that a custom scalar holds is a value, not something to merge into', () => {
  const facts = { list: [1] };
  const target = merged({ facts: { other: 1 } }, { facts }, ['facts']);
  expect(target.facts).toBe(facts);
});

test('the name of an object type is not given up for that of an interface', () => {
  expect(merged({ __typename: 'Thing' }, { __typename: 'Interface' }, ['__typename'])).toEqual({ __typename: 'Thing' });
  expect(merged({ __typename: 'Interface' }, { __typename: 'Thing' }, ['__typename'])).toEqual({ __typename: 'Thing' });
});

test('a copy shares no object with its source', () => {
  const source = { owner: { pets: [{ name: 'x' }] } };
  const keys: Keys = [['owner', [['pets', ['name']]]]];
  const [one, other] = [merged({}, source, keys), merged({}, source, keys, true)];
  other.owner.pets[0].name = 'y';
  other.owner.more = true;
  expect([one, source]).toEqual([{ owner: { pets: [{ name: 'x' }] } }, { owner: { pets: [{ name: 'x' }] } }]);
});

test('no key of an answer reaches what all objects have', () => {
  const source = JSON.parse(
    '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"a":{"__proto__":{"polluted":true}}}',
  );
  const target = merged({ a: {} }, source, [
    '__proto__',
    ['constructor', [['prototype', ['polluted']]]],
    ['a', [['__proto__', ['polluted']]]],
  ]);
  expect(({} as any).polluted).toBeUndefined();
  expect(Object.getPrototypeOf(target)).toBe(Object.prototype);
  expect(Object.hasOwn(target, '__proto__')).toBe(true);
  expect(merged({}, {}, ['toString', '__proto__', 'a'])).toEqual({});
});
