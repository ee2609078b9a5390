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
export const unique = (texts: readonly string[]): readonly string[] =>
  texts.length < 2 ? texts : [...new Set(texts)].sort(compare);

const compareSources = (a: Source, b: Source): number => compare(a.type, b.type) || compare(a.id, b.id);

/** Each record once, in order. */
export function distinctSources(sources: readonly Source[]): Source[] {
  if (sources.length < 2) return [...sources];
  const ordered = [...sources].sort(compareSources);
  return ordered.filter((source, index) => index === 0 || compareSources(ordered[index - 1]!, source) !== 0);
}

/** Each reason once, in the order given. */
export function distinctReasons(reasons: readonly Reason[]): Reason[] {
  const bySource = new Map<string, Reason[]>();
  return reasons.filter((reason) => {
    const told = bySource.get(reason.source.id);
    if (!told) bySource.set(reason.source.id, [reason]);
    else if (told.some(({ text, source }) => text === reason.text && source.type === reason.source.type)) return false;
    else told.push(reason);
    return true;
  });
}
