/** What of a version decides when it is in force. Days are `YYYY-MM-DD`. */
export interface GuidanceVersion {
  key: string;
  inForceFrom: string;
  inForceTo: string | null;
  datePrecision: 'DAY' | 'MONTH';
  topics: readonly string[];
}

/** A version that knows the last day on which it can have been in force; null while nothing ends it. */
export type Dated<Version> = Version & { inForceUntil: string | null };

/** Versions by key, then first day, each with its last: as given, or because the next version of its key begins. */
export function registryOf<Version extends GuidanceVersion>(versions: readonly Version[]): Dated<Version>[] {
  const ordered = [...versions].sort((a, b) => compare(a.key, b.key) || compare(a.inForceFrom, b.inForceFrom));
  return ordered.map((version, index) => {
    const next = ordered.slice(index + 1).find(({ inForceFrom }) => inForceFrom > version.inForceFrom);
    const ending = next?.key === version.key ? lastDayBefore(next) : null;
    return { ...version, inForceUntil: version.inForceTo ?? ending };
  });
}

/**
 * Versions that were, or can have been, in force on a day. A start known by its month alone can have been any day of
 * it, so within that month the new version and the one it replaces are both possible.
 */
export function inForceOn<Version extends GuidanceVersion>(
  registry: readonly Dated<Version>[],
  day: string,
): Dated<Version>[] {
  return registry.filter((version) => {
    const { inForceUntil } = version;
    return firstDay(version) <= day && (inForceUntil === null || day <= inForceUntil);
  });
}

/** Of those, the ones that bear on a charging decision about offences of the families, in the registry's order. */
export function guidanceInForce<Version extends GuidanceVersion>(
  registry: readonly Dated<Version>[],
  day: string,
  families: readonly string[],
): Dated<Version>[] {
  const bearing = new Set(['CHARGING', ...families]);
  return inForceOn(registry, day).filter(
    ({ topics }) => topics.length === 0 || topics.some((topic) => bearing.has(topic)),
  );
}

/** The days on which a version was in force for certain, and those on which it can have been; null: for good. */
export interface Term {
  key: string;
  version: string;
  possiblyFrom: string;
  surelyFrom: string;
  surelyUntil: string | null;
  possiblyUntil: string | null;
}

/** The term of every version of the registry. */
export function termsOf<Version extends GuidanceVersion & { version: string }>(
  registry: readonly Dated<Version>[],
): Term[] {
  return registry.map((version, index) => {
    const { key, inForceTo, inForceUntil } = version;
    const next = registry.slice(index + 1).find(({ inForceFrom }) => inForceFrom > version.inForceFrom);
    const surelyUntil = inForceTo ?? (next?.key === key ? dayBefore(firstDay(next)) : null);
    return {
      key,
      version: version.version,
      possiblyFrom: firstDay(version),
      surelyFrom: version.datePrecision === 'MONTH' ? lastOfMonth(version.inForceFrom) : version.inForceFrom,
      surelyUntil,
      possiblyUntil: inForceUntil,
    };
  });
}

/**
 * Whether a version was in force on every day from the first decision on a case to the last; null where that depends on
 * a day of which only the month is known. To judge a decision by what came later, or no longer held, is not fair to it.
 */
export function wasInForce(term: Term, first: string, last: string): boolean | null {
  const { possiblyFrom, surelyFrom, surelyUntil, possiblyUntil } = term;
  if (first < possiblyFrom || (possiblyUntil !== null && last > possiblyUntil)) return false;
  return first >= surelyFrom && (surelyUntil === null || last <= surelyUntil) ? true : null;
}

function firstDay({ inForceFrom, datePrecision }: GuidanceVersion): string {
  return datePrecision === 'MONTH' ? `${inForceFrom.slice(0, 7)}-01` : inForceFrom;
}

/** The last day on which what a version replaces can have been in force. */
function lastDayBefore({ inForceFrom, datePrecision }: GuidanceVersion): string {
  return datePrecision === 'MONTH' ? lastOfMonth(inForceFrom) : dayBefore(inForceFrom);
}

function lastOfMonth(day: string): string {
  const end = new Date(`${day}T00:00:00Z`);
  // Day 0 of a month is the last of the month before it. From a 31st, the next month alone would be skipped.
  end.setUTCFullYear(end.getUTCFullYear(), end.getUTCMonth() + 1, 0);
  return end.toISOString().slice(0, 10);
}

function dayBefore(day: string): string {
  const before = new Date(`${day}T00:00:00Z`);
  before.setUTCDate(before.getUTCDate() - 1);
  return before.toISOString().slice(0, 10);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
