import {
  type CriterionAnswer,
  type Definition,
  type Flag,
  type Omission,
  type Rule,
  type RuleId,
  type Source,
  defaultThresholds,
  endOfLondonDay,
  evaluate,
  kindsOf,
  nextChange,
  profile,
  rules,
  severities,
} from '@throughline/conduct';
import { londonToday, recordId } from '@throughline/subgraph';
import type { Person } from './facts.service';
import { factsHash, hashOf } from './facts-hash';
import { AttributesOf, type RowAttributes } from './row-attributes';

/** What the index holds about one person. */
export interface Entry {
  person: string;
  linkedIds: readonly string[];
  caseIds: readonly string[];
  guidance: readonly string[];
  /** Of all that is known about them: while it is the same, only time has passed. */
  factsHash: string;
  /** When something of it may next be otherwise by time alone. */
  dueAt: string | null;
  flags: FlagRow[];
  meetings: MeetingRow[];
}

export interface FlagRow extends RowAttributes {
  id: string;
  key: string;
  severity: number;
  factsHash: string;
  /** Of everything that is stored of it. */
  contentHash: string;
  flag: Flag;
}

/** That a person meets a version of a definition. */
export interface MeetingRow extends RowAttributes {
  definition: string;
  version: string;
  figures: Omit<CriterionAnswer, 'because'>[];
}

/** One version of a definition, as it is published. */
export type PublishedDefinition = Definition & { readonly key: string; readonly version: string };

/** Goes up whenever something else is stored of the same facts by the same rules. */
const VERSION = 2;

/** What decides what is stored of facts: an index that was made by something else is to be made again. */
export const madeBy: string = JSON.stringify({
  version: VERSION,
  rules: rules.map(({ id, version }: Rule) => `${id}@${version}`),
  thresholds: defaultThresholds,
});

/** The id of the flag with a key: the same as its facts come and go. */
export const flagId = (key: string): string => recordId('flag', 'throughline', key);

const mustSee = (id: RuleId) => rules.find((rule: Rule) => rule.id === id)!.mustSee;

const namedBy = (omissions: readonly Omission[]): Source[] => omissions.flatMap(({ source }) => source ?? []);

/** What is to be held about a person as at a moment (ISO 8601). */
export function entryOf(person: Person, definitions: readonly PublishedDefinition[], asAt: string): Entry {
  const { linkedIds, caseIds, guidance, facts } = person;
  const attributes = new AttributesOf(facts);
  const flags = profile(facts, asAt).flags.map((flag) => {
    const rows = attributes.of([...flag.restsOn, ...namedBy(flag.notConsidered)], mustSee(flag.rule));
    return {
      id: flagId(flag.key),
      key: flag.key,
      severity: severities.indexOf(flag.severity),
      factsHash: factsHash(flag),
      contentHash: hashOf([madeBy, linkedIds, flag, rows]),
      flag,
      ...rows,
    };
  });
  const met = definitions.flatMap((definition) => {
    const answer = evaluate(definition, facts, asAt);
    return answer.met ? [{ definition, criteria: answer.criteria }] : [];
  });
  const meetings = met.map(({ definition: { key, version, criteria: asked }, criteria }) => ({
    definition: key,
    version,
    figures: criteria.map(({ because, ...figure }) => figure),
    ...attributes.of(
      criteria.flatMap(({ because }) => because.map(({ source }): Source => source)),
      [...new Set(asked.flatMap(kindsOf))],
    ),
  }));
  const isWindowed = met.some(({ definition }) =>
    definition.criteria.some(({ withinMonths }) => withinMonths !== null),
  );
  // What lies within so many months can only grow less as time passes, and does so at the end of a day.
  const endOfDay = isWindowed ? new Date(endOfLondonDay(londonToday(new Date(asAt)))).toISOString() : null;
  const dueAt = [nextChange(facts, asAt), endOfDay].filter((moment) => moment !== null).sort()[0] ?? null;
  return {
    person: linkedIds[0]!,
    linkedIds,
    caseIds,
    guidance,
    factsHash: hashOf([madeBy, facts]),
    dueAt,
    flags,
    meetings,
  };
}
