import { randomUUID } from 'node:crypto';
import { type Graph, aBreach, aGraph, aSuspect, aVictim, anOrder, idOf } from '../support';
import { type HeldFlag, behaviourOf, holdFlags } from './flags';

const REVIEW = `mutation ReviewFlag($input: ReviewFlagInput!) { reviewFlag(input: $input) {
  flag { id review { status reason reviewedAt reviewedBy returned } reviews { status reason reviewedBy } } } }`;
const SHOW = `query ($id: ID!) { flag(id: $id) {
  review { status reason reviewedAt returned returnedAt note } reviews { status reason reviewedAt reviewedBy } } }`;

let graph: Graph;
let flag: HeldFlag;
beforeAll(async () => {
  graph = await aGraph();
});
beforeEach(async () => {
  [flag] = (await holdFlags(graph, [{}])) as [HeldFlag];
});
afterAll(() => graph[Symbol.asyncDispose]());

const review = (input: object, of: Graph = graph) =>
  of.query(REVIEW, {
    input: { requestId: randomUUID(), flagId: flag.id, status: 'ACCEPTED', reason: 'It is so.', ...input },
  });
const shown = async (id = flag.id): Promise<any> => (await graph.query(SHOW, { id })).data.flag;

it.each(['ACCEPTED', 'DISMISSED', 'REFERRED'])('%s stands with its reason, who and when', async (status) => {
  const before = Date.now();
  const { data, errors } = await review({ status, reason: 'Known to the team.' });
  expect(errors).toBeUndefined();
  expect(data.reviewFlag.flag).toEqual({
    id: flag.id,
    review: {
      status,
      reason: 'Known to the team.',
      reviewedAt: expect.any(String),
      reviewedBy: expect.any(String),
      returned: false,
    },
    reviews: [{ status, reason: 'Known to the team.', reviewedBy: expect.any(String) }],
  });
  expect(Date.parse(data.reviewFlag.flag.review.reviewedAt)).toBeGreaterThanOrEqual(before - 1000);
  expect(await shown()).toMatchObject({ review: { status, reason: 'Known to the team.' } });
});

it('keeps every review, newest first', async () => {
  await review({ status: 'REFERRED', reason: 'First.' });
  await review({ status: 'DISMISSED', reason: 'Second.' });
  const { review: last, reviews } = await shown();
  expect(reviews.map(({ status, reason }: any) => [status, reason])).toEqual([
    ['DISMISSED', 'Second.'],
    ['REFERRED', 'First.'],
  ]);
  expect(last).toMatchObject({ status: 'DISMISSED', reason: 'Second.', reviewedAt: reviews[0].reviewedAt });
});

it('is found in the queue by how its review stands', async () => {
  await review({ status: 'REFERRED' });
  const { data } = await graph.query(
    `query ($filter: FlagFilter) { flagQueue(filter: $filter) { edges { node { id review { status } } } } }`,
    { filter: { suspectId: flag.person, reviewStatus: ['REFERRED'] } },
  );
  expect(data.flagQueue.edges).toEqual([{ node: { id: flag.id, review: { status: 'REFERRED' } } }]);
});

