import { behaviourAt, unseenKinds } from './behaviour';
import type { CourseOfConduct } from './courses';
import type { GuidanceReference, SuspectFacts } from './facts';
import type { VictimOmission } from './known';
import type { Occasion } from './occasions';
import { type Omission, type SourceType, compare, distinctReasons, distinctSources } from './reason';
import { type Behaviour, type Finding, type Flag, type Rule, severities } from './rule';
import { rules } from './rules';
import { type Thresholds, defaultThresholds } from './thresholds';

/** What the facts about one person show as at a moment. */
export interface Profile {
  /** By victim and day. */
  readonly occasions: readonly Occasion[];
  readonly coursesOfConduct: readonly CourseOfConduct[];
  /** The gravest first. */
  readonly flags: readonly Flag[];
  readonly notConsidered: readonly Omission[];
}

/** The facts as at a moment (ISO 8601 with a zone), by occasions, courses of conduct and every rule. */
export function profile(facts: SuspectFacts, asAt: string, thresholds: Thresholds = defaultThresholds): Profile {
  const behaviour = behaviourAt(facts, asAt, thresholds);
  const omissions = [...behaviour.omissions, ...unregistered(behaviour)].sort(compareOmissions);
  const flags = rules.flatMap((rule) =>
    rule.find(behaviour).map((finding) => signed(rule, finding, thresholds, omissions)),
  );
  return {
    occasions: behaviour.occasions,
    coursesOfConduct: behaviour.courses,
    flags: flags.sort((a, b) => gravity(b) - gravity(a) || compare(a.key, b.key)),
    notConsidered: [...unseenKinds(behaviour.unseen), ...omissions.map(withoutVictims)],
  };
}

const gravity = ({ severity }: Flag): number => severities.indexOf(severity);

function signed(rule: Rule, finding: Finding, thresholds: Thresholds, omissions: readonly VictimOmission[]): Flag {
  const { subject, because, restsOn = [], guidance = [], ...found } = finding;
  return {
    key: `${rule.id}:${subject}`,
    rule: rule.id,
    ruleVersion: rule.version,
    title: rule.title,
    variants: [],
    missingFamilies: [],
    consideredFamilies: [],
    outcome: null,
    because: distinctReasons(because),
    restsOn: distinctSources([...because.map(({ source }) => source), ...restsOn]),
    thresholds: rule.thresholds.map((name) => ({ name, value: thresholds[name] })),
    notConsidered: omissions
      .filter(({ victimIds }) => victimIds.some((id) => finding.victims.includes(id)))
      .map(withoutVictims),
    guidance: [...rule.guidance, ...guidance],
    ...found,
  };
}

const withoutVictims = ({ text, source }: VictimOmission): Omission => ({ text, source });

const compareOmissions = (a: VictimOmission, b: VictimOmission): number =>
  compare(a.source?.type ?? '', b.source?.type ?? '') ||
  compare(a.source?.id ?? '', b.source?.id ?? '') ||
  compare(a.text, b.text);

/** Guidance that decisions cite, or are judged by, and of which nothing is known. */
function unregistered({ decisions, examinations, guidanceVersions, unseen }: Behaviour): VictimOmission[] {
  if (unseen.has('INSPECTIONS')) return [];
  const missing = (type: SourceType, id: string, cited: readonly GuidanceReference[]): VictimOmission[] =>
    cited
      .filter(({ key, version }) => !guidanceVersions.some((known) => known.key === key && known.version === version))
      .map(({ key, version }) => ({
        text: `${key}@${version} is not in the registry of guidance.`,
        source: { type, id },
        victimIds: [],
      }));
  return [
    ...decisions.flatMap(({ id, guidanceCited }) => missing('chargingDecision', id, guidanceCited)),
    ...examinations.flatMap(({ id, guidance }) => missing('fileExamination', id, guidance)),
  ];
}
