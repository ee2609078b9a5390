import { type Scope, ALL_RIGHTS, NO_RIGHTS, rightsOf, scopes } from '@throughline/access';
import { federatedSchema } from '@throughline/subgraph';
import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  buildClientSchema,
  getIntrospectionQuery,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { subgraphs } from '../../tools/up/subgraphs';
import { access } from '../../apps/gateway/src/access/access.subgraph';
import { type Graph, aBreach, aCase, aGraph, aSuspect, aVictim, anAssessment, anIncident, anOrder } from '../support';

/** Every scope against every field of the graph: with it, what it opens is open; without it, that is closed. */
let graph: Graph;
let whole: GraphQLSchema;
/** Sets of scopes, one of which each field needs. */
const needs = new Map<string, readonly (readonly Scope[])[]>();
beforeAll(async () => {
  graph = await aGraph();
  const { rejects } = await graph.import([
    aSuspect('S1'),
    aVictim('V1'),
    aCase('C1'),
    anIncident('I1', { narrative: 'Words.' }),
    anOrder('O1'),
    aBreach('B1'),
    anAssessment('R1'),
  ]);
  expect(rejects).toEqual([]);
  for (const definition of [...subgraphs, access]) {
    for (const [coordinate, sets] of (await federatedSchema(definition)).scopes) needs.set(coordinate, sets);
  }
  whole = buildClientSchema((await graph.query(getIntrospectionQuery())).data);
});
afterAll(() => graph[Symbol.asyncDispose]());

const PURPOSE = { 'throughline-purpose': 'INVESTIGATION' };
let issued = 0;
async function keyWith(held: readonly Scope[]): Promise<Record<string, string>> {
  const input = {
    requestId: String(issued++),
    agency: 'test',
    name: held.join(),
    grants: [{ scopes: held, everyRow: true }],
    purposes: ['INVESTIGATION'],
    expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
  };
  const { data, errors } = await graph.query(
    'mutation ($input: IssueKeyInput!) { issueKey(input: $input) { secret } }',
    { input },
    { 'throughline-purpose': 'ADMINISTRATION' },
  );
  expect(errors).toBeUndefined();
  return { authorization: `Bearer ${data.issueKey.secret}`, ...PURPOSE };
}

/** Fields of object types, as Type.field. */
function fieldsOf(schema: GraphQLSchema): Set<string> {
  return new Set(
    Object.values(schema.getTypeMap())
      .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
      .flatMap((type) =>
        Object.keys((type as { getFields(): object }).getFields()).map((name) => `${type.name}.${name}`),
      ),
  );
}

const allBut = (scope: Scope) => scopes.filter((other) => other !== scope);
const isOpen = (coordinate: string, held: readonly Scope[]) =>
  needs.get(coordinate)?.some((set) => set.every((scope) => held.includes(scope))) ?? true;

test('every field says what opens it, and every scope but those of exports and the log opens some', () => {
  const used = new Set([...needs.values()].flat(2));
  expect(scopes.filter((scope) => !used.has(scope))).toEqual(['export:create', 'audit:read']);
  expect([...fieldsOf(whole)].filter((coordinate) => needs.has(coordinate)).length).toBeGreaterThan(300);
});

