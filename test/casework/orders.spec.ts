import { type OrderAction, orderMachine } from '../../apps/orders/src/order/order.machine';
import { OrderState } from '../../apps/orders/src/order/order.model';
import { BreachAction, breachMachine } from '../../apps/orders/src/breach/breach.machine';
import { BreachState } from '../../apps/orders/src/breach/breach.model';
import { type Graph, aBreach, aCase, aGraph, aSuspect, aVictim, anOrder, idOf } from '../support';

const MUTATIONS: Record<OrderAction, { name: string; input: string; more?: object }> = {
  APPLY: { name: 'applyForOrder', input: 'ApplyForOrderInput' },
  INTERIM: { name: 'recordInterimOrder', input: 'OrderEventInput' },
  MAKE: { name: 'makeOrder', input: 'MakeOrderInput', more: { untilFurtherOrder: true } },
  REFUSE: { name: 'refuseOrder', input: 'OrderEventInput' },
  WITHDRAW: { name: 'withdrawOrderApplication', input: 'OrderEventInput' },
  SERVE: { name: 'serveOrder', input: 'OrderEventInput' },
  VARY: { name: 'varyOrder', input: 'VaryOrderInput' },
  APPLY_TO_RENEW: { name: 'applyToRenewOrder', input: 'OrderEventInput' },
  RENEW: { name: 'renewOrder', input: 'RenewOrderInput' },
  APPEAL: { name: 'appealOrder', input: 'OrderEventInput' },
  QUASH: { name: 'quashOrder', input: 'OrderEventInput' },
  DISCHARGE: { name: 'dischargeOrder', input: 'OrderEventInput' },
  EXPIRE: { name: 'expireOrder', input: 'OrderEventInput' },
};

const FIELDS = `id recordVersion state madeOn servedOn effectiveFrom effectiveTo untilFurtherOrder availableActions conditions { ref kind }
  history { on kind note } recordHistory(first: 50) { edges { node { action actor reason version changes { field before after } } } }`;

let requests = 0;
const requestId = () => `test-${++requests}`;

