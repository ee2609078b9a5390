import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { factsOf, idOf, readBundle } from '../test/bundle';
import { type Flag, type Profile, profile } from './index';

const folder = resolve(__dirname, '../../../../shared/contract/scenarios');
const cases = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.expected.json')) : [];
if (cases.length === 0) process.stderr.write(`Skipped: no worked cases of the contract in ${folder}\n`);

interface ExpectedFlag {
  severity: string;
  variants?: string[];
  missingFamilies?: string[];
}

interface Expected {
  asAt: string;
  source: string;
  suspects: Record<string, { flags: Record<string, ExpectedFlag | ExpectedFlag[]>; coursesOfConduct: unknown[] }>;
}

const byText = (a: unknown, b: unknown): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

/** A flag by what is expected of it; a field that nothing is expected of is expected to be empty. */
const shownFlag = ({ severity, variants = [], missingFamilies = [] }: ExpectedFlag | Flag) => ({
  severity,
  variants: [...variants].sort(),
  missingFamilies: [...missingFamilies].sort(),
});

function shownFlags({ flags }: Profile) {
  const rules = [...new Set(flags.map(({ rule }) => rule))];
  return Object.fromEntries(
    rules.map((rule) => [
      rule,
      flags
        .filter((flag) => flag.rule === rule)
        .map(shownFlag)
        .sort(byText),
    ]),
  );
}

const expectedFlags = (flags: Expected['suspects'][string]['flags']) =>
  Object.fromEntries(Object.entries(flags).map(([rule, one]) => [rule, [one].flat().map(shownFlag).sort(byText)]));

const shownCourses = ({ coursesOfConduct }: Profile, source: string) =>
  coursesOfConduct
    .map(({ group, victims, occasions, candidates }) => ({
      victims: victims.map((id) => id.replace(idOf('victim', source, ''), '')),
      ...(group ? { group } : {}),
      occasions: occasions.length,
      candidates: Object.fromEntries(candidates.map(({ family, timeLimitExpiresOn }) => [family, timeLimitExpiresOn])),
    }))
    .sort(byText);

(cases.length === 0 ? describe.skip : describe)('worked cases of the contract', () => {
  test.each(cases.length === 0 ? [''] : cases)('%s', (file) => {
    const { asAt, source, suspects } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Expected;
    const records = readBundle(join(folder, file.replace('.expected.json', '.ndjson')));
    expect(Object.keys(suspects)).not.toEqual([]);
    for (const [ref, expected] of Object.entries(suspects)) {
      const found = profile(factsOf(records, idOf('suspect', source, ref)), asAt);
      expect(shownFlags(found)).toEqual(expectedFlags(expected.flags));
      const courses = expected.coursesOfConduct.map((course) => sorted(course));
      expect(shownCourses(found, source).map(sorted)).toEqual(courses.sort(byText));
    }
  });
});

/** The same value with the keys of objects in order, so that texts of equals are equal. */
function sorted(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
}
