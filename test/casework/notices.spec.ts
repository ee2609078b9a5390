import { randomUUID } from 'node:crypto';
import {
  type ChangeNotice,
  type RemoteSubgraph,
  type Subgraph,
  type SubgraphPort,
  recordId,
  remoteSubgraph,
  subgraphServer,
} from '@throughline/subgraph';
import { aGuidance, aLink, anEvent, anExamination, take, withdrawn } from '../records';
import { until } from '../reliability/until';
import {
  type Bundle,
  type Graph,
  aBreach,
  aCase,
  aCharge,
  aDecision,
  aGraph,
  aRecordedCrime,
  aSuspect,
  aVictim,
  anAssessment,
  anIncident,
  anOrder,
  idOf,
} from '../support';

const RECORD_KEEPING = ['cases', 'orders', 'risk-assessments', 'inspections'];
const suspect = (...refs: string[]) => refs.map((ref) => idOf('suspect', ref)).sort();
const other = (type: string, ref: string, fields: object): Bundle => ({ type, source: 'police:06', ref, ...fields });

let graph: Graph;
let ports: Subgraph[];
const port = (name: string) => ports.find((one) => one.name === name)!;

beforeAll(async () => {
  graph = await aGraph();
  ports = graph.subgraphs.filter(({ name }) => RECORD_KEEPING.includes(name));
});
afterAll(() => graph[Symbol.asyncDispose]());

/** The end of each feed, and everything that came after it once `work` is done: a marker tells when all of it is there. */
async function noticesOf(work: () => Promise<unknown>): Promise<ChangeNotice[]> {
  const markers = () => {
    const ref = randomUUID();
    return [
      aVictim(ref),
      anEvent(ref),
      other('referral', ref, { forum: 'MARAC', referredOn: '2024-01-01' }),
      aGuidance(ref, '2024-01-01'),
    ];
  };
  const all = async () => (await Promise.all(ports.map((one) => one.changes(null, 1_000_000)))).flat();
  const upTo = async (records: Bundle[]) => {
    await take(graph, records);
    const marks = records.map(({ type, source, ref }) => recordId(type, source, ref));
    return until(all, (notices) => marks.every((id) => notices.some((notice) => notice.id === id)));
  };
  const before = new Set((await upTo(markers())).map(({ cursor, id }) => `${id} ${cursor}`));
  await work();
  const last = markers();
  const ends = new Set(last.map(({ type, source, ref }) => recordId(type, source, ref)));
  return (await upTo(last)).filter(({ id, cursor }) => !before.has(`${id} ${cursor}`) && !ends.has(id));
}

/** Whom the only notice about a record concerns. */
function concernedBy(notices: ChangeNotice[], { type, source, ref }: Bundle) {
  const id = recordId(type, source, ref);
  const found = notices.filter((notice) => notice.id === id);
  expect(found).toHaveLength(1);
  const { suspects, cases, guidance } = found[0]!;
  return { suspects, cases, guidance };
}

type Concerned = Pick<ChangeNotice, 'suspects' | 'cases' | 'guidance'>;
const nobody: Concerned = { suspects: [], cases: [], guidance: [] };
const ofSuspects = (...refs: string[]): Concerned => ({ ...nobody, suspects: suspect(...refs) });

