import { nearest } from '@throughline/reference';
import { RiskGrade, londonToday, unknownCode } from '@throughline/subgraph';
import type { RiskInstrument, RiskInstrumentItem } from '../instrument/instrument.model';
import type { RiskAnswer, RiskAssessment } from './assessment.model';

/** Something wrong with what was given, and where. */
export interface Problem {
  field: string;
  reason: string;
}

type Definition = Pick<RiskInstrument, 'items' | 'answers' | 'grades' | 'grading'>;
type Findings = { answers: readonly RiskAnswer[] } & Pick<RiskAssessment, 'grade' | 'overrideReason'>;

/** The answer that counts. */
const POSITIVE = 'YES';

/** What is wrong with findings by the definition of their instrument; nothing where they can be taken. */
export function problemsOf(instrument: Definition, { answers, grade, overrideReason }: Findings): Problem[] {
  const problems = problemsOfAnswers(instrument, answers);
  if (!instrument.grades.includes(grade)) {
    const reason = `is not a grade of the instrument, whose grades are ${list(instrument.grades)}`;
    problems.push({ field: 'grade', reason });
  }
  if (problems.length > 0) return problems;
  const missing = overrideMissing({ grade, overrideReason, computedGrade: computedGrade(instrument, answers) });
  return missing === null ? [] : [{ field: 'overrideReason', reason: missing }];
}

function problemsOfAnswers({ items, answers: known }: Definition, answers: readonly RiskAnswer[]): Problem[] {
  const codes = items.map(({ code }) => code);
  const first = new Map<string, number>();
  return answers.flatMap(({ item, answer }, n) => {
    const problems: Problem[] = [];
    const before = first.get(item);
    if (!codes.includes(item)) problems.push({ field: `answers[${n}].item`, reason: unknownCode(item, codes) });
    else if (before === undefined) first.set(item, n);
    else problems.push({ field: `answers[${n}].item`, reason: `is answered already, by answers[${before}]` });
    if (!known.includes(answer)) problems.push({ field: `answers[${n}].answer`, reason: unknownCode(answer, known) });
    return problems;
  });
}

/** What is missing where an assessor departed from the computed grade without saying why; null where nothing is. */
export function overrideMissing({
  grade,
  computedGrade,
  overrideReason,
}: Pick<RiskAssessment, 'grade' | 'computedGrade' | 'overrideReason'>): string | null {
  if (computedGrade === null || computedGrade === grade || overrideReason !== null) return null;
  return `is required where the grade (${grade}) is not the computed one (${computedGrade})`;
}

/**
 * The grade that answers come to: the product’s own method for demonstration, not that of any instrument’s rights
 * holder and never an official one, because definitions as supplied say nothing of thresholds.
 *
 * - `PROFESSIONAL_JUDGEMENT`: none; a person judges.
 * - `COUNT`: the highest grade where any item that points to high risk by itself is answered YES, or at least half of
 *   all items are; the middle grade where at least a quarter are; else the lowest.
 * - `WEIGHTED`: as `COUNT`, each item that points to high risk by itself weighing as two.
 *
 * None either where nothing was answered, where the instrument has no answer YES, or where what it comes to is a grade
 * of the instrument that records do not have.
 */
export function computedGrade(instrument: Definition, answers: readonly RiskAnswer[]): RiskGrade | null {
  switch (instrument.grading) {
    case 'COUNT':
      return gradeByWeight(instrument, answers, () => 1);
    case 'WEIGHTED':
      return gradeByWeight(instrument, answers, ({ highRisk }) => (highRisk ? 2 : 1));
    case 'PROFESSIONAL_JUDGEMENT':
    case null:
      return null;
  }
}

function gradeByWeight(
  { items, answers: known, grades }: Definition,
  answers: readonly RiskAnswer[],
  weight: (item: RiskInstrumentItem) => number,
): RiskGrade | null {
  if (answers.length === 0 || !known.includes(POSITIVE)) return null;
  const positive = new Set(answers.filter(({ answer }) => answer === POSITIVE).map(({ item }) => item));
  const pointing = items.filter(({ code }) => positive.has(code));
  const share = sum(pointing.map(weight)) / sum(items.map(weight));
  const highest = pointing.some(({ highRisk }) => highRisk) || share >= 1 / 2;
  return recorded(highest ? grades.at(-1) : share >= 1 / 4 ? grades[middleOf(grades)] : grades[0]);
}

/** Of two in the middle, the higher. */
function middleOf(grades: readonly string[]): number {
  return Math.floor(grades.length / 2);
}

function recorded(grade: string | undefined): RiskGrade | null {
  return Object.values(RiskGrade).find((known) => known === grade) ?? null;
}

/** Why there is no such instrument, with the nearest that there is. */
export function unknownInstrument(
  key: string,
  version: string,
  register: readonly Pick<RiskInstrument, 'key' | 'version'>[],
): string {
  const versions = versionsOf(key, register);
  if (versions.length > 0) {
    const near = nearest(version, versions);
    const offer = near === undefined ? `it has ${list(versions)}` : `the nearest known one is ${near}`;
    return `the instrument ${key} has no version ${JSON.stringify(version)}; ${offer}`;
  }
  const near = nearest(
    key,
    register.map((instrument) => instrument.key),
  );
  const offer =
    near === undefined ? '' : `; the nearest known one is ${near}, version ${list(versionsOf(near, register))}`;
  return `no instrument ${JSON.stringify(key)} is registered${offer}`;
}

function versionsOf(key: string, register: readonly Pick<RiskInstrument, 'key' | 'version'>[]): string[] {
  return [...new Set(register.filter((instrument) => instrument.key === key).map(({ version }) => version))];
}

type Made = Pick<RiskAssessment, 'assessedAt' | 'timeKnown'>;

/** Whether one was made before another: by the moment where both are known, else by the day in London. */
export function isBefore(one: Made, other: Made): boolean {
  const [a, b] = [new Date(one.assessedAt), new Date(other.assessedAt)];
  return one.timeKnown && other.timeKnown ? a < b : londonToday(a) < londonToday(b);
}

const list = (names: readonly string[]) => names.join(', ');
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
