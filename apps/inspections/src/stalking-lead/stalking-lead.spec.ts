import { Refusal } from '@throughline/subgraph';
import { checkPlace } from './stalking-lead.import';

const pathRefused = (force: string | null, area: string | null): string | undefined => {
  try {
    checkPlace({ force, area });
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.path;
    throw error;
  }
};

test('a lead of a force or of an area is taken', () => {
  expect(pathRefused('06', null)).toBeUndefined();
  expect(pathRefused(null, 'NORTH_WEST')).toBeUndefined();
});

test('a lead of neither or of both is refused', () => {
  expect(pathRefused(null, null)).toBe('force');
  expect(pathRefused('06', 'NORTH_WEST')).toBe('area');
});