/** One record of every type, and whom it concerns. S3 is somebody whom the case does not name. */
const everyType: [Bundle, Concerned][] = [
  [aSuspect('S1'), ofSuspects('S1')],
  [aVictim('V1'), nobody],
  [aCase('C1', { suspects: ['S1', 'S2'] }), ofSuspects('S1', 'S2', 'S3')],
  [anIncident('I1', { suspect: 'S3' }), ofSuspects('S3')],
  [aRecordedCrime('R1', { case: 'C1' }), ofSuspects('S1', 'S2', 'S3')],
  [aRecordedCrime('R2'), nobody],
  [aCharge('H1', { suspect: 'S2' }), ofSuspects('S2')],
  [aDecision('D1'), ofSuspects('S1')],
  [aLink('S1', 'S4'), ofSuspects('S1', 'S4')],
  [aLink('S1', 'S5', { decision: 'DIFFERENT' }), ofSuspects('S1', 'S5')],
  [other('earlyAdvice', 'EA', { case: 'C1', requestedAt: '2024-01-01T10:00:00Z', requestedBy: '06' }), nobody],
  [other('fileQualityCheck', 'FQ', { case: 'C1', checkedOn: '2024-01-01', standard: 'DG6', compliant: true }), nobody],
  [
    other('actionPlan', 'AP', { case: 'C1', issuedOn: '2024-01-01', dueOn: '2024-02-01', items: [{ text: 'Ask.' }] }),
    nobody,
  ],
  [anOrder('O1', { case: 'C1' }), ofSuspects('S1')],
  [anEvent('E1'), ofSuspects('S1')],
  [anEvent('E2', { order: 'of which nobody knows' }), nobody],
  [aBreach('B1'), ofSuspects('S1')],
  [anAssessment('A1', { suspect: 'S2' }), ofSuspects('S2')],
  [
    other('riskInstrument', 'RI', {
      key: 'screen',
      version: '1',
      title: 'Screen',
      items: [{ code: 'a', highRisk: false }],
      answers: ['YES'],
      grades: ['STANDARD'],
    }),
    nobody,
  ],
  [other('referral', 'RF', { forum: 'MARAC', suspect: 'S1', referredOn: '2024-01-01' }), nobody],
  [aGuidance('stalking', '2024-01-01'), { ...nobody, guidance: ['stalking'] }],
  [anExamination('X1'), { ...nobody, cases: [idOf('case', 'C1')] }],
  [
    other('inspection', 'I1', {
      title: 'Stalking',
      body: 'HMCPSI',
      openedOn: '2024-01-01',
      themes: [{ key: 't', title: 'T', questions: [{ key: 'q1', text: 'Q', kind: 'YES_NO' }] }],
    }),
    nobody,
  ],
  [
    other('recommendation', 'RC', {
      report: 'R',
      number: '1',
      text: 'Do better.',
      owner: 'CPS',
      history: [{ on: '2024-01-01', status: 'ACCEPTED' }],
    }),
    nobody,
  ],
  [
    other('protocol', 'PR', {
      key: 'p',
      version: '1',
      title: 'P',
      publisher: 'NPCC',
      inForceFrom: '2024-01-01',
      checks: [{ key: 'c', text: 'C', test: 'RISK_ASSESSED' }],
    }),
    nobody,
  ],
  [other('stalkingLead', 'SL', { force: '06', organisation: 'GMP', role: 'Lead', from: '2024-01-01' }), nobody],
];

