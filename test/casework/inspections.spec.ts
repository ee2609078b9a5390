import { randomUUID } from 'node:crypto';
import {
  type RecommendationState,
  recommendationMachine,
} from '../../apps/inspections/src/recommendation/recommendation.machine';
import { RecommendationStatus } from '../../apps/inspections/src/recommendation/recommendation.model';
import { type Graph, aGraph } from '../support';

const HISTORY = 'edges { node { action actor reason version changes { field before after } } }';
const GUIDANCE = `guidance { id recordVersion key version title publisher inForceFrom inForceTo inForceUntil datePrecision topics history { ${HISTORY} } }`;
const INSPECTION = `inspection { id recordVersion title body openedOn themes { key title questions { key text kind } } history { ${HISTORY} } }`;
const RECOMMENDATION = `recommendation { id recordVersion report number text owner dueOn topics status availableActions
  history { on status note } recordHistory { ${HISTORY} } }`;

let requests = 0;
const requestId = () => `test-${++requests}`;
const entries = (history: any) => history.edges.map(({ node }: any) => node);
const statuses = Object.keys(RecommendationStatus) as RecommendationStatus[];

let graph: Graph;
beforeAll(async () => {
  graph = await aGraph();
});
afterAll(() => graph[Symbol.asyncDispose]());

const mutate = (name: string, type: string, input: object, fields: string) =>
  graph.query(`mutation ($input: ${type}!) { result: ${name}(input: $input) { ${fields} } }`, {
    input: { requestId: requestId(), ...input },
  });

describe('guidance', () => {
  const publish = (input: object = {}) =>
    mutate(
      'publishGuidance',
      'PublishGuidanceInput',
      { key: randomUUID(), version: '1', title: 'Orders', publisher: 'CPS', inForceFrom: '2020-01-01', ...input },
      GUIDANCE,
    );
  const published = async (input: object = {}) => {
    const { data, errors } = await publish(input);
    expect(errors).toBeUndefined();
    return data.result.guidance;
  };
  const registry = async (keys: string[]) =>
    (
      await graph.query(
        `query ($keys: [String!]) { guidance(filter: { keys: $keys }) { version inForceFrom inForceTo inForceUntil recordVersion } }`,
        { keys },
      )
    ).data.guidance;

  it('is published, and ended by its next version', async () => {
    const first = await published({ key: 'orders', topics: ['RO_CONVICTION', 'CHARGING'], reason: 'First.' });
    expect(first).toMatchObject({
      recordVersion: 1,
      key: 'orders',
      version: '1',
      title: 'Orders',
      publisher: 'CPS',
      inForceFrom: '2020-01-01',
      inForceTo: null,
      inForceUntil: null,
      datePrecision: 'DAY',
      topics: ['RO_CONVICTION', 'CHARGING'],
    });
    expect(entries(first.history)).toEqual([
      { action: 'PUBLISH', actor: expect.any(String), reason: 'First.', version: 1, changes: [] },
    ]);
    await published({ key: 'orders', version: '2', inForceFrom: '2022-06-22' });
    const last = { key: 'orders', version: '3', inForceFrom: '2025-01-01', datePrecision: 'MONTH' };
    expect(await published({ ...last, inForceTo: '2025-12-31' })).toMatchObject({
      datePrecision: 'MONTH',
      inForceUntil: '2025-12-31',
    });
    expect(await registry(['orders'])).toEqual([
      { version: '1', inForceFrom: '2020-01-01', inForceTo: null, inForceUntil: '2022-06-21', recordVersion: 1 },
      { version: '2', inForceFrom: '2022-06-22', inForceTo: null, inForceUntil: '2025-01-31', recordVersion: 1 },
      {
        version: '3',
        inForceFrom: '2025-01-01',
        inForceTo: '2025-12-31',
        inForceUntil: '2025-12-31',
        recordVersion: 1,
      },
    ]);
  });

  it('is refused where the version is there already', async () => {
    const { key } = await published();
    const { errors } = await publish({ key, inForceFrom: '2024-01-01' });
    expect(errors![0]!.extensions).toMatchObject({
      code: 'RULE_REFUSED',
      because: [`Version 1 of ${key} is published already.`],
    });
  });

  it.each(['2020-01-01', '2019-12-31'])('is refused where a later version is there, from %s', async (inForceFrom) => {
    const { key } = await published();
    const { errors } = await publish({ key, version: '2', inForceFrom });
    expect(errors![0]!.extensions).toMatchObject({
      code: 'RULE_REFUSED',
      because: [expect.stringContaining('the latest, 1, which did on 2020-01-01')],
    });
  });

  it('is published once where several publish it at the same time', async () => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 6 }, () => publish({ key })));
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
    const refused = answers.flatMap(({ errors }) => errors ?? []);
    expect(refused.map(({ extensions }) => extensions.code)).toEqual(Array(5).fill('RULE_REFUSED'));
    expect(await registry([key])).toHaveLength(1);
  });

  it('is published once for a request, and its id is refused for anything else', async () => {
    const input = { requestId: requestId(), key: randomUUID() };
    const first = await published(input);
    expect((await published(input)).id).toBe(first.id);
    const other = await publish({ ...input, title: 'Other' });
    expect(other.errors![0]!.extensions).toMatchObject({ code: 'CONFLICT', field: 'requestId' });
  });

  it('can be tried without being published', async () => {
    const { key } = await published({ validateOnly: true });
    expect(await registry([key])).toEqual([]);
  });

  it.each([
    ['a last day before the first', { inForceTo: '2019-12-31' }, 'inForceTo', 'before the first day, 2020-01-01'],
    ['no key', { key: ' ' }, 'key', 'is empty'],
    ['no title', { title: '' }, 'title', 'is empty'],
  ])('names what is wrong with %s', async (_what, input, field, reason) => {
    const { errors } = await publish(input);
    expect(errors![0]!.extensions).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ field, reason: expect.stringContaining(reason) }],
    });
  });
});

