export type { Candidate, CourseOfConduct } from './courses';
export { coverage } from './coverage';
export {
  type Criterion,
  type CriterionAnswer,
  type Definition,
  type DefinitionAnswer,
  evaluate,
  kindsOf,
} from './definition';
export type { Example } from './example';
export type * from './facts';
export { type Harm, type HarmComponent, type HarmWeights, demonstrationWeights, harm } from './harm';
export { endOfLondonDay, startOfLondonDay } from './london';
export type { Measure } from './measures';
export { type Network, type NetworkEdge, type NetworkNode, network } from './network';
export { nextChange } from './next-change';
export type { Occasion } from './occasions';
export { type Profile, profile } from './profile';
export type { Omission, Reason, Source, SourceType } from './reason';
export { type Flag, type Outcome, type Rule, type RuleId, type Severity, type Variant, severities } from './rule';
export { rules } from './rules';
export { type ThresholdName, type Thresholds, defaultThresholds, thresholdTable } from './thresholds';
export { type TimelineEntry, type TimelineKind, timeline } from './timeline';
