/** What every record of the interchange bundle is made of. */

/** A record of the same source by its `ref`, or one of another source by both. */
export type Reference = string | { source: string; ref: string };

/** Where a record can be found: what a `Reference` resolves to. */
export interface Located {
  source: string;
  ref: string;
}

export interface RecordOf<T extends string> extends Located {
  type: T;
}

export interface PersonName {
  given: string;
  family: string;
  kind: 'LEGAL' | 'ALIAS';
}

export interface GuidanceCitation {
  key: string;
  version: string;
}
