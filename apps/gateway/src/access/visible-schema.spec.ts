import type { Scope } from '@throughline/access';
import { buildSchema, parse, print } from 'graphql';
import { FieldScopes, isIntrospection } from './visible-schema';

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
  const { document, ...rest } = scopes.visible(schema, parse(query), new Set(held));
  return { ...rest, document: print(document).replace(/\s+/g, ' ') };
};

test('who holds all that is needed runs the document as it is', () => {
  const document = parse('{ suspect { id name } }');
  const visible = scopes.visible(schema, document, new Set<Scope>(['case:read', 'suspect:identify']));
  expect(visible.document).toBe(document);
  expect(visible).toMatchObject({ withheld: [], coordinates: ['Query.suspect', 'Suspect.id', 'Suspect.name'] });
});

test('a field without its scope is left out, and said where the answer has it', () => {
  const { document, withheld, omitted, coordinates } = seen('{ a: suspect { id n: name } }', 'case:read');
  expect(document).toBe('{ a: suspect { id } }');
  expect(withheld).toEqual([{ path: ['a', 'n'], scope: 'suspect:identify', reason: 'needs suspect:identify' }]);
  expect([...omitted].map(({ name }) => name.value)).toEqual(['name']);
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
  expect(withheld).toEqual([{ path: ['...Who', 'name'], scope: 'suspect:identify', reason: 'needs suspect:identify' }]);
});

test('a mutation that may not be done is told apart', () => {
  expect(seen('mutation { open { id } }', 'case:read').refusedMutation).toBe(true);
  expect(seen('mutation { open { id } }', 'case:write').refusedMutation).toBe(false);
});

test('a supergraph that asks for a scope that is none is not served', () => {
  expect(() => new FieldScopes('type Query { a: Int @requiresScopes(scopes: [["case:raed"]]) }')).toThrow('case:raed');
});

test('introspection is told from questions', () => {
  expect(isIntrospection(parse('{ __schema { types { name } } __typename }'))).toBe(true);
  expect(isIntrospection(parse('{ __schema { types { name } } area }'))).toBe(false);
  expect(isIntrospection(parse('mutation { __typename }'))).toBe(false);
});
