import { invalidInput } from '@throughline/subgraph';
import type { Inspection, QuestionKind } from '../inspection/inspection.model';
import type { ExamineFileInput } from './examination.inputs';
import type { FileExamination } from './examination.model';

/** The field of an answer that each kind of question is answered by. */
const ANSWERED_BY = { RATING: 'rating', YES_NO: 'yes', FAMILY: 'family' } as const satisfies Record<
  QuestionKind,
  string
>;

interface Problem {
  field: string;
  reason: string;
}

/**
 * Refuses answers that the inspection does not ask for, naming each field: of unknown questions, of the wrong kind, twice,
 * or by guidance that the registry does not hold; and days that cannot be. Throws `INVALID_INPUT`.
 */
export function checkExamination(
  { answers, examinedOn }: Pick<ExamineFileInput, 'answers' | 'examinedOn'>,
  { themes, openedOn }: Pick<Inspection, 'themes' | 'openedOn'>,
  registry: readonly { key: string; version: string }[],
  today: string,
): void {
  const kinds = new Map(themes.flatMap(({ questions }) => questions.map(({ key, kind }) => [key, kind])));
  const problems: Problem[] = [];
  if (answers.length === 0) problems.push({ field: 'answers', reason: 'are none' });
  if (examinedOn < openedOn)
    problems.push({ field: 'examinedOn', reason: `is before the inspection opened, ${openedOn}` });
  if (examinedOn > today) problems.push({ field: 'examinedOn', reason: 'is in the future' });
  const answered = new Set<string>();
  for (const [index, answer] of answers.entries()) {
    const at = `answers[${index}]`;
    const kind = kinds.get(answer.question);
    if (!kind) {
      problems.push({ field: `${at}.question`, reason: 'is not a question of this inspection' });
      continue;
    }
    if (answered.has(answer.question)) problems.push({ field: `${at}.question`, reason: 'is answered again' });
    answered.add(answer.question);
    for (const field of Object.values(ANSWERED_BY)) {
      const given = answer[field] !== null && answer[field] !== undefined;
      if (field === ANSWERED_BY[kind]) {
        if (!given)
          problems.push({ field: `${at}.${field}`, reason: `is required: the question is answered by ${field}` });
      } else if (given) {
        problems.push({ field: `${at}.${field}`, reason: `is no answer to a question of kind ${kind}` });
      }
    }
    const { guidance } = answer;
    if (guidance && !registry.some(({ key, version }) => key === guidance.key && version === guidance.version)) {
      problems.push({ field: `${at}.guidance`, reason: 'is not in the registry of guidance' });
    }
  }
  if (problems.length > 0) throw invalidInput(problems);
}

type Made = Pick<FileExamination, 'examiner' | 'examinedOn' | 'moderates'>;

/** Reasons against another examination of a file by somebody. */
export function againstExamining(made: readonly Made[], examiner: string): string[] {
  const own = made.find((one) => one.examiner === examiner && !one.moderates);
  if (own) return [`${examiner} examined this file on ${own.examinedOn}; who examines it again must be somebody else.`];
  if (made.filter(({ moderates }) => !moderates).length < 2) return [];
  return ['The file was examined by two already; moderation settles what they differ in.'];
}

/** Reasons against settling the examinations of a file. */
export function againstModerating(made: readonly Made[]): string[] {
  if (made.some(({ moderates }) => moderates)) return ['The examinations of this file were settled already.'];
  if (made.length < 2) return [`Moderation settles two examinations; this file has ${made.length}.`];
  return [];
}
