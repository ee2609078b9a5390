import { createHash } from 'node:crypto';
import { type Graph, aCase, aGraph } from '../support';
import { take } from '../records';
import { anInspection, caseId, inspectionId, mutate, requestId } from './inspecting';

const SAMPLE = `sample { id seed size frameSize algorithm allocation stratifyBy drawnAt drawnBy frame { areas openedFrom }
  given { key size } strata { key title frame drawn reserve digest }
  files { case { id urn } stratum place availability replaces { id } replacedBecause }
  progress { files replacements unavailable examined outstanding } }`;

/** Eight cases of one area, five of another and three of a third; the last of them cannot be had. */
const places = [
  ['NORTH_WEST', '06', 8],
  ['WESSEX', '44', 5],
  ['LONDON_NORTH', '01', 3],
] as const;
const held = places.flatMap(([area, force, n]) =>
  Array.from({ length: n }, (_one, index) => ({ ref: `${area}-${index}`, area, force })),
);
const idsOf = (area: string) => held.filter((one) => one.area === area).map(({ ref }) => caseId(ref));

/** What anybody can do with no more than the seed and the ids. */
const inOrder = (seed: string, ids: string[]) =>
  ids
    .map((id) => ({ id, hash: createHash('sha256').update(`${seed}\n${id}`).digest('hex') }))
    .sort((a, b) => (a.hash < b.hash ? -1 : 1))
    .map(({ id }) => id);

