import type { Scope } from '@throughline/access';
import { buildSchema, parse, print } from 'graphql';
import { FieldScopes } from './visible-schema';

const SUPERGRAPH = `
  directive @requiresScopes(scopes: [[String!]!]!) on FIELD_DEFINITION
  type Query { suspect: Suspect @requiresScopes(scopes: [["case:read"]]) area: String }
  type Mutation { open: Suspect @requiresScopes(scopes: [["case:write"]]) }
  type Suspect {
    id: ID
    name: String @requiresScopes(scopes: [["suspect:identify"]])
    order: Order @requiresScopes(scopes: [["order:read"]])
    both: String @requiresScopes(scopes: [["order:read", "case:read"]])
  }
  type Order { id: ID suspect: Suspect }`;
const scopes = new FieldScopes(SUPERGRAPH);
const schema = buildSchema(SUPERGRAPH);

const seen = (query: string, ...held: Scope[]) => {
  const { document, ...rest } = scopes.visible(schema, parse(query), { held: new Set(held) });
  return { ...rest, document: print(document).replace(/\s+/g, ' ') };
};

test('who holds all that is needed runs the document as it is', () => {
  const document = parse('{ suspect { id name } }');
  const visible = scopes.visible(schema, document, { held: new Set<Scope>(['case:read', 'suspect:identify']) });
  expect(visible.document).toBe(document);
  expect(visible).toMatchObject({ withheld: [], coordinates: ['Query.suspect', 'Suspect.id', 'Suspect.name'] });
});

test('a field without its scope is left out, and said where the answer has it', () => {
  const { document, withheld, omitted, coordinates } = seen('{ a: suspect { id n: name } }', 'case:read');
  expect(document).toBe('{ a: suspect { id } }');
  expect(withheld).toEqual([{ path: ['a', 'n'], scope: 'suspect:identify', reason: 'needs suspect:identify' }]);
  expect([...omitted.keys()].map(({ name }) => name.value)).toEqual(['name']);
  expect(coordinates).toEqual(['Query.suspect', 'Suspect.id']);
});

test('nothing is asked for below what is left out, and something always is', () => {
  const { document, withheld } = seen('{ suspect { order { id suspect { id } } } }', 'case:read');
  expect(document).toBe('{ suspect { __typename } }');
  expect(withheld).toHaveLength(1);
  expect(seen('{ suspect { id } }').document).toBe('{ __typename }');
});

test('all scopes of a set are needed', () => {
  expect(seen('{ suspect { both } }', 'case:read').withheld[0]!.scope).toBe('order:read');
  expect(seen('{ suspect { both } }', 'case:read', 'order:read').withheld).toEqual([]);
});

test('fragments are pruned as what stands in them', () => {
  const { document, withheld } = seen('{ suspect { ...Who } } fragment Who on Suspect { name id }', 'case:read');
  expect(document).toBe('{ suspect { ...Who } } fragment Who on Suspect { id }');
  expect(withheld).toEqual([
    { path: ['suspect', 'name'], scope: 'suspect:identify', reason: 'needs suspect:identify' },
  ]);
});

test('a field of a scope that opens it on some rows only is kept, and said', () => {
  const held = new Set<Scope>(['case:read', 'suspect:identify']);
  const partial = new Set<Scope>(['suspect:identify']);
  const { document, withheld } = scopes.visible(schema, parse('{ suspect { name } }'), { held, partial });
  expect(print(document)).toContain('name');
  expect(withheld).toEqual([
    { path: ['suspect', 'name'], scope: 'suspect:identify', reason: expect.stringContaining('only on rows') },
  ]);
});

test('of several operations only the one that is run is told of', () => {
  const text = 'query A { area ...F } query B { suspect { name } } fragment F on Query { suspect { id } }';
  const of = (operationName: string) =>
    scopes.visible(schema, parse(text), { operationName, held: new Set<Scope>(['case:read']) });
  expect(of('A')).toMatchObject({ coordinates: ['Query.area', 'Query.suspect', 'Suspect.id'], withheld: [] });
  expect(of('B')).toMatchObject({ coordinates: ['Query.suspect'], withheld: [{ path: ['suspect', 'name'] }] });
});

test('what is open is nobody’s, and what asks about the schema is told apart', () => {
  expect(seen('{ area }')).toMatchObject({ isPersonal: false, introspects: false });
  expect(seen('{ suspect { id } }', 'case:read')).toMatchObject({ isPersonal: true });
  expect(seen('{ ...S } fragment S on Query { __schema { types { name } } }')).toMatchObject({
    isPersonal: false,
    introspects: true,
    coordinates: [],
  });
});

test('one field in more ways than anybody reads is named in some of them', () => {
  const text = `{ ${Array.from({ length: 30 }, (_none, n) => `a${n}: suspect { ...F0 }`).join(' ')} }
    ${Array.from({ length: 12 }, (_none, n) => `fragment F${n} on Suspect { x${n}: order { suspect { ...F${n + 1} } } y${n}: order { suspect { ...F${n + 1} } } }`).join(' ')}
    fragment F12 on Suspect { name }`;
  expect(seen(text, 'case:read', 'order:read').withheld).toHaveLength(200);
});

test('a supergraph that asks for a scope that is none is not served', () => {
  expect(() => new FieldScopes('type Query { a: Int @requiresScopes(scopes: [["case:raed"]]) }')).toThrow('case:raed');
});
