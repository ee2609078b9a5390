import { Refusal } from '@throughline/subgraph';
import type { InspectionTheme } from './inspection.model';

/** Answers name a question by its key alone, so a key may stand for one question of the inspection only. */
export function checkKeys(row: Record<string, unknown>): void {
  const themes = row.themes as InspectionTheme[];
  const themeKeys = new Set<string>();
  const questionKeys = new Set<string>();
  themes.forEach(({ key, questions }, t) => {
    claim(themeKeys, key, `themes[${t}].key`, 'theme');
    questions.forEach((question, q) =>
      claim(questionKeys, question.key, `themes[${t}].questions[${q}].key`, 'question'),
    );
  });
}

function claim(taken: Set<string>, key: string, path: string, what: string): void {
  if (taken.has(key)) throw new Refusal(`another ${what} of the inspection has the key ${JSON.stringify(key)}`, path);
  taken.add(key);
}