describe('a sample', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await aGraph();
    await take(graph, [
      anInspection('I1'),
      ...held.map(({ ref, area, force }) => aCase(ref, { area, force, fileAvailability: 'AVAILABLE' })),
      aCase('other', { openedOn: '2010-01-01' }),
    ]);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  const input = (more: object = {}) => ({
    inspectionId: inspectionId('I1'),
    frame: { openedFrom: '2024-01-01' },
    size: 8,
    seed: 'a die was thrown',
    stratifyBy: 'AREA',
    ...more,
  });
  const drawn = async (more: object = {}) => {
    const { data, errors } = await mutate(graph, 'drawSample', input(more), SAMPLE);
    expect(errors).toBeUndefined();
    return data.result.sample;
  };

  it('is what anybody finds who orders the ids by the hash of seed and id', async () => {
    const sample = await drawn();
    // Quotas of 8 from 16: 4, 2.5 and 1.5; the largest remainders are equal, and the larger stratum gets the file.
    expect(sample.strata.map(({ key, frame, drawn: n }: any) => [key, frame, n])).toEqual([
      ['LONDON_NORTH', 3, 1],
      ['NORTH_WEST', 8, 4],
      ['WESSEX', 5, 3],
    ]);
    for (const [area, n] of [
      ['LONDON_NORTH', 1],
      ['NORTH_WEST', 4],
      ['WESSEX', 3],
    ] as const) {
      // prettier-ignore
      const files = sample.files.filter(({ stratum }: any) => stratum === area);
      expect(files.map((file: any) => file.case.id)).toEqual(inOrder(input().seed, idsOf(area)).slice(0, n));
      expect(files.map(({ place }: any) => place)).toEqual(files.map((_file: any, index: number) => index + 1));
      const stratum = sample.strata.find(({ key }: any) => key === area);
      const digest = createHash('sha256').update(idsOf(area).sort().join('\n')).digest('hex');
      expect(stratum.digest).toBe(digest);
    }
    expect(sample).toMatchObject({
      size: 8,
      frameSize: 16,
      seed: 'a die was thrown',
      algorithm: 'SHA-256(seed LF case id), ascending, within each stratum',
      allocation: 'PROPORTIONAL',
      stratifyBy: 'AREA',
      frame: { openedFrom: '2024-01-01', areas: null },
      progress: { files: 8, replacements: 0, unavailable: 0, examined: 0, outstanding: 8 },
    });
    expect(sample.files.map((file: any) => file.case.urn)).toHaveLength(8);
  });

  it('is the same with the same seed, and another with another', async () => {
    const files = (sample: any) => sample.files.map((file: any) => file.case.id);
    const [first, again, other] = [await drawn(), await drawn(), await drawn({ seed: 'another die' })];
    expect(files(again)).toEqual(files(first));
    expect(again.id).not.toBe(first.id);
    expect(files(other)).not.toEqual(files(first));
  });

  it('is drawn once for a request, and not at all where it is only tried', async () => {
    const once = { ...input(), requestId: requestId() };
    const both = await Promise.all([drawn(once), drawn(once)]);
    expect(both[0].id).toBe(both[1].id);
    const tried = await drawn({ validateOnly: true });
    const { data } = await graph.query(`query ($id: ID!) { sample(id: $id) { id } }`, { id: tried.id });
    expect(data.sample).toBeNull();
  });

  it('has equal or given numbers from its strata, and without strata is one', async () => {
    const numbers = (sample: any) => sample.strata.map(({ key, drawn: n }: any) => [key, n]);
    expect(numbers(await drawn({ allocation: 'EQUAL', size: 10 }))).toEqual([
      ['LONDON_NORTH', 3],
      ['NORTH_WEST', 4],
      ['WESSEX', 3],
    ]);
    const given = [{ key: 'WESSEX', size: 5 }, { key: 'NORTH_WEST', size: 1 }]; // prettier-ignore
    const asGiven = await drawn({ allocation: 'GIVEN', size: 6, given });
    expect(numbers(asGiven)).toEqual([
      ['LONDON_NORTH', 0],
      ['NORTH_WEST', 1],
      ['WESSEX', 5],
    ]);
    expect(asGiven.given).toEqual(given);
    const whole = await drawn({ stratifyBy: undefined, size: 4 });
    expect(numbers(whole)).toEqual([['ALL', 4]]);
    const ids = held.map(({ ref }) => caseId(ref));
    expect(whole.files.map((file: any) => file.case.id)).toEqual(inOrder(input().seed, ids).slice(0, 4));
  });

  it.each([
    ['more files than the frame has', { size: 17 }, 'size', 'is more than the frame has: 16'],
    ['no files', { size: 0 }, 'size', 'must be from 1 to 5000'],
    ['no seed', { seed: ' ' }, 'seed', 'must have from 1 to 200 characters'],
    ['an inspection that is not there', { inspectionId: caseId('x') }, 'inspectionId', 'there is no inspection'],
    [
      'given numbers without need',
      { given: [{ key: 'WESSEX', size: 8 }] },
      'given',
      'is for the allocation GIVEN alone',
    ],
    ['GIVEN and nothing given', { allocation: 'GIVEN' }, 'given', 'is required'],
    ['EQUAL without strata', { allocation: 'EQUAL', stratifyBy: null }, 'stratifyBy', 'is required'],
    [
      'given numbers that do not add up',
      { allocation: 'GIVEN', given: [{ key: 'WESSEX', size: 5 }] },
      'given',
      'adds up to 5, not to size, 8',
    ],
    [
      'a stratum that is not there',
      { allocation: 'GIVEN', given: [{ key: 'WESSEXX', size: 8 }] },
      'given[0].key',
      'is not a stratum of this frame',
    ],
    [
      'more than a stratum has',
      { allocation: 'GIVEN', given: [{ key: 'WESSEX', size: 8 }] },
      'given[0].size',
      'is more than the stratum has: 5',
    ],
  ])('is refused with %s, naming the field', async (_what, more, field, reason) => {
    const { errors } = await mutate(graph, 'drawSample', input(more), SAMPLE);
    expect(errors![0]!.extensions).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ field, reason: expect.stringContaining(reason) }],
    });
  });

  it('has the next of its stratum in place of a file that is lost, and keeps the lost one', async () => {
    const sample = await drawn();
    const [lost] = sample.files.filter(({ stratum }: any) => stratum === 'WESSEX');
    const fields = `${SAMPLE} file { availability replacedBecause } replacement { case { id } place replaces { id } }`;
    const record = (more: object) =>
      mutate2('recordFileAvailability', { sampleId: sample.id, caseId: lost.case.id, ...more }, fields);
    const unexplained = await record({ availability: 'DESTROYED' });
    expect(unexplained.errors![0]!.extensions).toMatchObject({ fields: [{ field: 'reason' }] });
    const { data } = await record({ availability: 'DESTROYED', reason: 'Shredded in 2022.' });
    const next = inOrder(input().seed, idsOf('WESSEX'))[3];
    expect(data.result).toMatchObject({
      file: { availability: 'DESTROYED', replacedBecause: 'Shredded in 2022.' },
      replacement: { case: { id: next }, place: 4, replaces: { id: lost.case.id } },
      sample: { progress: { files: 9, replacements: 1, unavailable: 1, outstanding: 8 } },
    });
    const again = await record({ availability: 'AVAILABLE' });
    expect(again.errors![0]!.extensions).toMatchObject({ code: 'RULE_REFUSED' });
    const last = await mutate2(
      'recordFileAvailability',
      { sampleId: sample.id, caseId: next, availability: 'NOT_FOUND', reason: 'Asked twice.' },
      fields,
    );
    expect(last.data.result.replacement.place).toBe(5);
    const none = await mutate2(
      'recordFileAvailability',
      { sampleId: sample.id, caseId: last.data.result.replacement.case.id, availability: 'NOT_FOUND', reason: 'No.' },
      fields,
    );
    expect(none.data.result.replacement).toBeNull();
  });

  /** The input of this mutation is named after the file. */
  const mutate2 = (name: string, given: object, fields: string) =>
    graph.query(`mutation ($input: SampleFileInput!) { result: ${name}(input: $input) { ${fields} } }`, {
      input: { requestId: requestId(), ...given },
    });

  it('is drawn with two statements of the cases and as few of the inspections, however many files', async () => {
    const made = await graph.countStatements(() => drawn({ size: 16 }));
    expect(made.get('cases')!.length).toBeLessThanOrEqual(2);
    expect(made.get('inspections')!.length).toBeLessThanOrEqual(10);
  });

  it('is told with the inspection', async () => {
    const { data } = await graph.query(`query ($id: ID!) { inspection(id: $id) { samples { seed size } } }`, {
      id: inspectionId('I1'),
    });
    expect(data.inspection.samples[0]).toEqual({ seed: 'a die was thrown', size: 8 });
  });
});