describe('a change is told with whom it concerns', () => {
  it('for every type of record', async () => {
    const records = everyType.map(([record]) => record);
    const told = await noticesOf(() => take(graph, records));
    for (const [record, concerned] of everyType)
      expect({ type: record.type, ref: record.ref, ...concernedBy(told, record) }).toEqual({
        type: record.type,
        ref: record.ref,
        ...concerned,
      });
    const types = new Set(records.map(({ type }) => type));
    const casework = ports.flatMap((one) => one.records).filter((type) => !type.startsWith('standing'));
    expect(casework.filter((type) => !types.has(type))).toEqual([]);
  });

  it('for those whom it concerned before, too, when it concerns somebody else now', async () => {
    await take(graph, [
      aCase('MC1', { suspects: ['M1'] }),
      aCase('MC2', { suspects: ['M2', 'M3'] }),
      anIncident('MI', { suspect: 'M1', case: 'MC1' }),
      aRecordedCrime('MR', { case: 'MC1' }),
      aCharge('MH', { suspect: 'M1', case: 'MC1' }),
      aDecision('MD', { suspect: 'M1', case: 'MC1' }),
      { ...aLink('M1', 'M2'), ref: 'ML' },
      anOrder('MO1', { suspect: 'M1' }),
      anOrder('MO2', { suspect: 'M2' }),
      anEvent('ME', { order: 'MO1' }),
      aBreach('MB', { order: 'MO1' }),
      anAssessment('MA', { suspect: 'M1' }),
      aGuidance('before', '2024-01-01'),
      anExamination('MX', { case: { source: 'police:06', ref: 'MC1' } }),
    ]);
    const moved: [Bundle, Concerned][] = [
      [anIncident('MI', { suspect: 'M2', case: 'MC1' }), ofSuspects('M1', 'M2')],
      [aRecordedCrime('MR', { case: 'MC2' }), ofSuspects('M1', 'M2', 'M3', 'M4')],
      [aCharge('MH', { suspect: 'M2', case: 'MC1' }), ofSuspects('M1', 'M2')],
      [aDecision('MD', { suspect: 'M2', case: 'MC1' }), ofSuspects('M1', 'M2')],
      [{ ...aLink('M1', 'M3'), ref: 'ML' }, ofSuspects('M1', 'M2', 'M3')],
      [anEvent('ME', { order: 'MO2' }), ofSuspects('M1', 'M2')],
      [aBreach('MB', { order: 'MO2' }), ofSuspects('M1', 'M2')],
      [anAssessment('MA', { suspect: 'M2' }), ofSuspects('M1', 'M2')],
    ];
    const told = await noticesOf(async () => {
      await take(graph, [aCase('MC2', { suspects: ['M3', 'M4'] }), anIncident('MI3', { suspect: 'M2', case: 'MC2' })]);
      await take(
        graph,
        moved.map(([record]) => record),
      );
      await take(graph, [
        { ...aGuidance('after', '2024-01-01'), ref: 'before/2024-01-01' },
        anExamination('MX', { case: { source: 'police:06', ref: 'MC2' } }),
        anOrder('MO2', { suspect: 'M5' }),
      ]);
    });
    // The orders are looked up as they are when the notice is read, after MO2 was laid on somebody else.
    const now = (concerned: Concerned, { type }: Bundle) =>
      type === 'orderEvent' || type === 'breach' ? ofSuspects('M1', 'M5') : concerned;
    for (const [record, concerned] of moved)
      expect({ type: record.type, ...concernedBy(told, record) }).toEqual({
        type: record.type,
        ...now(concerned, record),
      });
    expect(concernedBy(told, aCase('MC2'))).toEqual(ofSuspects('M2', 'M3', 'M4'));
    expect(concernedBy(told, anOrder('MO2'))).toEqual(ofSuspects('M2', 'M5'));
    expect(concernedBy(told, aGuidance('before', '2024-01-01'))).toEqual({ ...nobody, guidance: ['after', 'before'] });
    expect(concernedBy(told, anExamination('MX'))).toEqual({
      ...nobody,
      cases: [idOf('case', 'MC1'), idOf('case', 'MC2')].sort(),
    });
  });

  it('when the record is withdrawn', async () => {
    const records = [
      aSuspect('W1'),
      aCase('WC', { suspects: ['W1'] }),
      anIncident('WI', { suspect: 'W2', case: 'WC' }),
      aLink('W1', 'W3'),
      anOrder('WO', { suspect: 'W1' }),
      aBreach('WB', { order: 'WO' }),
      aGuidance('w', '2024-01-01'),
      anExamination('WX', { case: { source: 'police:06', ref: 'WC' } }),
    ];
    await take(graph, records);
    const told = await noticesOf(() => take(graph, records.map(withdrawn)));
    const [person, ofCase, incident, link, order, breach, guidance, examination] = records.map((one) =>
      concernedBy(told, one),
    );
    expect(told.every(({ action }) => action === 'WITHDRAW')).toBe(true);
    expect(person).toEqual(ofSuspects('W1'));
    // The incident, gone too, tells of W2 itself.
    expect(ofCase).toEqual(ofSuspects('W1'));
    expect(incident).toEqual(ofSuspects('W2'));
    expect(link).toEqual(ofSuspects('W1', 'W3'));
    expect([order, breach]).toEqual([ofSuspects('W1'), ofSuspects('W1')]);
    expect(guidance).toEqual({ ...nobody, guidance: ['w'] });
    expect(examination).toEqual({ ...nobody, cases: [idOf('case', 'WC')] });
  });

  it('when a person makes it', async () => {
    await take(graph, [aSuspect('P1'), aCase('PC', { suspects: ['P1'] })]);
    let added = '';
    const told = await noticesOf(async () => {
      const { data, errors } = await graph.query(
        `mutation ($input: AddSuspectInput!) { addSuspect(input: $input) { suspect { id } } }`,
        { input: { case: idOf('case', 'PC'), requestId: randomUUID(), names: [{ family: 'New' }] } },
      );
      expect(errors).toBeUndefined();
      added = data.addSuspect.suspect.id;
    });
    expect(told.map(({ type, action, version, suspects }) => ({ type, action, version, suspects }))).toEqual([
      { type: 'suspect', action: 'ADD_SUSPECT', version: 1, suspects: [added] },
      { type: 'case', action: 'ADD_SUSPECT', version: 2, suspects: [...suspect('P1'), added].sort() },
    ]);
  });

  it('with one statement at most for each type of a batch, and each once by cursor, however long the batches', async () => {
    const all = await port('cases').changes(null, 100_000);
    const types = new Set(all.map(({ type }) => type));
    const concerning = ['suspect', 'identityLink', 'case', 'incident', 'recordedCrime', 'charge', 'chargingDecision'];
    const statements = await graph.countStatements(() => port('cases').changes(null, 100_000));
    expect(statements.get('cases')).toHaveLength(1 + concerning.filter((type) => types.has(type)).length);
    const found: ChangeNotice[] = [];
    for (;;) {
      const next = await port('cases').changes(found.at(-1)?.cursor ?? null, 7);
      if (next.length === 0) break;
      found.push(...next);
    }
    expect(found.slice(0, all.length)).toEqual(all);
  });
});

