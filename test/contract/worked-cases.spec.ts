import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { recordId } from '@throughline/subgraph';
import { parse, print } from 'graphql';
import { type Bundle, type Graph, aGraph } from '../support';
import { describeShared, shared } from './shared';

interface ExpectedFlag {
  severity: string;
  variants?: string[];
  missingFamilies?: string[];
}

interface ExpectedCourse {
  victims: string[];
  group?: boolean;
  occasions: number;
  candidates: Record<string, string | null>;
}

interface Expected {
  asAt: string;
  source: string;
  suspects: Record<
    string,
    { flags: Record<string, ExpectedFlag | ExpectedFlag[]>; coursesOfConduct: ExpectedCourse[] }
  >;
}

const folder = path.join(shared, 'contract/scenarios');
const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');
const byText = (a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
/** What nothing is said of is expected to be empty. */
const flagOf = (rule: string, { severity, variants = [], missingFamilies = [] }: ExpectedFlag) => ({
  rule,
  severity,
  variants: [...variants].sort(),
  missingFamilies: [...missingFamilies].sort(),
});
const expectedFlags = (flags: Expected['suspects'][string]['flags']) =>
  Object.entries(flags)
    .flatMap(([rule, found]) => [found].flat().map((one) => flagOf(rule, one)))
    .sort(byText);

const expectedCourses = (courses: ExpectedCourse[], source: string) =>
  courses
    .map(({ victims, group = false, occasions, candidates }) => ({
      victims: victims.map((ref) => recordId('victim', source, ref)).sort(),
      group,
      occasions,
      candidates: Object.entries(candidates).sort(byText),
    }))
    .sort(byText);

const shownCourses = (courses: any[]) =>
  courses
    .map(({ victims, group, occasions, candidates }) => ({
      victims: victims.map(({ id }: { id: string }) => id).sort(),
      group,
      occasions: occasions.length,
      candidates: candidates.map((one: any) => [one.family, one.timeLimitExpiresOn]).sort(byText),
    }))
    .sort(byText);

describeShared('the worked cases of the contract, all in one graph', () => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.expected.json'));
  const operation = print(
    parse(readFileSync(path.join(shared, 'contract/operations/behaviour-profile.graphql'), 'utf8')),
  );
  let graph: Graph;
  beforeAll(async () => {
    graph = await aGraph();
    const lines = files.flatMap((file) => read(file.replace('.expected.json', '.ndjson')).trim().split('\n'));
    expect((await graph.import(lines.map((line) => JSON.parse(line) as Bundle))).rejects).toEqual([]);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  it.each(files)('%s', async (file) => {
    const { asAt, source, suspects } = JSON.parse(read(file)) as Expected;
    expect(Object.keys(suspects)).not.toEqual([]);
    for (const [ref, expected] of Object.entries(suspects)) {
      const { data, errors } = await graph.query(operation, { id: recordId('suspect', source, ref), asAt });
      expect(errors).toBeUndefined();
      const { flags, coursesOfConduct } = data.suspect.behaviour;
      expect(flags.map((flag: any) => flagOf(flag.rule, flag)).sort(byText)).toEqual(expectedFlags(expected.flags));
      expect(shownCourses(coursesOfConduct)).toEqual(expectedCourses(expected.coursesOfConduct, source));
    }
  });
});
