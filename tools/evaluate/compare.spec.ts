import { recordId } from '@throughline/subgraph';
import { type FoundProfile, compare } from './compare';
import type { Expected } from './worked-case';

const source = 'police:06';
const victims = [{ id: recordId('victim', source, 'V') }];
const flag = {
  rule: 'R',
  severity: 'HIGH',
  variants: [],
  missingFamilies: ['A', 'B'],
  consideredFamilies: [],
  outcome: null,
};
const course = {
  group: false,
  victims,
  occasions: [{ day: '2024-01-01' }, { day: '2024-01-02' }],
  candidates: [{ family: 'A', timeLimitExpiresOn: '2024-07-02' }],
  coveredFamilies: ['A'],
  consideredFamilies: [],
};
const found: FoundProfile = { flags: [flag], coursesOfConduct: [course] };
const expected: Expected = {
  flags: { R: { severity: 'HIGH', missingFamilies: ['B', 'A'] } },
  coursesOfConduct: [{ victims: ['V'], occasions: 2, candidates: { A: '2024-07-02' } }],
};

/** What was missed and wrong, of the rules and of courses. */
const differences = (of: Expected, profile: FoundProfile = found) =>
  compare(of, profile, source).map(({ of: what, missed, wrong }) => [what, missed.length, wrong.length]);
const agree = [
  ['R', 0, 0],
  ['COURSE_OF_CONDUCT', 0, 0],
];
const withFlag = (flags: Expected['flags']): Expected => ({ ...expected, flags });
const withCourse = (over: object): Expected => ({
  ...expected,
  coursesOfConduct: [{ ...expected.coursesOfConduct[0]!, ...over }],
});

test('what is as expected agrees, in whatever order, and counts', () => {
  expect(differences(expected)).toEqual(agree);
  expect(compare(expected, found, source)[0]).toMatchObject({ of: 'R', expected: 1, found: 1 });
});

test('a flag that is missing, too many, or of another rule is told', () => {
  expect(differences(expected, { ...found, flags: [] })[0]).toEqual(['R', 1, 0]);
  expect(differences(expected, { ...found, flags: [flag, flag] })[0]).toEqual(['R', 0, 1]);
  expect(differences(withFlag({}))[0]).toEqual(['R', 0, 1]);
  expect(differences(expected, { ...found, flags: [{ ...flag, rule: 'Q' }] }).slice(0, 2)).toEqual([
    ['Q', 0, 1],
    ['R', 1, 0],
  ]);
});

test('a flag of another severity, family or variant is missed, and what is there instead is wrong', () => {
  const one = { severity: 'HIGH', missingFamilies: ['A', 'B'] };
  for (const other of [
    { ...one, severity: 'LOW' },
    { ...one, missingFamilies: ['A'] },
    { severity: 'HIGH' },
    { ...one, variants: ['X'] },
    { ...one, consideredFamilies: ['A'] },
    { ...one, outcome: 'INDETERMINATE' },
  ]) {
    expect(differences(withFlag({ R: other }))[0]).toEqual(['R', 1, 1]);
  }
});

test('of two flags of a rule each is expected once', () => {
  const low = { ...flag, severity: 'LOW' };
  const both = withFlag({ R: [{ severity: 'LOW', missingFamilies: ['A', 'B'] }, { ...expected.flags.R } as never] });
  expect(differences(both, { ...found, flags: [flag, low] })).toEqual(agree);
  expect(differences(both, { ...found, flags: [flag, flag] })[0]).toEqual(['R', 1, 1]);
});

test('a course of conduct is compared in all that is expected of it', () => {
  for (const over of [
    { victims: ['W'] },
    { victims: ['V', 'W'] },
    { group: true },
    { occasions: 3 },
    { candidates: { A: '2024-07-03' } },
    { candidates: { A: '2024-07-02', B: null } },
    { coveredFamilies: [] },
    { consideredFamilies: ['A'] },
  ]) {
    expect(differences(withCourse(over))[1]).toEqual(['COURSE_OF_CONDUCT', 1, 1]);
  }
  expect(differences(withCourse({ coveredFamilies: ['A'], consideredFamilies: [] }))).toEqual(agree);
  expect(differences({ ...expected, coursesOfConduct: [] })[1]).toEqual(['COURSE_OF_CONDUCT', 0, 1]);
});
