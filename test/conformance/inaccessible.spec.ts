import { aFederation } from './federation';

const agents = [{ id: 'a1', name: 'Ann', secret: 'x', level: 'LOW' }];
const missions = [{ id: 'm1', agent: agents[0], risk: 'HIGH', code: 'red' }];

describe('what is @inaccessible', () => {
  const world = {
    subgraphs: {
      staff: `type Query { agents(level: Level, cover: String @inaccessible): [Agent] hidden: Int @inaccessible shadow: Shadow @inaccessible }
        type Agent @key(fields: "id") { id: ID! name: String secret: String @inaccessible level: Level }
        enum Level { LOW HIGH TOP @inaccessible } type Shadow @inaccessible { id: ID! }
        input Filter { name: String secret: String @inaccessible } `,
      field: `type Query { missions(where: Where): [Mission] } type Mission @key(fields: "id") { id: ID! agent: Agent risk: Level }
        type Agent @key(fields: "id") { id: ID! secret: String @external alias: String @requires(fields: "secret") }
        enum Level { LOW HIGH TOP } input Where { risk: Level raw: String = "none" @inaccessible }
        union Record = Mission | Ghost type Ghost @inaccessible { id: ID! }`,
    },
    root: { agents },
    entities: { Agent: agents, Mission: missions },
    fields: {
      'Agent.alias': ({ secret }: any) => `agent ${secret}`,
      'Query.missions': (_: any, { where }: any) => (where?.raw === undefined || where.raw === 'none' ? missions : []),
    },
  };

  it('is not in the schema, whatever it is: field, argument, type, value, input field', async () => {
    await using graph = await aFederation(world);
    const { data } = await graph.ask(`{
      query: __type(name: "Query") { fields { name args { name } } }
      agent: __type(name: "Agent") { fields { name } }
      level: __type(name: "Level") { enumValues { name } }
      where: __type(name: "Where") { inputFields { name } }
      shadow: __type(name: "Shadow") { name }
      record: __type(name: "Record") { possibleTypes { name } }
    }`);
    expect(data.query.fields).toHaveLength(2);
    expect(data.agent.fields).toHaveLength(4);
    expect(data).toEqual({
      query: {
        fields: expect.arrayContaining([
          { name: 'agents', args: [{ name: 'level' }] },
          { name: 'missions', args: [{ name: 'where' }] },
        ]),
      },
      agent: { fields: expect.arrayContaining(['id', 'name', 'level', 'alias'].map((name) => ({ name }))) },
      level: { enumValues: [{ name: 'LOW' }, { name: 'HIGH' }] },
      where: { inputFields: [{ name: 'risk' }] },
      shadow: null,
      record: { possibleTypes: [{ name: 'Mission' }] },
    });
  });

  it.each([
    ['{ hidden }', /Cannot query field "hidden"/],
    ['{ agents { secret } }', /Cannot query field "secret"/],
    ['{ agents(level: TOP) { id } }', /TOP/],
    ['{ agents(cover: "c") { id } }', /Unknown argument "cover"/],
    ['{ missions(where: { raw: "x" }) { id } }', /"raw" is not defined/],
    ['{ missions { ... on Ghost { id } } }', /Unknown type "Ghost"/],
  ])('cannot be asked for: %s', async (query, message) => {
    await using graph = await aFederation(world);
    const { data, errors } = await graph.overHttp(query);
    expect(data).toBeUndefined();
    expect(errors![0]!.message).toMatch(message);
    expect(graph.asked).toEqual([]);
  });

  it('is fetched where something visible requires it, and not shown', async () => {
    await using graph = await aFederation(world);
    expect(await graph.ask('{ agents { alias } missions { agent { alias name } } }')).toEqual({
      data: { agents: [{ alias: 'agent x' }], missions: [{ agent: { alias: 'agent x', name: 'Ann' } }] },
    });
  });

  it('is null where it is a value of an enum, with an error that does not say which', async () => {
    await using graph = await aFederation({ ...world, root: { agents: [{ ...agents[0], level: 'TOP' }] } });
    const { data, errors } = await graph.ask('{ agents { name level } }');
    expect(data).toEqual({ agents: [{ name: 'Ann', level: null }] });
    expect(errors!.map(({ path }) => path)).toEqual([['agents', 0, 'level']]);
    expect(JSON.stringify(errors)).not.toContain('TOP');
  });
});

test('an object of a type that is @inaccessible is null, and its type is not told', async () => {
  const things = [
    { __typename: 'Open', id: '1' },
    { __typename: 'Shut', id: '2' },
  ];
  await using graph = await aFederation({
    subgraphs: {
      a: `type Query { things: [Thing] nodes: [Node] } union Thing = Open | Shut interface Node { id: ID! }
        type Open implements Node { id: ID! } type Shut implements Node @inaccessible { id: ID! }`,
    },
    root: { things, nodes: things },
  });
  const { data, errors } = await graph.answer('{ things { __typename } nodes { id } }');
  expect(data).toEqual({ things: [{ __typename: 'Open' }, null], nodes: [{ id: '1' }, null] });
  expect(errors!.map(({ path }) => path)).toEqual([
    ['things', 1],
    ['nodes', 1],
  ]);
  expect(JSON.stringify(errors)).not.toContain('Shut');
});

test('a tag changes nothing', async () => {
  await using graph = await aFederation({
    subgraphs: {
      a: 'type Query { agents: [Agent] } type Agent @key(fields: "id") @tag(name: "x") { id: ID! name: String @tag(name: "y") @tag(name: "z") }',
      b: 'type Agent @key(fields: "id") { id: ID! @tag(name: "k") secret: String @tag(name: "internal") }',
    },
    root: { agents },
    entities: { Agent: agents },
  });
  expect(await graph.ask('{ agents { name secret } }')).toEqual({ data: { agents: [{ name: 'Ann', secret: 'x' }] } });
});

test('an executable directive that all subgraphs define may stand in an operation', async () => {
  const directive = 'directive @access(scope: Scope! = OPEN) on FIELD enum Scope { OPEN SHUT }';
  await using graph = await aFederation({
    subgraphs: { a: `${directive} type Query { a: String }`, b: `${directive} type Query { b: String }` },
    root: { a: 'A', b: 'B' },
  });
  expect(await graph.ask('{ a @access b @access(scope: SHUT) }')).toEqual({ data: { a: 'A', b: 'B' } });
});

test("a type system directive of the subgraphs' own is carried into the supergraph and stays out of the way", async () => {
  await using graph = await aFederation({
    subgraphs: {
      a: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@composeDirective"])
        @link(url: "https://example.org/access/v1.0", import: ["@access"]) @composeDirective(name: "@access")
        directive @access(scope: Scope! = OPEN) on FIELD_DEFINITION enum Scope { OPEN SHUT }
        type Query { a: String @access(scope: SHUT) }`,
      b: 'type Query { b: String }',
    },
    root: { a: 'A', b: 'B' },
  });
  expect(graph.supergraphSdl).toContain('@access(scope: SHUT)');
  expect(await graph.ask('{ a b }')).toEqual({ data: { a: 'A', b: 'B' } });
});
