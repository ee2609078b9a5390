import { OffenceFamily, offenceFamilyTitles } from '@throughline/reference';
import type { StatColumn } from '@throughline/subgraph';
import { askCases } from '../files';
import { guidanceRegistry } from '../guidance/guidance.queries';
import { termsOf } from '../guidance/guidance.service';
import { inWords } from '../sample/stratum-title';
import type { Asked } from './asked';
import { type Figure, type FigureRow, sumOf } from './figure';
import {
  type AnswerCount,
  CODE_COMPLIANT,
  type DecisionDays,
  NOT_IN_FORCE,
  answerCounts,
  fittingFamilies,
} from './files.queries';
import { type Fit, NOT_CHARGED, fitOf } from './fit';

const RATINGS = ['FULLY_MEETING', 'PARTIALLY_MEETING', 'NOT_MEETING'] as const;
const COLUMNS = [...RATINGS, 'YES', 'NO', 'NOT_APPLICABLE', NOT_IN_FORCE] as const;
const COLUMN_TITLES: Record<string, string> = { [NOT_IN_FORCE]: 'Judged by guidance of another time' };
/** Columns whose percentages are taken of each other: an answer that applies. */
const APPLICABLE: readonly (readonly string[])[] = [RATINGS, ['YES', 'NO']];

/** Days of the decisions and terms of the guidance, by which answers of another time's guidance are known. */
async function guidanceOfTheTime(asked: Asked) {
  const days = await asked.ofFiles<DecisionDays>('DECISION_DAYS', asked.groups, { by: null, split: false });
  return { days, terms: termsOf(await asked.context.load(guidanceRegistry, 'all')) };
}

/** T1 and T2: questions by how they were answered. */
export async function ratings(asked: Asked): Promise<Figure> {
  const { context, inspection, split } = asked;
  const { days, terms } = await guidanceOfTheTime(asked);
  const parts = await asked.parts();
  const counts = await answerCounts(context.db, parts, inspection.id, days, terms, split);
  const questions = questionsOf(asked, counts);
  const rows = asked.inOrder(parts.map(({ key }) => key)).flatMap((part) =>
    questions.map((question) =>
      ratingRow(
        asked.row(part, question),
        counts.filter(({ key, row }) => key === part && row === question.key),
      ),
    ),
  );
  const examined = asked.files.reduce((sum, file) => sum + file.examined, 0);
  const unfair = counts.filter(({ row, col }) => row === CODE_COMPLIANT && col === NOT_IN_FORCE);
  return {
    title: `${inspection.title}: questions by rating${asked.byTitle}`,
    columns: COLUMNS.map((key) => ({ key, title: COLUMN_TITLES[key] ?? inWords(key) })),
    rows,
    additive: true,
    files: examined,
    notes: (count) => [
      'Percentages are of the files to which the question applies: of those rated, or answered by yes or no. Files to which it does not apply, and files judged by guidance of another time, are counted in columns of their own and in no percentage.',
      'The score gives two points to a file that meets the standard in full and one to one that meets it in part, in per cent of the points that could be had.',
      'Of a file that two examined the moderated examination counts, and until there is one the first.',
      `Guidance of another time was used to judge ${count(sumOf(unfair).n)} of the decisions whose compliance with the Code was assessed.`,
    ],
  };
}

function ratingRow(heading: StatColumn, counts: readonly AnswerCount[]): FigureRow {
  const at = (column: string) => sumOf(counts.filter(({ col }) => col === column));
  const n = (columns: readonly string[]) => columns.reduce((sum, column) => sum + at(column).n, 0);
  const rated = n(RATINGS);
  return {
    ...heading,
    total: n(COLUMNS),
    score:
      rated === 0
        ? null
        : Math.round((1000 * (2 * at('FULLY_MEETING').n + at('PARTIALLY_MEETING').n)) / (2 * rated)) / 10,
    cells: COLUMNS.map((column) => {
      const group = APPLICABLE.find((columns) => columns.includes(column));
      return { ...at(column), of: group ? n(group) : null };
    }),
  };
}