describe('changes of a subgraph in another process', () => {
  const token = 'a token that is at least thirty-two characters long';
  let server: ReturnType<typeof subgraphServer>;
  let remote: RemoteSubgraph;
  let url: string;
  const serveIt = async () => {
    server = subgraphServer(port('orders'), token);
    url = await server.listen({ port: 0, host: '127.0.0.1' });
    remote = await remoteSubgraph('orders', url, token);
  };
  beforeAll(serveIt);
  afterAll(async () => {
    await remote.stop();
    await server.close();
  });
  const end = async (of: SubgraphPort) => {
    const marker = anOrder(randomUUID());
    await take(graph, [marker]);
    const notices = await until(
      () => of.changes(null),
      (found) => found.some(({ id }) => id === idOf('order', marker.ref)),
    );
    return notices.at(-1)!.cursor;
  };

  it('are the same in a list', async () => {
    await end(remote);
    const near = await port('orders').changes(null, 5);
    expect(near).toHaveLength(5);
    expect(await remote.changes(null, 5)).toEqual(near);
    expect(await remote.changes(near[2]!.cursor, 1)).toEqual([near[3]]);
  });

  it('come as they are made, until they are followed no longer', async () => {
    const start = await end(remote);
    const leaving = new AbortController();
    const followed = remote.followChanges(start, leaving.signal)[Symbol.asyncIterator]();
    for (const ref of ['F1', 'F2']) {
      const waiting = followed.next();
      await take(graph, [anOrder(ref)]);
      const { value } = await waiting;
      expect(value).toEqual([
        expect.objectContaining({
          type: 'order',
          id: idOf('order', ref),
          version: 1,
          action: 'IMPORT',
          ...ofSuspects('S1'),
        }),
      ]);
    }
    const waiting = followed.next();
    leaving.abort();
    expect(await waiting).toEqual({ done: true, value: undefined });
  });

  it('break off with an error when the subgraph stops, and can be taken up again where they were', async () => {
    const start = await end(remote);
    const staying = new AbortController().signal;
    const followed = remote.followChanges(start, staying)[Symbol.asyncIterator]();
    const first = followed.next();
    await take(graph, [anOrder('G1')]);
    const { value } = await first;
    const broken = followed.next();
    await Promise.all([expect(broken).rejects.toThrow(/^orders (broke off|did not answer)/), server.close()]);
    await take(graph, [anOrder('G2')]);
    await remote.stop();
    await serveIt();
    const again = remote.followChanges((value as ChangeNotice[]).at(-1)!.cursor, staying)[Symbol.asyncIterator]();
    expect((await again.next()).value).toMatchObject([{ id: idOf('order', 'G2') }]);
    await again.return!();
  });

  it('are told to nobody without the token, and not from a cursor that is none', async () => {
    for (const path of ['changes', 'changes/follow']) {
      expect((await fetch(`${url}/${path}`)).status).toBe(401);
      const wrong = await fetch(`${url}/${path}?cursor=1`, { headers: { authorization: `Bearer ${token}` } });
      expect(wrong.status).toBe(400);
    }
    await expect(remote.changes('1')).rejects.toThrow(/^orders answered with status 400$/);
    const following = remote.followChanges('1', new AbortController().signal)[Symbol.asyncIterator]();
    await expect(following.next()).rejects.toThrow(/^orders answered with status 400$/);
    await expect(port('orders').changes('1')).rejects.toMatchObject({ extensions: { code: 'INVALID_INPUT' } });
  });
});
