import { inWords } from '../sample/stratum-title';
import { type Asked, merged } from './asked';
import { type Figure, type FigureCell, sumOf } from './figure';

interface CellCount {
  key: string;
  by: string;
  row: string;
  col: string;
  n: number;
  ids?: string;
}

const OUTCOMES = ['CHARGE', 'NFA_EVIDENTIAL', 'NFA_PUBLIC_INTEREST', 'OUT_OF_COURT', 'STOP', 'NOT_DECIDED'];
const REASONS = [
  'VICTIM_WITHDREW',
  'EVIDENTIAL',
  'PUBLIC_INTEREST',
  'ADMINISTRATIVE',
  'CONCLUDED',
  'OTHER',
  'NOT_CLOSED',
];
const OUTCOME_TITLES: Record<string, string> = {
  CHARGE: 'Charged',
  OUT_OF_COURT: 'Dealt with out of court',
  STOP: 'Stopped',
};

/** Counts by part: of a part, of its rows, of their columns. */
class Tally {
  constructor(
    private readonly asked: Asked,
    private readonly counts: readonly CellCount[],
  ) {}

  get parts(): string[] {
    return this.asked.inOrder(this.counts.map(({ key, by }) => this.asked.partOf(key, by)));
  }

  at(part: string, row?: string, col?: string): { n: number; ids: string } {
    return sumOf(
      this.counts.filter(
        (one) =>
          this.asked.partOf(one.key, one.by) === part &&
          (row === undefined || one.row === row) &&
          (col === undefined || one.col === col),
      ),
    );
  }
}

/** T4: what was decided by why the case was closed. */
export async function outcomeByReason(asked: Asked): Promise<Figure> {
  const counts = await asked.ofFiles<CellCount[]>('OUTCOME');
  const tally = new Tally(asked, counts);
  return {
    title: `${asked.inspection.title}: outcome by reason${asked.byTitle}`,
    columns: REASONS.map((key) => ({ key, title: inWords(key) })),
    rows: tally.parts.flatMap((part) =>
      OUTCOMES.map((outcome) => ({
        ...asked.row(part, { key: outcome, title: OUTCOME_TITLES[outcome] ?? inWords(outcome) }),
        total: tally.at(part, outcome).n,
        cells: REASONS.map((reason) => ({ ...tally.at(part, outcome, reason), of: tally.at(part).n })),
      })),
    ),
    additive: true,
    files: sumOf(counts).n,
    notes: () => [
      'The outcome is that of the latest decision that ended something or charged somebody; the reason is the one for which the case was closed.',
      `Percentages are of the files${asked.by === null ? '' : ' of each part'}.`,
    ],
  };
}

const STEPS = [
  { key: 'CONSIDERED', title: 'Order considered' },
  { key: 'SOUGHT', title: 'Order applied for' },
  { key: 'MADE', title: 'Order made' },
  { key: 'BREACHED', title: 'Order breached' },
  { key: 'BREACH_ONLY', title: 'Nothing but breaches charged' },
];

/** Files of a kind, by what the orders say of them. */
interface OrderSteps {
  /** Applied for, made, breached: each Y or N. */
  steps: string;
  ids: string;
}

const NO_ORDER = 'NNN';
const ORDERS = 'query ($groups: JSON!) { orderFigures(groups: $groups) }';

/** What cases and orders say of the same files, put together by the ids of those that have orders. */
async function stepsOf(asked: Asked): Promise<{ part: string; came: string; n: number; ids: string }[]> {
  const [decided, { orderFigures }] = await Promise.all([
    asked.ofFiles<CellCount[]>('PROTECTION', asked.groups, { ...asked.ofCases, split: true }),
    asked.context.ask<{ orderFigures: OrderSteps[] }>('orders', ORDERS, { groups: [merged('', asked.groups)] }),
  ]);
  const stepsOfFile = new Map(orderFigures.flatMap(({ steps, ids }) => ids.split(',').map((id) => [id, steps])));
  return decided.flatMap(({ key, by, row, col, ids }) => {
    const kinds = new Map<string, string[]>();
    for (const id of ids!.split(',')) {
      const steps = stepsOfFile.get(id) ?? NO_ORDER;
      const held = kinds.get(steps);
      if (held) held.push(id);
      else kinds.set(steps, [id]);
    }
    const part = asked.partOf(key, by);
    return [...kinds].map(([steps, found]) => ({
      part,
      came: row + steps + col,
      n: found.length,
      ids: asked.split ? found.join(',') : '',
    }));
  });
}

