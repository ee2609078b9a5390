import { Refusal } from '@throughline/subgraph';
import { checkKeys } from './inspection.import';

const theme = (key: string, ...questions: string[]) => ({
  key,
  title: key,
  questions: questions.map((question) => ({ key: question, text: question, kind: 'RATING' })),
});

const pathRefused = (...themes: ReturnType<typeof theme>[]): string | undefined => {
  try {
    checkKeys({ themes });
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.path;
    throw error;
  }
};

test('keys that are all different are taken', () => {
  expect(pathRefused(theme('A', 'a1', 'a2'), theme('B', 'b1'))).toBeUndefined();
});

test('a theme and a question may share a key', () => {
  expect(pathRefused(theme('A', 'A'), theme('B', 'B'))).toBeUndefined();
});

test('two themes of one key are refused, at the second', () => {
  expect(pathRefused(theme('A', 'a1'), theme('A', 'a2'))).toBe('themes[1].key');
});

test('two questions of one key are refused, within a theme and across themes', () => {
  expect(pathRefused(theme('A', 'a1', 'a1'))).toBe('themes[0].questions[1].key');
  expect(pathRefused(theme('A', 'a1'), theme('B', 'b1', 'a1'))).toBe('themes[1].questions[1].key');
});
