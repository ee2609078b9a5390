import { GraphQLError } from 'graphql';
import { aFederation } from './federation';

/** Two subgraphs that write to one log. */
function ledger() {
  const log: string[] = [];
  const items = [{ id: 'i', price: 1, stock: 1 }];
  const write =
    (name: string) =>
    (_root: object, { n }: { n?: number }) => {
      log.push(n === undefined ? name : `${name}${n}`);
      if (n === 13) throw new GraphQLError('unlucky', { extensions: { code: 'CONFLICT' } });
      return items[0];
    };
  const options = {
    subgraphs: {
      prices:
        'type Query { log: String } type Mutation { price(n: Int!): Item must(n: Int!): Item! } type Item @key(fields: "id") { id: ID! price: Int }',
      stocks: 'type Mutation { stock(n: Int!): Item } type Item @key(fields: "id") { id: ID! stock: Int }',
    },
    entities: { Item: items },
    fields: {
      'Mutation.price': write('price'),
      'Mutation.must': write('must'),
      'Mutation.stock': write('stock'),
      'Item.price': ({ price }: any) => {
        log.push('read price');
        return price;
      },
      'Item.stock': ({ stock }: any) => {
        log.push('read stock');
        return stock;
      },
    },
  };
  return { log, options };
}

test('mutations run one after the other, in the order of the caller, across subgraphs', async () => {
  const { log, options } = ledger();
  await using graph = await aFederation(options);
  const { data } = await graph.inProcess(
    'mutation { a: price(n: 1) { id } b: stock(n: 2) { id } c: stock(n: 3) { id } d: price(n: 4) { id } e: stock(n: 5) { id } }',
  );
  expect(data).toEqual(Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [name, { id: 'i' }])));
  expect(log).toEqual(['price1', 'stock2', 'stock3', 'price4', 'stock5']);
  expect(graph.asked.map(({ subgraph }) => subgraph)).toEqual(['prices', 'stocks', 'prices', 'stocks']);
});

test('a mutation’s answer is completed from other subgraphs', async () => {
  const { log, options } = ledger();
  await using graph = await aFederation(options);
  const query = 'mutation { a: price(n: 1) { price stock } b: stock(n: 2) { stock price } }';
  for (const ask of [() => graph.inProcess(query), () => graph.overHttp(query)]) {
    expect((await ask()).data).toEqual({ a: { price: 1, stock: 1 }, b: { stock: 1, price: 1 } });
    expect(log.filter((line) => !line.startsWith('read'))).toEqual(['price1', 'stock2']);
    log.length = 0;
  }
});

test('the same mutation twice runs twice', async () => {
  const { log, options } = ledger();
  await using graph = await aFederation(options);
  await graph.inProcess(
    'mutation ($n: Int!) { a: price(n: $n) { id } b: price(n: $n) { id } c: stock(n: 2) { id } d: stock(n: 2) { id } e: price(n: $n) { id } }',
    { n: 1 },
  );
  expect(log).toEqual(['price1', 'price1', 'stock2', 'stock2', 'price1']);
});

test('a mutation that fails does not keep the next from running, where it may be null', async () => {
  const { log, options } = ledger();
  await using graph = await aFederation(options);
  const { data, errors } = await graph.inProcess(
    'mutation { a: price(n: 13) { id } b: stock(n: 2) { id stock } c: price(n: 3) { price } }',
  );
  expect(data).toEqual({ a: null, b: { id: 'i', stock: 1 }, c: { price: 1 } });
  expect(errors).toEqual([{ message: 'unlucky', path: ['a'], extensions: { code: 'CONFLICT' } }]);
  expect(log.filter((line) => !line.startsWith('read'))).toEqual(['price13', 'stock2', 'price3']);
});

test('a mutation that fails where it may not be null takes the answer with it', async () => {
  const { options } = ledger();
  await using graph = await aFederation(options);
  const { data, errors } = await graph.inProcess('mutation { a: must(n: 13) { id } }');
  expect(data).toBeNull();
  expect(errors).toEqual([{ message: 'unlucky', path: ['a'], extensions: { code: 'CONFLICT' } }]);
});

test('mutations are not sent again where the connection breaks; queries are', async () => {
  const { log, options } = ledger();
  let broken = 0;
  await using graph = await aFederation({
    ...options,
    root: { log: 'l' },
    http: {
      prices: async (response, usual) => {
        const answer = await usual();
        broken += 1;
        if (broken === 1) response.destroy();
        else response.end(JSON.stringify(answer));
      },
    },
  });
  const { data, errors } = await graph.overHttp('mutation { price(n: 1) { id } }');
  expect(data).toEqual({ price: null });
  expect(errors![0]!.extensions!.code).toBe('SUBGRAPH_UNAVAILABLE');
  expect(log).toEqual(['price1']);
  broken = 0;
  expect(await graph.overHttp('{ log }')).toEqual({ data: { log: 'l' } });
  expect(broken).toBe(2);
});

test('a mutation is not run by GET', async () => {
  const { log, options } = ledger();
  await using graph = await aFederation(options);
  const query = encodeURIComponent('mutation { price(n: 1) { id } }');
  const response = await fetch(`${await graph.url()}/graphql?query=${query}`, {
    headers: { accept: 'application/json' },
  });
  expect(response.status).toBe(405);
  expect(log).toEqual([]);
});
