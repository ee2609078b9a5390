/** A record, by its type in the bundle and its id. */
export interface Source {
  readonly type: SourceType;
  readonly id: string;
}

export type SourceType =
  | 'incident'
  | 'breach'
  | 'charge'
  | 'chargingDecision'
  | 'order'
  | 'orderEvent'
  | 'riskAssessment'
  | 'recordedCrime'
  | 'case'
  | 'guidance'
  | 'fileExamination';

/** A sentence and the record it rests on. */
export interface Reason {
  readonly text: string;
  readonly source: Source;
}

/** What was left out, and why. Without a source it is a whole kind of record. */
export interface Omission {
  readonly text: string;
  readonly source: Source | null;
}

/** Order of texts by code units, which is the same on every machine. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Each text once, in order. */
export const unique = (texts: Iterable<string>): string[] => [...new Set(texts)].sort(compare);

const keyOf = ({ type, id }: Source): string => `${type} ${id}`;

/** Each record once, in order. */
export function distinctSources(sources: Iterable<Source>): Source[] {
  const byKey = new Map<string, Source>();
  for (const source of sources) byKey.set(keyOf(source), source);
  return [...byKey].sort(([a], [b]) => compare(a, b)).map(([, source]) => source);
}

/** Each reason once, in the order given. */
export function distinctReasons(reasons: readonly Reason[]): Reason[] {
  const byKey = new Map<string, Reason>();
  for (const reason of reasons) byKey.set(`${keyOf(reason.source)} ${reason.text}`, reason);
  return [...byKey.values()];
}