/** T5: how far files came with protective orders. */
export async function protectiveOrders(asked: Asked): Promise<Figure> {
  const found = await stepsOf(asked);
  return {
    title: `${asked.inspection.title}: protective orders${asked.byTitle}`,
    columns: [{ key: 'FILES', title: 'Files' }, ...STEPS],
    rows: asked.inOrder(found.map(({ part }) => part)).map((part) => {
      const here = found.filter((one) => one.part === part);
      const all = sumOf(here);
      const cells = STEPS.map((_step, index) => {
        const reached = here.filter(({ came }) => came[index] === 'Y');
        const before = index === 0 ? here : here.filter(({ came }) => came[index - 1] === 'Y');
        const both = before.filter(({ came }) => came[index] === 'Y');
        return { ...sumOf(reached), of: sumOf(before).n, share: sumOf(both).n };
      });
      return { ...asked.part(part), total: all.n, cells: [{ ...all, of: null }, ...cells] };
    }),
    additive: false,
    files: sumOf(found).n,
    notes: () => [
      'Each column counts the files that came to its step. Percentages are of the files at the step before: how many of those also came to this one.',
      'An order is considered where a decision says so. Orders are those that name the case; bail conditions are none.',
    ],
  };
}

const CHECKED = ['COMPLIANT', 'NOT_COMPLIANT', 'NOT_CHECKED'];
const GAP = 'GAP:';

/** T6: whether the police file met its standard, and what was missing. */
export async function policeFileQuality(asked: Asked): Promise<Figure> {
  const counts = await asked.ofFiles<CellCount[]>('FILE_QUALITY');
  const tally = new Tally(asked, counts);
  const gaps = [...new Set(counts.map(({ col }) => col).filter((col) => col.startsWith(GAP)))].sort();
  return {
    title: `${asked.inspection.title}: quality of police files${asked.byTitle}`,
    columns: [{ key: 'FILES', title: 'Files' }, ...gaps.map((key) => ({ key, title: key.slice(GAP.length) }))],
    rows: tally.parts.flatMap((part) => {
      const checked = tally.at(part, 'COMPLIANT', 'FILES').n + tally.at(part, 'NOT_COMPLIANT', 'FILES').n;
      return CHECKED.map((row) => {
        const files = tally.at(part, row, 'FILES');
        return {
          ...asked.row(part, { key: row, title: inWords(row) }),
          total: files.n,
          cells: [
            { ...files, of: row === 'NOT_CHECKED' ? null : checked, tie: part },
            ...gaps.map((gap) => ({ ...tally.at(part, row, gap), of: row === 'NOT_CHECKED' ? null : files.n })),
          ],
        };
      });
    }),
    additive: false,
    files: sumOf(counts.filter(({ col }) => col === 'FILES')).n,
    notes: () => [
      'By the latest check of each file. A file counts once under each thing that was missing from it.',
      'Percentages of files are of those that were checked; percentages of what was missing are of the files of the row.',
    ],
  };
}

const INTERVALS = [
  { key: 'REPORT_TO_REFERRAL', title: 'From the report to the referral' },
  { key: 'REFERRAL_TO_FIRST_REVIEW', title: 'From the referral to the first review' },
  { key: 'FIRST_REVIEW_TO_DECISION', title: 'From the first review to the decision' },
  { key: 'REPORT_TO_DECISION', title: 'From the report to the decision' },
  { key: 'EARLY_ADVICE', title: 'From the request for early advice to the advice' },
  { key: 'ACTION_PLAN', title: 'From the action plan to the last of it done' },
];

interface DaysCount {
  key: string;
  by: string;
  row: string;
  files: number;
  n: number;
  median: number | null;
  p90: number | null;
  backwards: number;
  ids?: string | null;
}

/** T7: days from step to step. */
export async function timeliness(asked: Asked): Promise<Figure> {
  const counts = await asked.ofFiles<DaysCount[]>('TIMELINESS');
  const rows = asked.inOrder(counts.map(({ key, by }) => asked.partOf(key, by))).flatMap((part) =>
    INTERVALS.map((interval) => {
      const { n, files, median, p90, ids } = counts.find(
        (one) => asked.partOf(one.key, one.by) === part && one.row === interval.key,
      )!;
      const cells: FigureCell[] = [
        { n, of: files, ids: ids ?? '' },
        { n: median, measured: true },
        { n: p90, measured: true },
      ];
      return { ...asked.row(part, interval), total: n, cells };
    }),
  );
  const backwards = counts.reduce((sum, one) => sum + one.backwards, 0);
  return {
    title: `${asked.inspection.title}: timeliness in days${asked.byTitle}`,
    columns: [
      { key: 'FILES', title: 'Files measured' },
      { key: 'MEDIAN', title: 'Median, days' },
      { key: 'P90', title: '90th centile, days' },
    ],
    rows,
    additive: false,
    files: counts.filter(({ row }) => row === 'REPORT_TO_DECISION').reduce((sum, one) => sum + one.files, 0),
    notes: (count) => [
      'The median is the smallest number of days within which half of the files measured had come to the next step, the 90th centile that within which nine in ten had. The percentage of files is of those of the part, measured or not.',
      'The first review is the first decision after the referral other than early advice; the decision is the first to charge, to take no further action or to deal with it out of court. Of early advice and action plans the first of each file is measured, of plans those carried out.',
      `Intervals whose second step is recorded before the first are not measured; there are ${count(backwards)}.`,
    ],
  };
}

