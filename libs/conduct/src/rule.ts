import type { CourseOfConduct } from './courses';
import type { Example } from './example';
import type { CourseFamily, FactKind, GuidanceReference } from './facts';
import type { Known } from './known';
import type { Occasion } from './occasions';
import type { Omission, Reason, Source } from './reason';
import type { ThresholdName, Thresholds } from './thresholds';

/** From the least to the gravest. */
export const severities = ['INFO', 'LOW', 'MEDIUM', 'HIGH'] as const;
export type Severity = (typeof severities)[number];

export type RuleId =
  | 'UNCHARGED_COURSE_OF_CONDUCT'
  | 'BREACH_CHARGED_ALONE'
  | 'BREACH_NOT_ACTIONED'
  | 'RISK_NOT_REASSESSED'
  | 'ORDER_EXPIRING'
  | 'POSSIBLY_MISLABELLED'
  | 'REPEAT_HIGH_HARM'
  | 'GUIDANCE_NOT_IN_FORCE';

/** What a rule looks at. */
export interface Behaviour extends Known {
  readonly occasions: readonly Occasion[];
  readonly courses: readonly CourseOfConduct[];
  readonly thresholds: Thresholds;
}

/** What a rule found, before it is signed with the rule. */
export interface Finding {
  /** What it is about: the same finding about the same subject has the same words here, as facts come and go. */
  readonly subject: string;
  readonly severity: Severity;
  /** Ids of the victims it is about, in order. */
  readonly victims: readonly string[];
  /** One told twice is shown once. */
  readonly because: readonly Reason[];
  /** Records that it rests on beyond those that the reasons name. */
  readonly restsOn?: readonly Source[];
  readonly variants?: readonly Variant[];
  readonly missingFamilies?: readonly CourseFamily[];
  readonly consideredFamilies?: readonly CourseFamily[];
  readonly outcome?: Outcome;
  /** Guidance that it is about, beyond what the rule follows. */
  readonly guidance?: readonly GuidanceReference[];
}

export type Variant = 'NEW_OFFENCE' | 'COURSE_OF_CONDUCT';
export type Outcome = 'NOT_IN_FORCE' | 'INDETERMINATE';

export interface Rule {
  readonly id: RuleId;
  /** Goes up whenever the same facts can give another flag. */
  readonly version: number;
  readonly title: string;
  /** The law or policy that it comes from. */
  readonly basis: string;
  /** Versions of guidance, by the keys of the registry, that it was written from. */
  readonly guidance: readonly GuidanceReference[];
  /** Words for a reader who knows neither the law nor the code. `{name}` in them stands for the threshold of that name. */
  readonly looksFor: string;
  readonly raisedWhen: string;
  readonly severityWhen: string;
  /** What a flag does not say. */
  readonly isNot: string;
  /** How its words are taken where they allow more than one way. */
  readonly readings: readonly string[];
  readonly example: Example;
  readonly thresholds: readonly ThresholdName[];
  /** Kinds of record without sight of which it finds nothing, beside those that its findings rest on. */
  readonly mustSee: readonly FactKind[];
  readonly find: (behaviour: Behaviour) => readonly Finding[];
  /**
   * Instants (milliseconds since 1970) at which it may find something else because time has passed and for no other
   * reason. Some may be past, and some may change nothing; none is missing.
   */
  readonly changesAt: (known: Known, thresholds: Thresholds) => readonly number[];
}

/** Of a rule that compares facts with each other only. */
export const neverChanges = (): readonly number[] => [];

/** Advice for a person to review; never a finding of guilt. */
export interface Flag extends Required<Omit<Finding, 'subject' | 'outcome'>> {
  /** Its identity: rule and subject. */
  readonly key: string;
  readonly rule: RuleId;
  readonly ruleVersion: number;
  readonly title: string;
  readonly outcome: Outcome | null;
  /** Every record that it rests on; who may not see all of them may not see the flag in a list over everybody. */
  readonly restsOn: readonly Source[];
  readonly thresholds: readonly { readonly name: ThresholdName; readonly value: number | string }[];
  readonly notConsidered: readonly Omission[];
}