describe('inspections', () => {
  const question = (key: string, kind = 'RATING') => ({ key, text: `What of ${key}?`, kind });
  const theme = (key: string, ...questions: object[]) => ({ key, title: `Theme ${key}`, questions });
  const themes = [theme('A', question('a1'), question('a2', 'YES_NO')), theme('B', question('b1', 'FAMILY'))];
  const open = (input: object = {}) =>
    mutate(
      'openInspection',
      'OpenInspectionInput',
      { title: 'Stalking', body: 'HMCPSI', openedOn: '2025-01-06', themes, ...input },
      INSPECTION,
    );
  const opened = async (input: object = {}) => {
    const { data, errors } = await open(input);
    expect(errors).toBeUndefined();
    return data.result.inspection;
  };

  it('are opened with what they ask', async () => {
    const inspection = await opened({ reason: 'Programme of 2025.' });
    expect(inspection).toMatchObject({
      recordVersion: 1,
      title: 'Stalking',
      body: 'HMCPSI',
      openedOn: '2025-01-06',
      themes,
    });
    expect(entries(inspection.history)).toEqual([
      { action: 'OPEN', actor: expect.any(String), reason: 'Programme of 2025.', version: 1, changes: [] },
    ]);
  });

  it('are opened once for a request, and its id is refused for anything else', async () => {
    const input = { requestId: requestId() };
    const both = await Promise.all([opened(input), opened(input)]);
    expect(both[0].id).toBe(both[1].id);
    const other = await open({ ...input, title: 'Other' });
    expect(other.errors![0]!.extensions).toMatchObject({ code: 'CONFLICT', field: 'requestId' });
  });

  it('can be tried without being opened', async () => {
    const { id } = await opened({ validateOnly: true });
    const { data } = await graph.query(`query ($id: ID!) { inspection(id: $id) { id } }`, { id });
    expect(data.inspection).toBeNull();
  });

  it.each([
    [
      'two themes of one key',
      { themes: [themes[0], { ...themes[1], key: 'A' }] },
      'themes[1].key',
      'another theme of the inspection has the key "A"',
    ],
    [
      'two questions of one key',
      { themes: [themes[0], theme('B', question('a2'))] },
      'themes[1].questions[0].key',
      'another question of the inspection has the key "a2"',
    ],
    ['no theme', { themes: [] }, 'themes', 'needs at least one item'],
    ['no question', { themes: [theme('A')] }, 'themes[0].questions', 'needs at least one item'],
    ['no title', { title: ' ' }, 'title', 'is empty'],
  ])('name the place of %s', async (_what, input, field, reason) => {
    const { errors } = await open(input);
    expect(errors![0]!.extensions).toMatchObject({ code: 'INVALID_INPUT', fields: [{ field, reason }] });
  });
});