const GRADES = ['STANDARD', 'MEDIUM', 'HIGH'];
const INSTRUMENT = 'INSTRUMENT:';

interface RiskCount {
  key: string;
  col: string;
  n: number;
  ids?: string;
}

/** T8: whether the risk was assessed, with what, how gravely, and again. */
export async function riskAssessment(asked: Asked): Promise<Figure> {
  const parts = await asked.parts();
  const [{ riskFigures }] = await Promise.all([
    asked.context.ask<{ riskFigures: RiskCount[] }>(
      'risk-assessments',
      'query ($groups: JSON!, $split: Boolean!) { riskFigures(groups: $groups, split: $split) }',
      { groups: parts.map(({ key, ids, size }) => ({ key, ids, size })), split: asked.split },
    ),
    asked.span(),
  ]);
  const instruments = [
    ...new Set(riskFigures.map(({ col }) => col).filter((col) => col.startsWith(INSTRUMENT))),
  ].sort();
  const columns = [
    { key: 'FILES', title: 'Files' },
    { key: 'PRESENT', title: 'Risk assessed' },
    ...instruments.map((key) => ({ key, title: `With ${key.slice(INSTRUMENT.length)}` })),
    ...GRADES.map((grade) => ({ key: `GRADE:${grade}`, title: `Graded ${grade.toLowerCase()}` })),
    { key: 'REASSESSED', title: 'Assessed again' },
  ];
  return {
    title: `${asked.inspection.title}: risk assessment${asked.byTitle}`,
    columns,
    rows: asked.inOrder(parts.map(({ key }) => key)).map((part) => {
      const whole = parts.filter(({ key }) => key === part);
      const files = whole.reduce((sum, { size }) => sum + size, 0);
      const present = sumOf(riskFigures.filter(({ key, col }) => key === part && col === 'PRESENT')).n;
      return {
        ...asked.part(part),
        total: files,
        cells: columns.map(({ key: column }) => {
          if (column === 'FILES') return { n: files, of: null, ids: whole.map(({ ids }) => ids).join(',') };
          const found = sumOf(riskFigures.filter(({ key, col }) => key === part && col === column));
          const isGrade = column.startsWith('GRADE:');
          return { ...found, of: isGrade ? present : files, tie: isGrade ? part : undefined };
        }),
      };
    }),
    additive: false,
    files: parts.reduce((sum, { size }) => sum + size, 0),
    notes: () => [
      'Counts files, by the assessments that name the case. A file counts under each instrument that was used; the grade is that of the latest assessment.',
      'Percentages are of the files; those of grades are of the files whose risk was assessed.',
    ],
  };
}

const AVAILABILITY = ['AVAILABLE', 'PARTIAL', 'ARCHIVED', 'DESTROYED', 'NOT_FOUND', 'NOT_RECORDED'];

/** Whether the files could be had: as their sample says, and where that says nothing as the case does. */
export async function availability(asked: Asked): Promise<Figure> {
  const groups = asked.files.map(({ key, ids, size }) => ({ key, ids, size }));
  const counts = await asked.ofFiles<CellCount[]>('AVAILABILITY', groups);
  const found = counts.map((one) => {
    const [stratum, said] = JSON.parse(one.key) as [string, string | null];
    return { ...one, part: asked.by === null ? '' : asked.partOf(stratum, one.by), col: said ?? one.col };
  });
  return {
    title: `${asked.inspection.title}: availability of files${asked.byTitle}`,
    columns: AVAILABILITY.map((key) => ({ key, title: inWords(key) })),
    rows: asked.inOrder(found.map(({ part }) => part)).map((part) => {
      const here = found.filter((one) => one.part === part);
      const all = sumOf(here).n;
      return {
        ...asked.part(part),
        total: all,
        cells: AVAILABILITY.map((column) => ({ ...sumOf(here.filter(({ col }) => col === column)), of: all })),
      };
    }),
    additive: true,
    files: sumOf(found).n,
    notes: () => ['As the sample says of each file; of files that it does not speak of, as the case does.'],
  };
}
