import { type Bundle, type Graph, aCase, aCharge, aDecision, aGraph, aRecordedCrime, anIncident } from '../support';
import { take } from '../records';

const STALKING = '195/12';
const HARASSMENT = '195/94';

/** A case with acts of stalking on two days, described as said: recorded, decided and charged. */
const aDescribed = (
  ref: string,
  [recorded, decided, charged]: [recorded?: string, decided?: string, charged?: string],
  fields: object = {},
): Bundle[] => [
  aCase(ref, fields),
  anIncident(`${ref}-1`, { case: ref }),
  anIncident(`${ref}-2`, { case: ref, occurredFrom: '2024-01-04T10:00:00Z' }),
  ...(recorded ? [aRecordedCrime(`${ref}-r`, { case: ref, principalOffence: recorded })] : []),
  ...(decided ? [aDecision(`${ref}-d`, { case: ref, considered: [{ family: decided, accepted: true }] })] : []),
  ...(charged ? [aCharge(`${ref}-c`, { case: ref, offence: charged })] : []),
];

describe('the consistency of description', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await aGraph();
    await take(graph, [
      ...aDescribed('throughout', [STALKING, 'STALKING_FEAR', 'PH97010']),
      ...aDescribed('never', [HARASSMENT, undefined, 'PH97004']),
      ...aDescribed('lost', [STALKING, 'STALKING', 'PH97004'], { force: '44', area: 'WESSEX' }),
      ...aDescribed('found', [HARASSMENT, 'STALKING', 'PH97006'], { openedOn: '2019-05-01' }),
      ...aDescribed('back', [STALKING, 'HARASSMENT', 'PH97006']),
      ...aDescribed('once', [STALKING]),
      ...aDescribed('nowhere', []),
      // Found as an included classification.
      aCase('included'),
      anIncident('included-1', { case: 'included' }),
      anIncident('included-2', { case: 'included', occurredFrom: '2024-01-04T10:00:00Z' }),
      aRecordedCrime('included-r', { case: 'included', principalOffence: HARASSMENT, includedClassifications: [STALKING] }), // prettier-ignore
      aCharge('included-c', { case: 'included' }),
      // None of these is about acts of stalking on two days.
      aCase('one-day'),
      anIncident('one-day-1', { case: 'one-day' }),
      anIncident('one-day-2', { case: 'one-day', occurredFrom: '2024-01-02T22:00:00Z' }),
      aCase('disproved'),
      anIncident('disproved-1', { case: 'disproved' }),
      anIncident('disproved-2', { case: 'disproved', occurredFrom: '2024-01-04T10:00:00Z', evidence: 'DISPROVED' }),
      aCase('assault'),
      anIncident('assault-1', { case: 'assault', behaviours: ['ASSAULT'] }),
      anIncident('assault-2', { case: 'assault', behaviours: ['ASSAULT'], occurredFrom: '2024-01-04T10:00:00Z' }),
    ]);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  const ask = async (by: string, filter: object = {}) => {
    const { data, errors } = await graph.query(
      `query ($by: CaseDimension!, $filter: CaseFilter) { descriptionConsistency(by: $by, filter: $filter) {
        columns { key } rows { key cells { value of percent } total } columnTotals denominator comparabilityBreaks { from } svg } }`,
      { by, filter },
    );
    expect(errors).toBeUndefined();
    return data.descriptionConsistency;
  };
  const named = ({ columns, columnTotals }: any) =>
    Object.fromEntries(columns.map(({ key }: any, c: number) => [key, columnTotals[c]]));

  it('tells how conduct was described from the record to the charge', async () => {
    const table = await ask('FORCE');
    expect(named(table)).toEqual({
      THROUGHOUT: 2,
      NEVER: 1,
      LOST: 1,
      FOUND: 1,
      AND_BACK: 1,
      ONCE_STALKING: 1,
      ONCE_OTHER: 0,
      NOT_DESCRIBED: 1,
    });
    expect(table.denominator).toBe(8);
    expect(table.rows.map(({ key, total }: any) => [key, total])).toEqual([['06', 7], ['44', 1]]); // prettier-ignore
    expect(table.rows[0].cells[0]).toEqual({ value: 2, of: 7, percent: 28.6 });
    expect(table.svg).toContain('<svg');
  });

  it('by time names the recording rules that changed meanwhile, and by filter counts less', async () => {
    const table = await ask('YEAR');
    expect(table.rows.map(({ key }: any) => key)).toEqual(['2019', '2024']);
    expect(table.comparabilityBreaks.map(({ from }: any) => from)).toEqual(['2020-04-01', '2023-05-01']);
    expect((await ask('AREA', { areas: ['WESSEX'] })).denominator).toBe(1);
  });
});
