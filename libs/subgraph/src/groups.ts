/**
 * Cases that are counted together. Figures over many cases of another subgraph are asked by their ids: as one text,
 * which nobody on the way has to take apart, so that a few hundred thousand cost little.
 */
export interface Group {
  key: string;
  /** Ids of cases, separated by commas; a case can be in one group only. */
  ids: string;
  /** How many there are. */
  size: number;
}

/** What PostgreSQL reads groups from: `$1` to `$3` of a statement that begins with `GROUPED`. */
export function groupParams(groups: readonly Group[]): [ids: string, starts: number[], keys: string[]] {
  const held = groups.filter(({ size }) => size > 0);
  let start = 0;
  const starts = held.map(({ size }) => (start += size) - size);
  return [`{${held.map(({ ids }) => ids).join(',')}}`, starts, held.map(({ key }) => key)];
}

/** A `WITH` item that gives each case, `id`, with the key of its group: `grouped(key, id)`. */
export const GROUPED = `grouped AS (
    SELECT ($3::text[])[width_bucket(n - 1, $2::bigint[])] AS key, id FROM unnest($1::uuid[]) WITH ORDINALITY AS f(id, n))`;

/** True for what a caller could have sent as groups: whole text that holds as many ids as it says. */
export function isGroups(value: unknown): value is Group[] {
  return (
    Array.isArray(value) &&
    value.every((group: Partial<Group> | null) => {
      if (typeof group?.key !== 'string' || typeof group.ids !== 'string') return false;
      return group.size === (group.ids === '' ? 0 : (group.ids.length + 1) / UUID_AND_COMMA);
    })
  );
}

const UUID_AND_COMMA = 37;