/** Questions in the order in which they are asked, and after them what was answered without being asked. */
function questionsOf({ inspection }: Asked, counts: readonly AnswerCount[]): StatColumn[] {
  const all = inspection.themes.flatMap(({ questions }) => questions);
  const known = all.filter(({ kind }) => kind !== 'FAMILY').map(({ key, text }) => ({ key, title: text }));
  const stray = new Set(
    counts.map(({ row }) => row).filter((row) => row !== CODE_COMPLIANT && !all.some(({ key }) => key === row)),
  );
  return [
    ...known,
    ...[...stray].sort().map((key) => ({ key, title: key })),
    { key: CODE_COMPLIANT, title: 'Did the decision comply with the Code for Crown Prosecutors?' },
  ];
}

interface ChargedCount {
  key: string;
  by: string;
  /** Families charged, separated by commas. */
  row: string;
  n: number;
  ids?: string;
}

const familyTitle = (key: string) => (key === NOT_CHARGED ? 'Not charged' : offenceFamilyTitles[key as OffenceFamily]);

/** T3: what was charged by what the inspector would have charged. */
export async function chargedByAppropriate(asked: Asked): Promise<Figure> {
  const { context, inspection } = asked;
  const { days, terms } = await guidanceOfTheTime(asked);
  const fitting = await fittingFamilies(context.db, asked.groups, inspection.id, days, terms);
  const fair = fitting.filter(({ family }) => family !== null);
  const groups = fair.map(({ key, family, ids, size }) => ({ key: JSON.stringify([key, family]), ids, size }));
  const { figure: charged } = await askCases<ChargedCount[]>(context, 'CHARGED', groups, asked.ofCases);
  const found = charged.map(({ key, by, row, n, ids }) => {
    const [group, appropriate] = JSON.parse(key) as [string, string];
    return { part: asked.partOf(group, by), appropriate, ...fitOf(row ? row.split(',') : [], appropriate), n, ids };
  });
  const families = Object.values(OffenceFamily) as string[];
  const used = (keys: string[]) => [...families, NOT_CHARGED].filter((family) => keys.includes(family));
  const columns = used(found.map(({ appropriate }) => appropriate));
  const rows = asked.inOrder(found.map(({ part }) => part)).flatMap((part) => {
    const here = found.filter((one) => one.part === part);
    const inPart = sumOf(here).n;
    return used(here.map((one) => one.charged)).map((family) => {
      const inRow = here.filter((one) => one.charged === family);
      return {
        ...asked.row(part, { key: family, title: familyTitle(family) }),
        total: sumOf(inRow).n,
        cells: columns.map((column) => ({
          ...sumOf(inRow.filter(({ appropriate }) => appropriate === column)),
          of: inPart,
          label: fitOf(family === NOT_CHARGED ? [] : [family], column).fit,
        })),
      };
    });
  });
  const compared = sumOf(found).n;
  const apart = fitting.filter(({ family }) => family === null).reduce((sum, { size }) => sum + size, 0);
  const fits = (fit: Fit) => sumOf(found.filter((one) => one.fit === fit)).n;
  return {
    title: `${inspection.title}: charged offence by the inspector’s${asked.byTitle}`,
    columns: columns.map((key) => ({ key, title: familyTitle(key) })),
    rows,
    additive: true,
    files: compared,
    notes: (count) => [
      `Of ${count(compared)} files compared, ${count(fits('AGREE'))} agree, ${count(fits('UNDER_CHARGED'))} were charged with less than the inspector’s offence, ${count(fits('OVER_CHARGED'))} with more, ${count(fits('WRONG_FAMILY'))} with another kind of offence, and ${count(fits('NOT_CHARGED'))} not at all.`,
      'An offence is less or more than another where one takes in the other: both limbs of s.4A of the Protection from Harassment Act 1997 each other and the rest, s.2A and s.4 that of s.2. Where several were charged, the one that fits best stands for the file.',
      `${count(apart)} files judged by guidance of another time are left out. Percentages are of the files compared${asked.by === null ? '' : ' in each part'}.`,
    ],
  };
}
