import type { RecommendationStatus, RecommendationUpdate } from './recommendation.model';
import { isOverdue, statusOf } from './recommendation.service';

const update = (on: string, status: RecommendationStatus): RecommendationUpdate => ({ on, status, note: null });

describe('the status of a recommendation', () => {
  test('is that of the latest day, however the source orders them', () => {
    const history = [update('2024-06-01', 'COMPLETE'), update('2024-01-01', 'ACCEPTED')];
    expect(statusOf({ history })).toBe('COMPLETE');
  });

  test('is the last listed of those on the latest day', () => {
    const history = [
      update('2024-06-01', 'ACCEPTED'),
      update('2024-06-01', 'IN_PROGRESS'),
      update('2024-01-01', 'REJECTED'),
    ];
    expect(statusOf({ history })).toBe('IN_PROGRESS');
  });

  test('is not known where nothing became of it', () => {
    expect(statusOf({ history: [] })).toBeNull();
  });
});

describe('a recommendation', () => {
  const due = (dueOn: string | null, ...statuses: RecommendationStatus[]) => ({
    dueOn,
    history: statuses.map((status, day) => update(`2024-01-0${day + 1}`, status)),
  });

  test('is not overdue on the day it is due, but the day after', () => {
    expect(isOverdue(due('2024-12-31', 'ACCEPTED'), '2024-12-31')).toBe(false);
    expect(isOverdue(due('2024-12-31', 'ACCEPTED'), '2025-01-01')).toBe(true);
  });

  test('is overdue while it is accepted, in progress or without any status', () => {
    expect(isOverdue(due('2024-12-31', 'ACCEPTED', 'IN_PROGRESS'), '2025-06-01')).toBe(true);
    expect(isOverdue(due('2024-12-31'), '2025-06-01')).toBe(true);
  });

  test.each<RecommendationStatus>(['COMPLETE', 'REJECTED', 'SUPERSEDED'])('is not overdue once it is %s', (status) => {
    expect(isOverdue(due('2024-12-31', 'ACCEPTED', status), '2025-06-01')).toBe(false);
  });

  test('is overdue again where it was reopened', () => {
    expect(isOverdue(due('2024-12-31', 'COMPLETE', 'IN_PROGRESS'), '2025-06-01')).toBe(true);
  });

  test('without a day is never overdue', () => {
    expect(isOverdue(due(null, 'ACCEPTED'), '2025-06-01')).toBe(false);
  });
});
