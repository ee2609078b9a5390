import {
  CodedError,
  type CountedTable,
  SMALL,
  type StatRow,
  type StatTable,
  hideSmall,
  tellsByItsHeadings,
} from '@throughline/subgraph';

/** So many cells are looked at for what follows from them. */
const MOST_CELLS = 5_000;

/** How a table is laid out, and of rows or columns, by their key, whether all that they count is known to be read. */
interface Read {
  /** Whether it has columns beside the one of the totals. */
  isSplit: boolean;
  rows?: (key: string) => boolean;
  columns?: (key: string) => boolean;
}

/**
 * A table without the counts from which one below `SMALL` would follow, for whoever may read only what `own` counts by
 * the same rows and columns. They can take that away from what they are shown, so it is decided by what is left; and a
 * count that is small with theirs is hidden too. Nothing is hidden where nothing is left.
 */
export function withoutSmall(table: StatTable, own: StatTable | undefined, read: Read): StatTable {
  if (table.rows.length * table.columns.length > MOST_CELLS) {
    throw new CodedError(
      'LIMIT_EXCEEDED',
      `The table has more than ${MOST_CELLS} cells, too many to hide small counts in. Narrow the filter, or take other rows or columns.`,
    );
  }
  const left = unread(table, own);
  if (left.total === 0) return table;
  const isRead = (totals: (number | null)[], known: ((key: string) => boolean) | undefined, keys: { key: string }[]) =>
    keys.map(({ key }, n) => totals[n] === 0 && (known?.(key) ?? false));
  const readRows = isRead(left.rows.map(({ total }) => total), read.rows, table.rows); // prettier-ignore
  const readColumns = isRead(left.columnTotals, read.columns, table.columns);
  const rows = left.rows.filter((_row, r) => !readRows[r]);
  const open = <Of>(of: Of[]) => of.filter((_one, c) => !readColumns[c]);
  const rest: CountedTable = {
    rows: rows.map(({ cells, total }) => ({ cells: open(cells), total })),
    columnTotals: open(left.columnTotals),
    total: left.total,
  };
  if ([rest.rows.map(({ total }) => total), rest.columnTotals].some(tellsTooMuch)) return withoutHeadings(table);
  const hidden = hideSmall(rest, 1);
  // What was not looked at is small where it is small by itself.
  const place = (isOut: boolean[], n: number) => (isOut[n] ? -1 : isOut.slice(0, n).filter((out) => !out).length);
  const rowAt = (r: number) => hidden.rows[place(readRows, r)];
  return shown(table, read.isSplit, {
    rows: table.rows.map((_row, r) => ({
      cells: table.columns.map((_column, c) => rowAt(r)?.cells[place(readColumns, c)] ?? false),
      total: rowAt(r)?.total ?? false,
    })),
    columnTotals: table.columns.map((_column, c) => hidden.columnTotals[place(readColumns, c)] ?? false),
    total: hidden.total,
  });
}

const tellsTooMuch = (totals: (number | null)[]) =>
  tellsByItsHeadings(totals.filter((n) => n !== null && n > 0) as number[]);

/** What is counted and not read. Both tables are of one moment as near as makes no difference: less than nothing is nothing. */
function unread(table: StatTable, own: StatTable | undefined): CountedTable {
  const rows = new Map(own?.rows.map((row) => [row.key, row]));
  const places = table.columns.map(({ key }) => own?.columns.findIndex((column) => column.key === key) ?? -1);
  const less = (n: number | null, mine: number | null | undefined) => Math.max(0, n! - (mine ?? 0));
  return {
    rows: table.rows.map(({ key, cells, total }) => {
      const mine = rows.get(key);
      return {
        cells: cells.map(({ value }, c) => less(value, mine?.cells[places[c]!]?.value)),
        total: less(total, mine?.total),
      };
    }),
    columnTotals: table.columnTotals.map((n, c) => less(n, own?.columnTotals[places[c]!])),
    total: less(table.total, own?.total),
  };
}

const NOTE = `Counts below ${SMALL} are not shown, nor those from which one would follow.`;

/** Nothing but the total: with so few, that there is a row would tell what is in it. */
function withoutHeadings(table: StatTable): StatTable {
  const total = hiddenIf(table.total! < SMALL, table.total);
  return {
    ...table,
    columns: [],
    rows: [],
    columnTotals: [],
    total,
    denominator: total,
    notes: [...table.notes, NOTE, 'There are too few to be told apart by these rows and columns.'],
    comparabilityBreaks: [],
  };
}

const hiddenIf = (isHidden: boolean, n: number | null) => (isHidden ? null : n);

function shown(table: StatTable, isSplit: boolean, hidden: ReturnType<typeof hideSmall>): StatTable {
  const small = (n: number | null, isHidden: boolean) => isHidden || n! < SMALL;
  const whole = small(table.total, hidden.total);
  const rowOf = (row: StatRow, r: number): StatRow => {
    const total = small(row.total, hidden.rows[r]!.total);
    return {
      ...row,
      total: hiddenIf(total, row.total),
      cells: row.cells.map((cell, c) => {
        const suppressed = small(cell.value, hidden.rows[r]!.cells[c]!);
        // What a percentage is taken of is the total of the row, or where there are no columns of the whole.
        if (!suppressed && !(isSplit ? total : whole)) return cell;
        return { value: hiddenIf(suppressed, cell.value), suppressed, of: null, percent: null, low: null, high: null };
      }),
    };
  };
  return {
    ...table,
    rows: table.rows.map(rowOf),
    columnTotals: table.columnTotals.map((n, c) => hiddenIf(small(n, hidden.columnTotals[c]!), n)),
    total: hiddenIf(whole, table.total),
    denominator: hiddenIf(whole, table.denominator),
    notes: [...table.notes, NOTE],
  };
}