describe('recommendations', () => {
  const record = (input: object = {}) =>
    mutate(
      'recordRecommendation',
      'RecordRecommendationInput',
      { report: randomUUID(), number: '1', text: 'Record breaches.', owner: 'Chief constables', ...input },
      RECOMMENDATION,
    );
  const recorded = async (input: object = {}) => {
    const { data, errors } = await record(input);
    expect(errors).toBeUndefined();
    return data.result.recommendation;
  };
  const progress = (input: object) =>
    mutate(
      'recordRecommendationProgress',
      'RecordRecommendationProgressInput',
      { on: '2024-06-01', ...input },
      RECOMMENDATION,
    );

  it('are recorded, and go on to completion and back, in their own history and in that of the record', async () => {
    let recommendation = await recorded({
      number: '7.1',
      dueOn: '2025-03-27',
      topics: ['RECORDING'],
      reason: 'Published.',
    });
    expect(recommendation).toMatchObject({
      recordVersion: 1,
      number: '7.1',
      text: 'Record breaches.',
      owner: 'Chief constables',
      dueOn: '2025-03-27',
      topics: ['RECORDING'],
      status: null,
      history: [],
      availableActions: ['ACCEPTED', 'REJECTED'],
    });
    const updates: { on: string; status: RecommendationStatus; note: string | null }[] = [
      { on: '2024-11-22', status: 'REJECTED', note: null },
      { on: '2024-12-01', status: 'ACCEPTED', note: 'On reflection.' },
      { on: '2024-12-01', status: 'IN_PROGRESS', note: null },
      { on: '2025-02-01', status: 'IN_PROGRESS', note: 'Half way.' },
      { on: '2025-03-01', status: 'COMPLETE', note: null },
      { on: '2025-06-01', status: 'IN_PROGRESS', note: 'Found wanting.' },
      { on: '2025-07-01', status: 'SUPERSEDED', note: null },
    ];
    for (const update of updates) {
      const { data, errors } = await progress({
        id: recommendation.id,
        expectedVersion: recommendation.recordVersion,
        reason: `to ${update.status}`,
        ...update,
      });
      expect({ update, errors }).toEqual({ update, errors: undefined });
      recommendation = data.result.recommendation;
      expect(recommendation.status).toBe(update.status);
    }
    expect(recommendation).toMatchObject({ recordVersion: 8, history: updates, availableActions: [] });
    const done = entries(recommendation.recordHistory);
    expect(done.map(({ action, version }: any) => [action, version])).toEqual([
      ...[8, 7, 6, 5, 4, 3, 2].map((version) => ['PROGRESS', version]),
      ['RECORD', 1],
    ]);
    expect(done[0]).toMatchObject({
      reason: 'to SUPERSEDED',
      changes: [{ field: 'history', before: updates.slice(0, -1), after: updates }],
    });
    expect(done.at(-1)).toMatchObject({ reason: 'Published.', changes: [] });
    const held = await graph.query(
      `query ($id: ID!) { recommendation(id: $id) { history { on status note } recordHistory(first: 1) { totalCount edges { node { action } } } } }`,
      { id: recommendation.id },
    );
    expect(held.data.recommendation).toEqual({
      history: updates,
      recordHistory: { totalCount: 8, edges: [{ node: { action: 'PROGRESS' } }] },
    });
  });

  it('are refused where the report has that number already, even at the same time', async () => {
    const { report } = await recorded();
    await recorded({ report, number: '2' });
    const { errors } = await record({ report });
    expect(errors![0]!.extensions).toMatchObject({
      code: 'RULE_REFUSED',
      because: [`Recommendation 1 of ${report} is recorded already.`],
    });
    const answers = await Promise.all(Array.from({ length: 5 }, () => record({ report, number: '3' })));
    expect(answers.filter((answer) => !answer.errors)).toHaveLength(1);
    const codes = answers.flatMap((answer) => answer.errors ?? []).map(({ extensions }) => extensions.code);
    expect(codes).toEqual(Array(4).fill('RULE_REFUSED'));
  });

  /** What was done to be in a state. */
  const WAYS: Record<RecommendationState, RecommendationStatus[]> = {
    NONE: [],
    ACCEPTED: ['ACCEPTED'],
    IN_PROGRESS: ['ACCEPTED', 'IN_PROGRESS'],
    COMPLETE: ['ACCEPTED', 'COMPLETE'],
    REJECTED: ['REJECTED'],
    SUPERSEDED: ['ACCEPTED', 'SUPERSEDED'],
  };

  it.each(Object.keys(WAYS) as RecommendationState[])(
    'refuse every status that cannot follow %s, and take every other',
    async (state) => {
      const { id, ...before } = await recorded();
      let { availableActions } = before;
      for (const status of WAYS[state]) {
        const { data } = await progress({ id, status });
        availableActions = data.result.recommendation.availableActions;
      }
      const legal = statuses.filter((status) => recommendationMachine[status].from.includes(state));
      expect([...availableActions].sort()).toEqual([...legal].sort());
      for (const status of statuses) {
        const { data, errors } = await progress({ id, status, validateOnly: true });
        if (legal.includes(status)) expect(data.result.recommendation.status).toBe(status);
        else {
          expect(errors![0]!.extensions).toMatchObject({
            code: 'RULE_REFUSED',
            allowed: availableActions,
            because: [expect.stringContaining(`${status} cannot be done in state ${state}`)],
          });
        }
      }
    },
  );

  it('answer a request that is sent again with the first answer, and refuse its id for anything else', async () => {
    const input = { requestId: requestId(), report: randomUUID() };
    const first = await recorded(input);
    expect((await recorded(input)).id).toBe(first.id);
    const other = await record({ ...input, owner: 'Others' });
    expect(other.errors![0]!.extensions).toMatchObject({ code: 'CONFLICT', field: 'requestId' });
    const update = { requestId: requestId(), id: first.id, status: 'ACCEPTED' };
    const both = await Promise.all([progress(update), progress(update)]);
    expect(both.map(({ data }) => data.result.recommendation.recordVersion)).toEqual([2, 2]);
    expect(both[0].data.result.recommendation.history).toHaveLength(1);
  });

  it('say what has changed since the version that an update was meant for', async () => {
    const { id } = await recorded();
    await progress({ id, status: 'ACCEPTED' });
    const { errors } = await progress({ id, status: 'IN_PROGRESS', expectedVersion: 1 });
    expect(errors![0]!.extensions).toMatchObject({
      code: 'CONFLICT',
      currentVersion: 2,
      differs: [{ field: 'history', before: [], after: [{ on: '2024-06-01', status: 'ACCEPTED', note: null }] }],
    });
  });

  it('can be tried without being recorded or changed', async () => {
    const tried = await recorded({ validateOnly: true });
    const { id } = await recorded();
    expect((await progress({ id, status: 'ACCEPTED', validateOnly: true })).data.result.recommendation.status).toBe(
      'ACCEPTED',
    );
    const { data } = await graph.query(
      `query ($tried: ID!, $id: ID!) { tried: recommendation(id: $tried) { id } recommendation(id: $id) { recordVersion status } }`,
      { tried: tried.id, id },
    );
    expect(data).toEqual({ tried: null, recommendation: { recordVersion: 1, status: null } });
  });

  it('name what is wrong with an update', async () => {
    const { id } = await recorded();
    await progress({ id, status: 'ACCEPTED' });
    const early = await progress({ id, status: 'IN_PROGRESS', on: '2024-05-31' });
    expect(early.errors![0]!.extensions).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ field: 'on', reason: 'is before the latest update, 2024-06-01' }],
    });
    const blank = await progress({ id, status: 'IN_PROGRESS', note: ' ' });
    expect(blank.errors![0]!.extensions).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ field: 'history[1].note', reason: 'is empty' }],
    });
    const missing = await progress({ id: randomUUID(), status: 'ACCEPTED' });
    expect(missing.errors![0]!.extensions.code).toBe('NOT_FOUND');
  });

  it.each(['report', 'number', 'text', 'owner'])('name an empty %s', async (field) => {
    const { errors } = await record({ [field]: ' ' });
    expect(errors![0]!.extensions).toMatchObject({ code: 'INVALID_INPUT', fields: [{ field, reason: 'is empty' }] });
  });
});
