import { recordId } from '@throughline/subgraph';
import { InspectionTableBy, InspectionTableKind } from '../../apps/inspections/src/table/inspection-table.model';
import { demoWorld } from '../../tools/demo/demo-world';
import { type Bundle, type Graph, aGraph } from '../support';
import { mutate } from './inspecting';

const KINDS = Object.keys(InspectionTableKind);
const BY = [undefined, ...Object.keys(InspectionTableBy)];

describe('the demo world', () => {
  let graph: Graph;
  const world = [...demoWorld({})] as object[] as Bundle[];
  const examinations = world.filter(({ type }) => type === 'fileExamination');
  const id = recordId('inspection', 'hmcpsi', 'demo/inspection-1');
  beforeAll(async () => {
    graph = await aGraph();
    expect((await graph.import(world)).rejects).toEqual([]);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  const table = async (kind: string, by?: string) => {
    const { data, errors } = await graph.query(
      `query ($id: ID!, $kind: InspectionTableKind!, $by: InspectionTableBy) { inspection(id: $id) { table(kind: $kind, by: $by) {
        columns { key } rows { key cells { value of percent low high } total } denominator notes } } }`,
      { id, kind, by },
    );
    expect(errors).toBeUndefined();
    return data.inspection.table;
  };

  it('has files of every sort in every table, by whatever it is taken apart', async () => {
    for (const kind of KINDS) {
      for (const by of BY) {
        const found = await table(kind, by);
        expect({ kind, by, denominator: found.denominator > 0 }).toEqual({ kind, by, denominator: true });
        const cells = found.rows.flatMap((row: any) => row.cells);
        expect(cells.some(({ value }: any) => value > 0)).toBe(true);
        for (const { of, percent, low, high } of cells) {
          if (percent === null) continue;
          expect(of).toBeGreaterThan(0);
          expect(low).toBeLessThanOrEqual(percent);
          expect(high).toBeGreaterThanOrEqual(percent);
        }
      }
    }
  }, 120_000);

  it('gives ratings as a count over the bundle does', async () => {
    const { columns, rows } = await table('QUESTION_BY_RATING');
    const answers = examinations.flatMap((record) => record.answers as { question: string; rating?: string }[]);
    for (const question of ['WHOLE_CONDUCT', 'REASONS', 'EFFECT', 'RISK_AGAIN']) {
      const row = rows.find(({ key }: { key: string }) => key === question);
      expect(row.total).toBe(answers.filter((answer) => answer.question === question && answer.rating).length);
      const at = (rating: string) => row.cells[columns.findIndex(({ key }: { key: string }) => key === rating)].value;
      // Some of these were judged by guidance of another time, and stand in their own column.
      for (const rating of ['FULLY_MEETING', 'NOT_MEETING']) {
        const given = answers.filter((answer) => answer.question === question && answer.rating === rating).length;
        expect(at(rating)).toBeLessThanOrEqual(given);
        expect(at(rating)).toBeGreaterThanOrEqual(given - at('NOT_IN_FORCE'));
      }
    }
  });

  it('gives a sample of every area, of which a file is examined', async () => {
    const drawn = await mutate(
      graph,
      'drawSample',
      { inspectionId: id, frame: { decidedFrom: '2024-01-01' }, size: 60, seed: 'demo', stratifyBy: 'AREA' },
      'sample { frameSize strata { key frame drawn } files { case { id urn openedOn } availability } }',
    );
    expect(drawn.errors).toBeUndefined();
    const { strata, files, frameSize } = drawn.data.result.sample;
    expect(files).toHaveLength(60);
    const sum = (of: 'frame' | 'drawn') => strata.reduce((n: number, stratum: any) => n + stratum[of], 0);
    expect([sum('frame'), sum('drawn')]).toEqual([frameSize, 60]);
    const asked = (await table('QUESTION_BY_RATING')).denominator;
    const { data, errors } = await mutate(
      graph,
      'examineFile',
      {
        inspectionId: id,
        caseId: files[0].case.id,
        examiner: 'somebody new',
        examinedOn: new Date().toISOString().slice(0, 10),
        answers: [{ question: 'REASONS', rating: 'NOT_APPLICABLE' }, { question: 'ORDER_ASKED', yes: true }], // prettier-ignore
      },
      'examination { id answers { question { key } rating yes } }',
    );
    expect(errors).toBeUndefined();
    expect(data.result.examination.answers).toHaveLength(2);
    expect((await table('QUESTION_BY_RATING')).denominator - asked).toBeLessThanOrEqual(1);
  });
});
