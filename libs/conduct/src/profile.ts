import { type CourseOfConduct, coursesOf } from './courses';
import type { FactKind, GuidanceReference, SuspectFacts } from './facts';
import { type Known, type VictimOmission, knownAt } from './known';
import { type Occasion, actsOf, occasionsOf } from './occasions';
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
  const behaviour = behaviourOf(knownAt(facts, asAt), thresholds);
  const omissions = [...behaviour.omissions, ...unregistered(behaviour)].sort(compareOmissions);
  const flags = rules.flatMap((rule) =>
    rule.find(behaviour).map((finding) => signed(rule, finding, thresholds, omissions)),
  );
  return {
    occasions: behaviour.occasions,
    coursesOfConduct: behaviour.courses,
    flags: flags.sort((a, b) => gravity(b) - gravity(a) || compare(a.key, b.key)),
    notConsidered: [...unseenKinds(facts.unseen ?? []), ...omissions.map(withoutVictims)],
  };
}

function behaviourOf(known: Known, thresholds: Thresholds): Behaviour {
  const acts = actsOf(known);
  const occasions = occasionsOf(acts);
  return { occasions, courses: coursesOf(known, acts, occasions, thresholds), thresholds, ...known };
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
function unregistered({ decisions, examinations, guidanceVersions }: Behaviour): VictimOmission[] {
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

const unseenTexts: Record<FactKind, string> = {
  CASES: 'Cases, incidents, recorded crimes, charges and decisions may not be seen.',
  ORDERS: 'Orders and breaches may not be seen.',
  RISK_ASSESSMENTS: 'Risk assessments may not be seen, so nothing is said about reassessment.',
  INSPECTIONS: 'Guidance and file examinations may not be seen.',
};

const unseenKinds = (kinds: readonly FactKind[]): Omission[] =>
  [...new Set(kinds)].sort(compare).map((kind) => ({ text: unseenTexts[kind], source: null }));
