import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Findings } from './table-findings';
import { getFile, type Row, Table } from './table';

const PREFIX = 'crime-investigation.';
const LINK = [':START_ID', ':END_ID'] as const;

/** The tables that have a home in the bundle, with the columns that are looked at. */
const COLUMNS = {
  'nodes.Crime': [':ID', 'date', 'id', 'type', 'last_outcome', 'note', 'charge'],
  'nodes.Person': [':ID', 'name', 'surname', 'nhs_no', 'age'],
  'nodes.Phone': [':ID', 'phoneNo'],
  'nodes.Email': [':ID', 'email_address'],
  'nodes.PhoneCall': [':ID', 'call_date', 'call_time', 'call_type', 'call_duration'],
  'relationships.PARTY_TO': LINK,
  'relationships.HAS_PHONE': LINK,
  'relationships.HAS_EMAIL': LINK,
  'relationships.CALLER': LINK,
  'relationships.CALLED': LINK,
} as const;

type Name = keyof typeof COLUMNS;
/** The names of the POLE tables that are relationships and have a home. */
export type LinkName = Extract<Name, `relationships.${string}`>;

const WHY_NOT: Record<string, string> = {
  'nodes.Area': 'the bundle has CPS areas only; a postcode area is none',
  'nodes.Location': 'the bundle has no places; a real address may not stand beside an invented person',
  'nodes.Object': 'the bundle has no objects',
  'nodes.Officer': 'the bundle names no officers',
  'nodes.PostCode': 'the bundle has no places',
  'nodes.Vehicle': 'the bundle has no objects',
  'relationships.CURRENT_ADDRESS': 'the bundle has no places',
  'relationships.FAMILY_REL': 'the bundle relates a suspect to a victim by case, and has no ties between people',
  'relationships.HAS_POSTCODE': 'the bundle has no places',
  'relationships.INVESTIGATED_BY': 'the bundle names no officers',
  'relationships.INVOLVED_IN': 'the bundle has no objects',
  'relationships.KNOWS': 'the bundle has no ties between people; an acquaintance is no relationship of a case',
  'relationships.KNOWS_LW': 'the bundle has no ties between people; living together is no relationship of a case',
  'relationships.KNOWS_PHONE': 'the bundle has no ties between people; the contacts themselves are imported',
  'relationships.KNOWS_SN': 'the bundle has no ties between people; a social network is no relationship of a case',
  'relationships.LOCATION_IN_AREA': 'the bundle has no places',
  'relationships.OCCURRED_AT': 'the bundle has no places',
  'relationships.POSTCODE_IN_AREA': 'the bundle has no places',
};

/** The files of a POLE graph and the account of reading them. Source of the format: the README beside the data. */
export class PoleFolder {
  readonly findings = new Findings();

  private constructor(
    private readonly folder: string,
    private readonly tables: ReadonlyMap<Name, Table>,
  ) {}

  /** @throws Error naming the first file that is missing, or the column that a file lacks. */
  static async open(folder: string): Promise<PoleFolder> {
    const tables = new Map<Name, Table>();
    for (const name of Object.keys(COLUMNS) as Name[]) {
      const table = new Table(await getFile(folder, `${PREFIX}${name}.csv`));
      await table.checkHeader(COLUMNS[name]);
      tables.set(name, table);
    }
    return new PoleFolder(folder, tables);
  }

  /** Notices a row that is passed over. */
  unreadable(name: Name, line: number, reason: string): void {
    this.findings.unreadable(this.tableOf(name).at(line), reason);
  }

  /** A table's rows, streamed; a row without `:ID` is noticed and passed over. */
  async *rows<N extends Name>(name: N): AsyncGenerator<Row<(typeof COLUMNS)[N][number]>> {
    const table = this.tableOf(name);
    const key = COLUMNS[name][0] as (typeof COLUMNS)[N][number];
    for await (const batch of table.rows<(typeof COLUMNS)[N][number]>(COLUMNS[name], this.findings)) {
      for (const row of batch) {
        if (row.cells[key] !== '') yield row;
        else this.findings.unreadable(table.at(row.line), `${key} is blank`);
      }
    }
  }

  /** A relationship as a map from one end to the other ends, in file order; a repeated row counts once and is noticed. */
  async links(name: LinkName, from: 'START' | 'END' = 'START'): Promise<Map<string, Set<string>>> {
    const links = new Map<string, Set<string>>();
    for await (const { line, cells } of this.rows(name)) {
      const [start, end] = [cells[':START_ID'], cells[':END_ID']];
      if (end === '') {
        this.unreadable(name, line, ':END_ID is blank');
        continue;
      }
      const [key, value] = from === 'START' ? [start, end] : [end, start];
      const values = links.get(key) ?? new Set();
      if (values.has(value)) this.findings.notice('repeated relationship (counted once)', `${name} ${start} → ${end}`);
      links.set(key, values.add(value));
    }
    return links;
  }

  /** Counts the rows of every table without a home, known or not, without keeping any. */
  async countOthers(): Promise<void> {
    const used = new Set([...this.tables.values()].map((table) => table.name));
    const files = (await readdir(this.folder)).filter((file) => /\.csv(\.gz)?$/.test(file) && !used.has(file)).sort();
    for (const file of files) {
      const name = basename(file.startsWith(PREFIX) ? file.slice(PREFIX.length) : file).replace(/\.csv(\.gz)?$/, '');
      let count = 0;
      for await (const batch of new Table(join(this.folder, file)).rows([], this.findings)) count += batch.length;
      this.findings.leave(name, WHY_NOT[name] ?? 'not a table of the POLE graph that this converter knows', count);
    }
  }

  private tableOf(name: Name): Table {
    const table = this.tables.get(name);
    if (table === undefined) throw new Error(`table ${name} was not opened`);
    return table;
  }
}
