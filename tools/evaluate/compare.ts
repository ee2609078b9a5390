import { recordId } from '@throughline/subgraph';
import type { Expected, ExpectedCourse, ExpectedFlag } from './worked-case';

/** What the graph answers of a suspect, as far as worked cases expect anything of it. */
export interface FoundProfile {
  readonly flags: readonly (Required<ExpectedFlag> & { readonly rule: string })[];
  readonly coursesOfConduct: readonly FoundCourse[];
}

export interface FoundCourse {
  readonly group: boolean;
  readonly victims: readonly ({ readonly id: string } | null)[];
  readonly occasions: readonly { readonly day: string }[];
  readonly candidates: readonly { readonly family: string; readonly timeLimitExpiresOn: string | null }[];
  readonly coveredFamilies: readonly string[];
  readonly consideredFamilies: readonly string[];
}

/** How one rule, or courses of conduct, fared: what was expected is found or missed; what else is found is wrong. */
export interface Outcome {
  /** The rule; `COURSE_OF_CONDUCT` for courses. */
  readonly of: string;
  readonly expected: number;
  readonly found: number;
  /** What was expected and not found, and what was found and not expected, each as JSON. */
  readonly missed: readonly string[];
  readonly wrong: readonly string[];
}

export const COURSES = 'COURSE_OF_CONDUCT';

/** What was expected of a suspect beside what was found, one outcome for each rule in either, and one for courses. */
export function compare({ flags, coursesOfConduct }: Expected, found: FoundProfile, source: string): Outcome[] {
  const names = new Set([...Object.keys(flags), ...found.flags.map(({ rule }) => rule)]);
  const byRule = [...names].sort().map((rule) =>
    outcome(
      rule,
      [flags[rule] ?? []].flat().map((flag) => ({ variants: [], missingFamilies: [], ...flag })),
      found.flags.filter((flag) => flag.rule === rule),
    ),
  );
  const courses = coursesOfConduct.map((course) => ({
    group: false,
    ...course,
    victims: course.victims.map((ref) => recordId('victim', source, ref)),
  }));
  return [...byRule, outcome(COURSES, courses, found.coursesOfConduct.map(shownCourse))];
}

/** A course as worked cases write one. */
const shownCourse = ({ victims, occasions, candidates, ...course }: FoundCourse): ExpectedCourse => ({
  ...course,
  victims: victims.map((victim) => victim?.id ?? 'unseen'),
  occasions: occasions.length,
  candidates: Object.fromEntries(candidates.map(({ family, timeLimitExpiresOn }) => [family, timeLimitExpiresOn])),
});

/** Each thing expected takes the first thing found that is so, which no other can take then. */
function outcome(of: string, expected: readonly object[], found: readonly object[]): Outcome {
  const left = found.map(canonical);
  const missed: string[] = [];
  for (const one of expected.map(canonical)) {
    const match = left.findIndex((other) => Object.entries(one).every(([name, value]) => other[name] === value));
    if (match < 0) missed.push(shown(one));
    else left.splice(match, 1);
  }
  return { of, expected: expected.length, found: found.length, missed, wrong: left.map(shown) };
}

/** Attributes as JSON that is the same for equals: the order of lists and of names means nothing. */
const canonical = (value: object): Record<string, string> =>
  Object.fromEntries(Object.entries(value).map(([name, one]) => [name, JSON.stringify(ordered(one))]));

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, one]) => [name, ordered(one)]));
}

const shown = (attributes: Record<string, string>): string =>
  `{${Object.entries(attributes)
    .map(([name, json]) => `"${name}":${json}`)
    .join(',')}}`;
