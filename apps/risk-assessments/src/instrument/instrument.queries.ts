import { type Batch, columns, table } from '@throughline/subgraph';
import { RiskInstrument } from './instrument.model';

const select = `${columns(RiskInstrument, 't')} FROM ${table(RiskInstrument)} t`;

/** Key and version of an instrument as one text, to load it by. */
export function instrumentName(key: string, version: string): string {
  return JSON.stringify([key, version]);
}

/** Instruments by their names. Several sources may supply the same version: the first of them by name answers. */
export const instrumentsByName: Batch<string, RiskInstrument | null> = async (db, names) => {
  const wanted = names.map((name) => JSON.parse(name) as [key: string, version: string]);
  const rows = await db.query<RiskInstrument>(
    `SELECT DISTINCT ON (t.key, t.version) ${select}
      JOIN unnest($1::text[], $2::text[]) AS wanted(key, version) ON t.key = wanted.key AND t.version = wanted.version
      WHERE t.withdrawn_at IS NULL ORDER BY t.key, t.version, t.source, t.ref`,
    [wanted.map(([key]) => key), wanted.map(([, version]) => version)],
  );
  const found = new Map(rows.map((row) => [instrumentName(row.key, row.version), row]));
  return names.map((name) => found.get(name) ?? null);
};

/** Selects the whole register: a few dozen rows. Of several that have one name, the one that answers comes first. */
export const registerSql = `SELECT ${select} WHERE t.withdrawn_at IS NULL ORDER BY t.key, t.version, t.source, t.ref`;

/** The whole register, for the one key `all`. */
export const allInstruments: Batch<'all', RiskInstrument[]> = async (db, keys) => {
  const rows = await db.query<RiskInstrument>(registerSql);
  return keys.map(() => rows);
};