it('is made once however often it is sent, and brings the first answer again', async () => {
  const input = { requestId: randomUUID(), status: 'DISMISSED', reason: 'Once.' };
  const first = await review(input);
  await review({ status: 'ACCEPTED', reason: 'Later.' });
  const again = await review(input);
  expect(again.data.reviewFlag.flag.review).toEqual(first.data.reviewFlag.flag.review);
  expect((await shown()).reviews).toHaveLength(2);
  expect(await shown()).toMatchObject({ review: { status: 'ACCEPTED' } });
  const other = await review({ ...input, reason: 'Other words.' });
  expect(other.errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', field: 'requestId' });
});

it('only tries where it is asked to', async () => {
  const { data } = await review({ validateOnly: true, status: 'DISMISSED' });
  expect(data.reviewFlag.flag.review.status).toBe('DISMISSED');
  expect(await shown()).toMatchObject({ review: { status: 'OPEN' }, reviews: [] });
});

it('loses none of many at once, and the one that came last stands', async () => {
  const reasons = Array.from({ length: 12 }, (_none, n) => `Reason ${n}.`);
  const answers = await Promise.all(
    reasons.map((reason, n) => review({ reason, status: n % 2 ? 'ACCEPTED' : 'REFERRED' })),
  );
  expect(answers.flatMap(({ errors }) => errors ?? [])).toEqual([]);
  const { review: last, reviews } = await shown();
  expect(reviews.map(({ reason }: any) => reason).sort()).toEqual([...reasons].sort());
  const { status, reason, reviewedAt } = reviews[0];
  expect(last).toMatchObject({ status, reason, reviewedAt });
});

it('sent twice at the same moment is one review', async () => {
  const input = { requestId: randomUUID(), reason: 'Both hands.' };
  const answers = await Promise.all([review(input), review(input)]);
  expect(answers.flatMap(({ errors }) => errors ?? [])).toEqual([]);
  expect((await shown()).reviews).toHaveLength(1);
});

describe('refuses', () => {
  it.each([
    ['OPEN, which is no review', { status: 'OPEN' }, 'status'],
    ['a reason of blanks', { reason: ' \n ' }, 'reason'],
    ['a reason that cannot be stored', { reason: 'a\u0000b' }, 'reason'],
    ['no requestId', { requestId: ' ' }, 'requestId'],
  ])('%s', async (_what, input, field) => {
    const { errors } = await review(input);
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ field, reason: expect.any(String) }],
    });
    expect((await shown()).reviews).toEqual([]);
  });

  it.each([randomUUID(), 'no uuid'])('a flag that is not there: %s', async (flagId) => {
    const { errors } = await review({ flagId });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND', field: 'flagId' });
  });

  it('a flag that is closed, with the reason', async () => {
    const [closed] = await holdFlags(graph, [{ closedAt: '2024-06-01T00:00:00Z' }]);
    const { errors } = await review({ flagId: closed!.id });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'RULE_REFUSED',
      because: ['The facts have not supported this flag since 2024-06-01T00:00:00Z: it is closed.'],
    });
    expect((await shown(closed!.id)).reviews).toEqual([]);
  });

  it('to change or forget a review that was made', async () => {
    await review({});
    const db = behaviourOf(graph);
    await expect(db.query(`UPDATE behaviour.flag_review SET reason = 'No.'`)).rejects.toThrow(/permission denied/);
    await expect(db.query('DELETE FROM behaviour.flag_review')).rejects.toThrow(/permission denied/);
  });
});

it('comes back when the facts change after it was dismissed, and keeps what was said', async () => {
  await using live = await aGraph({ index: true });
  await live.import([
    aSuspect('S1'),
    aVictim('V1'),
    anOrder('O1'),
    aBreach('B1', { reportedAt: '2024-04-01T12:00:00Z' }),
  ]);
  await live.indexed();
  const ask = async () => {
    const { data } = await live.query(
      `query ($id: ID!) { suspect(id: $id) { behaviour { flags { id rule review { status reason returned returnedAt note } } } } }`,
      { id: idOf('suspect', 'S1') },
    );
    return data.suspect.behaviour.flags.find(({ rule }: any) => rule === 'RISK_NOT_REASSESSED');
  };
  const { id: flagId } = await ask();
  const { errors } = await review({ flagId, status: 'DISMISSED', reason: 'Seen by the team.' }, live);
  expect(errors).toBeUndefined();
  expect((await ask()).review).toMatchObject({ status: 'DISMISSED', returned: false, note: null });
  await live.import([aBreach('B2', { occurredAt: '2024-05-01T10:00:00Z', reportedAt: '2024-05-01T12:00:00Z' })]);
  await live.indexed();
  expect((await ask()).review).toEqual({
    status: 'OPEN',
    reason: 'Seen by the team.',
    returned: true,
    returnedAt: expect.any(String),
    note: expect.stringContaining('dismissed'),
  });
  await review({ flagId, status: 'ACCEPTED', reason: 'Now it matters.' }, live);
  expect((await ask()).review).toMatchObject({ status: 'ACCEPTED', returned: false, note: null });
});
