import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { until } from '../reliability/until';
import { type Graph, aBreach, aCase, aGraph, aSuspect, aVictim, anOrder, idOf } from '../support';

interface Told {
  version: number;
  action: string;
  changes: { field: string; before: unknown; after: unknown }[] | null;
}

describe('the history of records', () => {
  let graph: Graph;
  let superuser: Client;
  beforeAll(async () => {
    graph = await aGraph();
    superuser = new Client({ connectionString: graph.superuserUrl });
    await superuser.connect();
    await graph.import([aSuspect('S1'), aVictim('V1'), aCase('C1'), anOrder('O1')]);
  });
  afterAll(async () => {
    await superuser.end();
    await graph[Symbol.asyncDispose]();
  });

  /** What is told of a record, also of one that is withdrawn. */
  const historyOf = async (schema: string, id: string): Promise<Told[]> => {
    const sql = `SELECT version, action, changes FROM ${schema}.change WHERE record = $1 ORDER BY seq`;
    return (await superuser.query<Told>(sql, [id])).rows;
  };
  /** Holds the row of an order until `work` has brought so many others to wait for it. */
  const whileHeld = async <T>(ref: string, waiting: number, work: () => Promise<T>): Promise<T> => {
    const holder = new Client({ connectionString: graph.superuserUrl });
    await holder.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT FROM orders."order" WHERE id = $1 FOR UPDATE', [idOf('order', ref)]);
    const done = work();
    const waiters = async () => {
      const sql = `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;
      return (await superuser.query(sql)).rowCount;
    };
    const came = await until(waiters, (count) => count === waiting);
    await holder.query('COMMIT');
    await holder.end();
    expect(came).toBe(waiting);
    return done;
  };

  it('tells of one withdrawal where two imports bring it at once', async () => {
    await graph.import([anOrder('twice')]);
    const withdrawal = { ...anOrder('twice'), op: 'withdraw' };
    const { type, source, ref, op } = withdrawal as typeof withdrawal & { op: string };
    const summaries = await whileHeld('twice', 2, () =>
      Promise.all([1, 2].map(() => graph.import([{ type, source, ref, op }]))),
    );
    expect(summaries.map(({ accepted, unchanged }) => [accepted, unchanged]).sort()).toEqual([
      [0, 1],
      [1, 0],
    ]);
    expect((await historyOf('orders', idOf('order', 'twice'))).map(({ version, action }) => [version, action])).toEqual(
      [
        [1, 'IMPORT'],
        [2, 'WITHDRAW'],
      ],
    );
  });

  it('tells what an import found when its turn came, not when it began to wait', async () => {
    await graph.import([anOrder('late', { court: 'First' })]);
    await whileHeld('late', 2, () =>
      Promise.all(['Second', 'Third'].map((court) => graph.import([anOrder('late', { court })]))),
    );
    const changes = (await historyOf('orders', idOf('order', 'late'))).flatMap((told) => told.changes ?? []);
    expect(changes).toHaveLength(2);
    expect(changes[0]).toMatchObject({ field: 'court', before: 'First' });
    expect(changes[1]).toMatchObject({ field: 'court', before: changes[0]!.after });
  });

  it('says of a record sent again unchanged after its withdrawal that nothing in it differs', async () => {
    const order = anOrder('back');
    await graph.import([order]);
    await graph.import([{ type: order.type, source: order.source, ref: order.ref, op: 'withdraw' }]);
    expect(await graph.import([order])).toMatchObject({ accepted: 1 });
    expect(await historyOf('orders', idOf('order', 'back'))).toEqual([
      { version: 1, action: 'IMPORT', changes: null },
      { version: 2, action: 'WITHDRAW', changes: [] },
      { version: 3, action: 'IMPORT', changes: [] },
    ]);
  });

  it('writes moments alike, whether an import or a person changed them, and as the record shows them', async () => {
    const at = (occurredAt: string) => aBreach('B1', { occurredAt, reportedAt: occurredAt });
    await graph.import([at('2024-07-01T10:00:00+01:00')]);
    await graph.import([at('2024-07-02T10:00:00.250+01:00')]);
    const { data } = await graph.query('query ($id: ID!) { breach(id: $id) { occurredAt reportedAt } }', {
      id: idOf('breach', 'B1'),
    });
    expect(data.breach).toEqual({ occurredAt: '2024-07-02T09:00:00.25Z', reportedAt: '2024-07-02T09:00:00.25Z' });
    const [, imported] = await historyOf('orders', idOf('breach', 'B1'));
    const before = '2024-07-01T09:00:00Z';
    expect(imported!.changes).toEqual([
      { field: 'occurredAt', before, after: data.breach.occurredAt },
      { field: 'reportedAt', before, after: data.breach.reportedAt },
    ]);

    const asked = await graph.query(
      `mutation ($input: RequestEarlyAdviceInput!) { requestEarlyAdvice(input: $input) { earlyAdvice { id } } }`,
      { input: { requestId: randomUUID(), case: idOf('case', 'C1'), requestedBy: '06', requestedAt: before } },
    );
    const { id } = asked.data.requestEarlyAdvice.earlyAdvice;
    const answered = await graph.query(
      `mutation ($input: AnswerEarlyAdviceInput!) { answerEarlyAdvice(input: $input) { earlyAdvice { respondedAt } } }`,
      { input: { requestId: randomUUID(), id, respondedAt: '2024-07-03T10:00:00.5+01:00', advice: 'Charge.' } },
    );
    const [, byPerson] = await historyOf('cases', id);
    const { respondedAt } = answered.data.answerEarlyAdvice.earlyAdvice;
    expect(respondedAt).toBe('2024-07-03T09:00:00.5Z');
    expect(byPerson!.changes).toContainEqual({ field: 'respondedAt', before: null, after: respondedAt });
  });

  it('is written by statements that whoever listens hears with their parameters', async () => {
    const { db } = graph.subgraphs.find(({ name }) => name === 'orders')!;
    const told = db.onStatement;
    const heard: { sql: string; params: unknown[] | undefined }[] = [];
    db.onStatement = (sql, params) => heard.push({ sql, params });
    const input = { id: idOf('order', 'O1'), requestId: randomUUID(), on: '2024-05-01', effectiveTo: '2030-01-01' };
    const { errors } = await graph.query(
      'mutation ($input: VaryOrderInput!) { varyOrder(input: $input) { order { id } } }',
      { input },
    );
    db.onStatement = told;
    expect(errors).toBeUndefined();
    expect(heard.some(({ sql }) => sql.includes('orders.request') && sql.includes('INSERT'))).toBe(true);
    for (const { sql, params } of heard) {
      const numbers = [...sql.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number));
      expect({ sql, params: params?.length ?? 0 }).toEqual({ sql, params: Math.max(0, ...numbers) });
    }
  });
});
