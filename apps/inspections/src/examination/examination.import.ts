import { Refusal } from '@throughline/subgraph';
import type { ExaminationAnswer } from './examination.model';

/** Each question is answered once, in one way: by a rating, by yes or no, or by a family. */
export function checkAnswers(row: Record<string, unknown>): void {
  const answered = new Set<string>();
  (row.answers as ExaminationAnswer[]).forEach((answer, index) => {
    const { question, rating, yes, family } = answer;
    const path = `answers[${index}]`;
    const given = Object.entries({ rating, yes, family }).filter(([, value]) => value !== null);
    if (given.length > 1) {
      throw new Refusal(
        `gives ${given.map(([name]) => name).join(' and ')}, but a question has one kind of answer`,
        path,
      );
    }
    if (answered.has(question)) throw new Refusal(`answers ${JSON.stringify(question)} again`, `${path}.question`);
    answered.add(question);
  });
}