describe('orders', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await aGraph();
    await graph.import([aSuspect('S1'), aVictim('V1'), aCase('C1')]);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  const mutate = (name: string, type: string, input: object, fields = `order { ${FIELDS} }`) =>
    graph.query(`mutation ($input: ${type}!) { result: ${name}(input: $input) { ${fields} } }`, { input });
  const act = (action: OrderAction, input: object) => {
    const { name, input: type, more } = MUTATIONS[action];
    return mutate(name, type, { requestId: requestId(), on: '2024-05-01', ...more, ...input });
  };
  const draft = async (fields: object = {}) => {
    const input = {
      requestId: requestId(),
      suspect: idOf('suspect', 'S1'),
      kind: 'SPO',
      protectedPersons: [idOf('victim', 'V1')],
      force: '06',
      ...fields,
    };
    const { data, errors } = await mutate('draftOrder', 'DraftOrderInput', input);
    expect(errors).toBeUndefined();
    return data.result.order;
  };

  it('go from draft to discharge, each step in their events and in their history', async () => {
    let order = await draft({ conditions: [{ ref: 'c1', kind: 'PROHIBITION', text: 'Not to contact.' }] });
    expect(order).toMatchObject({ state: 'DRAFT', recordVersion: 1, availableActions: ['APPLY', 'MAKE', 'WITHDRAW'] });
    const steps: [OrderAction, object, object][] = [
      ['APPLY', { on: '2024-01-02' }, { state: 'APPLIED' }],
      ['INTERIM', { on: '2024-01-10' }, { state: 'APPLIED' }],
      [
        'MAKE',
        { on: '2024-02-01', untilFurtherOrder: false, effectiveTo: '2026-02-01', reason: 'Hearing.' },
        { state: 'MADE', madeOn: '2024-02-01', effectiveFrom: '2024-02-01' },
      ],
      ['SERVE', { on: '2024-02-03' }, { state: 'IN_FORCE', servedOn: '2024-02-03' }],
      [
        'VARY',
        { on: '2024-06-01', conditions: [{ ref: 'c2', kind: 'REQUIREMENT', text: 'To surrender devices.' }] },
        { state: 'VARIED', conditions: [{ ref: 'c2', kind: 'REQUIREMENT' }] },
      ],
      ['APPLY_TO_RENEW', { on: '2025-12-01' }, { state: 'VARIED' }],
      ['RENEW', { on: '2026-01-15', effectiveTo: '2028-02-01' }, { effectiveTo: '2028-02-01' }],
      ['APPEAL', { on: '2026-01-20' }, { state: 'VARIED' }],
      ['DISCHARGE', { on: '2026-03-01' }, { state: 'DISCHARGED', availableActions: [] }],
    ];
    for (const [action, input, expected] of steps) {
      const { data, errors } = await act(action, { id: order.id, expectedVersion: order.recordVersion, ...input });
      expect({ action, errors }).toEqual({ action, errors: undefined });
      order = data.result.order;
      expect(order).toMatchObject(expected);
    }
    expect(order.history.map(({ kind }: { kind: string }) => kind)).toEqual([
      'APPLICATION',
      'INTERIM',
      'MADE',
      'SERVED',
      'VARIATION',
      'RENEWAL_APPLIED',
      'RENEWED',
      'APPEAL',
      'DISCHARGE',
    ]);
    const history = order.recordHistory.edges.map(({ node }: any) => node);
    expect(history.map(({ action }: any) => action)).toEqual([...steps.map(([action]) => action).reverse(), 'DRAFT']);
    const made = history.find(({ action }: any) => action === 'MAKE');
    expect(made).toMatchObject({ reason: 'Hearing.', version: 4 });
    expect(made.changes).toContainEqual({ field: 'state', before: 'APPLIED', after: 'MADE' });
    expect(made.changes).toContainEqual({ field: 'effectiveTo', before: null, after: '2026-02-01' });
    expect(history.at(-1)).toMatchObject({ action: 'DRAFT', changes: [] });
  });

  it('answer a request that is sent again with the first answer, and refuse its id for anything else', async () => {
    const order = await draft();
    const input = { id: order.id, requestId: requestId(), on: '2024-01-02' };
    const first = await act('APPLY', input);
    const again = await act('APPLY', input);
    expect(again.data.result.order).toMatchObject({ id: order.id, recordVersion: 2, state: 'APPLIED' });
    expect(again.data.result.order.history).toEqual(first.data.result.order.history);
    const other = await act('APPLY', { ...input, on: '2024-01-03' });
    expect(other.errors![0]!.extensions).toMatchObject({ code: 'CONFLICT', field: 'requestId' });
    const twin = { requestId: requestId(), id: order.id, on: '2024-01-09' };
    const both = await Promise.all([act('INTERIM', twin), act('INTERIM', twin), act('INTERIM', twin)]);
    expect(both.map(({ data }) => data.result.order.recordVersion)).toEqual([3, 3, 3]);
    const once = { requestId: requestId(), id: order.id };
    const refusals = await Promise.all([act('REFUSE', once), act('REFUSE', once), act('REFUSE', once)]);
    expect(refusals.map(({ data }) => data?.result.order.state)).toEqual(['REFUSED', 'REFUSED', 'REFUSED']);
  });

  it('say what has changed since the version that a change was meant for', async () => {
    const order = await draft();
    await act('APPLY', { id: order.id, on: '2024-01-02', court: 'Manchester Magistrates’ Court' });
    const { data, errors } = await act('WITHDRAW', { id: order.id, expectedVersion: 1 });
    expect(data).toBeNull();
    expect(errors![0]!.extensions).toMatchObject({ code: 'CONFLICT', currentVersion: 2 });
    expect(errors![0]!.extensions.differs).toEqual(
      expect.arrayContaining([
        { field: 'state', before: 'DRAFT', after: 'APPLIED' },
        { field: 'appliedOn', before: null, after: '2024-01-02' },
      ]),
    );
  });

  it('can be tried without being changed', async () => {
    const order = await draft();
    const { data } = await act('APPLY', { id: order.id, validateOnly: true });
    expect(data.result.order).toMatchObject({ state: 'APPLIED' });
    const held = await graph.query(`query ($id: ID!) { order(id: $id) { state recordVersion } }`, { id: order.id });
    expect(held.data.order).toEqual({ state: 'DRAFT', recordVersion: 1 });
  });

  describe.each(Object.keys(OrderState) as OrderState[])('in state %s', (state) => {
    const legal = (Object.keys(orderMachine) as OrderAction[]).filter((action) =>
      orderMachine[action].from.includes(state),
    );
    const illegal = (Object.keys(orderMachine) as OrderAction[]).filter((action) => !legal.includes(action));

    it.each(illegal)('refuse %s, and say what can be done', async (action) => {
      await graph.import([anOrder(`in-${state}`, { state, madeOn: '2024-01-01', appliedOn: '2024-01-01' })]);
      const { errors } = await act(action, { id: idOf('order', `in-${state}`) });
      expect(errors![0]!.extensions).toMatchObject({ code: 'RULE_REFUSED', allowed: legal });
      expect(errors![0]!.extensions.because).toEqual([
        expect.stringContaining(`${action} cannot be done in state ${state}`),
      ]);
    });
  });

  it.each([
    [
      'an SPO of less than two years',
      { kind: 'SPO' },
      { untilFurtherOrder: false, effectiveTo: '2026-04-30' },
      'at least two years',
    ],
    ['an SPO of no term', { kind: 'SPO' }, { untilFurtherOrder: false }, 'at least two years'],
    [
      'a restraining order that demands something',
      { kind: 'RO_CONVICTION', conditions: [{ ref: 'c', kind: 'REQUIREMENT', text: 'x' }] },
      {},
      'prohibitions only',
    ],
    ['a DAPO before it was commenced', { kind: 'DAPO' }, { on: '2024-11-26' }, 'has been commenced'],
    ['a DAPO where it is not commenced', { kind: 'DAPO', force: '45' }, { on: '2025-01-10' }, 'has been commenced'],
  ])('refuse to make %s, and say by what law', async (_what, drafted, input, reason) => {
    const order = await draft(drafted);
    const { errors } = await act('MAKE', { id: order.id, ...input });
    expect(errors![0]!.extensions).toMatchObject({ code: 'RULE_REFUSED', because: [expect.stringContaining(reason)] });
  });

  it.each([
    ['an SPO of exactly two years', { kind: 'SPO' }, { untilFurtherOrder: false, effectiveTo: '2026-05-01' }],
    ['a DAPO on the first day', { kind: 'DAPO' }, { on: '2024-11-27' }],
  ])('make %s', async (_what, drafted, input) => {
    const order = await draft(drafted);
    expect((await act('MAKE', { id: order.id, ...input })).data.result.order.state).toBe('MADE');
  });

  it.each([
    ['an unknown id', { id: idOf('order', 'nothing') }, 'NOT_FOUND', undefined],
    ['an id that is none', { id: 'x' }, 'NOT_FOUND', undefined],
    ['an unknown result code', { id: '', resultCode: '33O7' }, 'INVALID_INPUT', 'resultCode'],
    ['no request id', { id: '', requestId: ' ' }, 'INVALID_INPUT', 'requestId'],
  ])('name what is wrong with %s', async (_what, input, code, field) => {
    const id = input.id || (await draft()).id;
    const { errors } = await act('APPLY', { ...input, id });
    expect(errors![0]!.extensions.code).toBe(code);
    if (field) expect(errors![0]!.extensions.fields).toEqual([expect.objectContaining({ field })]);
  });

  describe('their breaches', () => {
    const FIELDS_OF_BREACH = `breach { id state recordVersion occurredAt timeKnown availableActions conditions { ref } history { edges { node { action } } } }`;
    const moveBreach = (input: object) =>
      mutate('moveBreach', 'MoveBreachInput', { requestId: requestId(), ...input }, FIELDS_OF_BREACH);

    it('are reported with the terms broken, and go through their states', async () => {
      await graph.import([anOrder('O1')]);
      const report = {
        requestId: requestId(),
        order: idOf('order', 'O1'),
        occurredAt: '2024-06-01',
        reportedAt: '2024-06-02T10:00:00',
        conditions: ['c1'],
      };
      const { data, errors } = await mutate('reportBreach', 'ReportBreachInput', report, FIELDS_OF_BREACH);
      expect(errors).toBeUndefined();
      const { breach } = data.result;
      expect(breach).toMatchObject({
        state: 'REPORTED',
        occurredAt: '2024-05-31T23:00:00Z',
        timeKnown: false,
        conditions: [{ ref: 'c1' }],
      });
      for (const action of ['CRIME', 'INVESTIGATE', 'REFER', 'CHARGE', 'CONVICT']) {
        expect((await moveBreach({ id: breach.id, action, reason: `to ${action}` })).errors).toBeUndefined();
      }
      const held = await graph.query(
        `query ($id: ID!) { breach(id: $id) { state reason history { edges { node { action } } } } }`,
        { id: breach.id },
      );
      expect(held.data.breach).toMatchObject({ state: 'CONVICTED', reason: 'to CONVICT' });
      expect(held.data.breach.history.edges.map(({ node }: any) => node.action)).toEqual([
        'CONVICT',
        'CHARGE',
        'REFER',
        'INVESTIGATE',
        'CRIME',
        'REPORT',
      ]);
    });

    it('name a term that the order does not have', async () => {
      const report = {
        requestId: requestId(),
        order: idOf('order', 'O1'),
        occurredAt: '2024-06-01',
        reportedAt: '2024-06-02',
        conditions: ['c9'],
      };
      const { errors } = await mutate('reportBreach', 'ReportBreachInput', report, FIELDS_OF_BREACH);
      expect(errors![0]!.extensions).toMatchObject({
        code: 'INVALID_INPUT',
        fields: [{ field: 'conditions', reason: 'the order has no term "c9"; it has c1' }],
      });
    });

    it.each(Object.keys(BreachState) as BreachState[])(
      'refuse every move that is not legal in state %s',
      async (state) => {
        await graph.import([aBreach(`B-${state}`, { state })]);
        const legal = (Object.keys(BreachAction) as BreachAction[]).filter((action) =>
          breachMachine[action].from.includes(state),
        );
        for (const action of Object.keys(BreachAction) as BreachAction[]) {
          if (legal.includes(action)) continue;
          const { errors } = await moveBreach({ id: idOf('breach', `B-${state}`), action });
          expect(errors![0]!.extensions).toMatchObject({ code: 'RULE_REFUSED', allowed: legal });
        }
      },
    );
  });
});