describe.each(scopes.map((scope) => [scope]))('%s', (scope) => {
  test('alone shows a schema of what it opens and what is open; without it, none of that', async () => {
    for (const held of [[scope], allBut(scope)]) {
      const { data } = await graph.query(getIntrospectionQuery(), {}, await keyWith(held));
      const own = buildClientSchema(data);
      for (const coordinate of fieldsOf(own))
        expect([coordinate, isOpen(coordinate, held)]).toEqual([coordinate, true]);
      for (const field of Object.keys(whole.getQueryType()!.getFields())) {
        expect([field, Boolean(own.getQueryType()!.getFields()[field])]).toEqual([
          field,
          isOpen(`Query.${field}`, held),
        ]);
      }
      // Whatever of a type can be reached is there as far as it is open, and leads to something.
      for (const coordinate of fieldsOf(whole)) {
        const [type = '', field = ''] = coordinate.split('.');
        const reached = own.getType(type);
        const target = getNamedType((whole.getType(type) as GraphQLObjectType).getFields()[field]!.type).name;
        if (!isObjectType(reached) || !own.getType(target)) continue;
        expect([coordinate, field in reached.getFields()]).toEqual([coordinate, isOpen(coordinate, held)]);
      }
    }
  });

  test('opens each root field that needs it, which is withheld from whoever has all others', async () => {
    const { [0]: only, [1]: others } = [await keyWith([scope]), await keyWith(allBut(scope))];
    for (const field of Object.values(whole.getQueryType()!.getFields())) {
      const place = `Query.${field.name}`;
      const query = `{ ${asked(field)} }`;
      const mine = await graph.query(query, {}, only);
      const isWithheld = ({ extensions, data }: typeof mine) =>
        extensions?.withheld?.some(({ path }) => path.length === 1) === true && data?.[field.name] === null;
      expect([field.name, isWithheld(mine)]).toEqual([field.name, !isOpen(place, [scope])]);
      if (isOpen(place, allBut(scope))) continue;
      expect([field.name, isWithheld(await graph.query(query, {}, others))]).toEqual([field.name, true]);
    }
  });

  test('is needed for each mutation that says so: without it nothing is done', async () => {
    const others = await keyWith(allBut(scope));
    for (const field of Object.values(whole.getMutationType()!.getFields())) {
      if (isOpen(`Mutation.${field.name}`, allBut(scope))) continue;
      const { errors } = await graph.query(`mutation { ${asked(field)} }`, {}, others);
      expect([field.name, errors?.[0]?.extensions.code]).toEqual([field.name, 'FORBIDDEN']);
    }
  });

  test('is asked for again by the subgraphs, which do nothing for whoever lacks it', async () => {
    const rights = rightsOf({ grants: [{ scopes: allBut(scope), rows: { everyRow: true } }] }, 'INVESTIGATION');
    for (const definition of subgraphs) {
      const port = graph.subgraphs.find(({ name }) => name === definition.name)!;
      const { schema, scopes: own } = await federatedSchema(definition);
      for (const root of [schema.getQueryType(), schema.getMutationType()]) {
        for (const field of Object.values(root?.getFields() ?? {})) {
          if (own.get(`${root!.name}.${field.name}`)?.some((set) => !set.includes(scope)) ?? true) continue;
          const query = `${root === schema.getQueryType() ? 'query' : 'mutation'} { ${asked(field)} }`;
          const { data, errors } = await port.execute({ query }, { actor: 'x', rights });
          expect([field.name, data, errors?.[0]?.extensions.code]).toEqual([field.name, undefined, 'FORBIDDEN']);
          const { errors: nobodys } = await port.execute({ query }, { actor: 'x', rights: NO_RIGHTS });
          expect([field.name, nobodys?.[0]?.extensions.code]).toEqual([field.name, 'FORBIDDEN']);
        }
      }
      const { errors } = await port.execute({ query: '{ __typename }' }, { actor: 'x', rights: ALL_RIGHTS });
      expect(errors).toBeUndefined();
    }
  });
});

/** A selection of a field with arguments that are valid, whatever they mean. */
function asked(field: GraphQLField<unknown, unknown>): string {
  const given = field.args
    .filter((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined)
    .map((arg) => `${arg.name}: ${valueOf(arg.type)}`);
  const args = given.length > 0 ? `(${given.join(', ')})` : '';
  return `${field.name}${args}${isCompositeType(getNamedType(field.type)) ? ' { __typename }' : ''}`;
}

function valueOf(type: GraphQLInputType): string {
  if (isNonNullType(type)) return valueOf(type.ofType);
  if (isListType(type)) return `[${valueOf(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(
      (one) => isNonNullType(one.type) && one.defaultValue === undefined,
    );
    return `{ ${fields.map((one) => `${one.name}: ${valueOf(one.type)}`).join(', ')} }`;
  }
  const scalars: Record<string, string> = {
    Moment: '"2024-01-01T00:00:00Z"',
    Int: '1',
    Float: '1',
    Boolean: 'true',
    Date: '"2024-01-01"',
    DateTime: '"2024-01-01T00:00:00Z"',
  };
  return scalars[type.name] ?? '"x"';
}
