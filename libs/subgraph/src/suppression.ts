import { SMALL } from './small-numbers';

/** Counts with their totals, each null where nothing was counted there. */
export interface CountedTable {
  rows: { cells: (number | null)[]; total: number | null }[];
  columnTotals: (number | null)[];
  total: number | null;
}

/** Which counts are to be hidden: as `CountedTable`, with a truth in the place of each. */
export interface HiddenTable {
  rows: { cells: boolean[]; total: boolean }[];
  columnTotals: boolean[];
  total: boolean;
}

/**
 * Hides every count below `SMALL`, and then as many others, small ones first, as it takes that from all that is shown
 * nobody can tell a hidden count: given the rest of the table, each can still be any of as many numbers as there are from
 * `least` to below `SMALL`. Totals are decided by themselves, so what one table hides of a dimension another does not tell.
 * `least` is what a total is known to be: 1 where there is a row or column only because something was counted in it.
 */
export function hideSmall({ rows, columnTotals, total }: CountedTable, least: 0 | 1 = 0): HiddenTable {
  const hideAll = total !== null && total < SMALL;
  const rowTotals = hiddenTotals(rows.map((row) => row.total), least, hideAll); // prettier-ignore
  const columns = hiddenTotals(columnTotals, least, hideAll);
  // A count of a line whose total is hidden would say that the total is no less.
  const isHidden = (n: number | null, r: number, c: number) =>
    n !== null && (rowTotals[r]! || columns[c]! || n < SMALL);
  const hidden = [
    ...rows.map(({ cells }, r) => [...cells.map((n, c) => isHidden(n, r, c)), rowTotals[r]!]),
    [...columns, hideAll],
  ];
  if (!hideAll) {
    new Lines(
      [...rows.map(({ cells, total: sum }) => [...cells, sum]), [...columnTotals, total]],
      hidden,
      least,
    ).protect();
  }
  return {
    rows: hidden.slice(0, -1).map((line) => ({ cells: line.slice(0, -1), total: line.at(-1)! })),
    columnTotals: hidden.at(-1)!.slice(0, -1),
    total: hideAll,
  };
}

/**
 * Whether a table whose totals are all known to be 1 or more tells what each is even with all of them hidden: its rows
 * and columns may not be named then.
 */
export function tellsByItsHeadings(totals: readonly number[]): boolean {
  const sum = totals.reduce((all, n) => all + n, 0);
  return sum < SMALL ? totals.length >= SMALL - 1 : sum - totals.length < SMALL - 2;
}

/** Totals of the rows or columns that are to be hidden: two at least, which share enough among them. */
function hiddenTotals(totals: readonly (number | null)[], least: number, all: boolean): boolean[] {
  const hidden = totals.map((n) => n !== null && (all || n < SMALL));
  const known = totals.flatMap((n, place) => (n === null ? [] : [{ n, place }]));
  const rest = known.filter(({ place }) => !hidden[place]).sort((a, b) => a.n - b.n);
  for (;;) {
    const kept = known.filter(({ place }) => hidden[place]);
    const free = kept.reduce((sum, { n }) => sum + n - least, 0);
    if (kept.length === 0 || (kept.length > 1 && free >= SMALL - 1 - least)) return hidden;
    const next = rest.shift();
    if (!next) return hidden;
    hidden[next.place] = true;
  }
}

type Place = readonly [row: number, column: number];

/**
 * A table as its lines: every row and every column adds up to its last count, its total. So hidden counts are the edges
 * of a network between rows and columns, in which whatever one count can be more or less flows through others: how far
 * is a maximum flow, which says exactly what can be known (Cox 1980, Journal of the American Statistical Association
 * 75:377–385). The total of the whole is shown.
 */
class Lines {
  private readonly height: number;
  private readonly width: number;
  /** How many numbers beside its own a hidden count must be able to be. */
  private readonly wanted: number;
  /** What of the counts has been moved elsewhere, while it is tried how far that goes. */
  private moved = new Map<number, number>();

  constructor(
    private readonly counts: readonly (readonly (number | null)[])[],
    private readonly hidden: boolean[][],
    private readonly least: number,
  ) {
    this.height = counts.length - 1;
    this.width = counts[0]!.length - 1;
    this.wanted = SMALL - 1 - least;
  }

  /** Hides more until nothing hidden can be told. */
  protect(): void {
    const open: Place[] = this.places().filter(([r, c]) => this.hidden[r]![c]);
    for (let place = open.pop(); place; place = open.pop()) {
      while (this.freedom(place) < this.wanted) {
        const more = this.around(place) ?? this.next(place);
        if (more.length === 0) break;
        for (const [r, c] of more) this.hidden[r]![c] = true;
        open.push(...more);
      }
    }
  }

  private places(): Place[] {
    return this.counts.flatMap((line, r) => line.map((_count, c) => [r, c] as const));
  }

  private isTotal([r, c]: Place): boolean {
    return r === this.height || c === this.width;
  }

  private floor(place: Place): number {
    return this.isTotal(place) ? this.least : 0;
  }

  private at(place: Place): number {
    return this.counts[place[0]]![place[1]]! + (this.moved.get(place[0] * (this.width + 1) + place[1]) ?? 0);
  }

  private move(place: Place, by: number): void {
    const index = place[0] * (this.width + 1) + place[1];
    this.moved.set(index, (this.moved.get(index) ?? 0) + by);
  }

  /** How far a count can be moved. A total stands on the other side of its lines: what is more for it is less for them. */
  private room(place: Place, more: boolean): number {
    return more === this.isTotal(place) ? Math.max(0, this.at(place) - this.floor(place)) : Infinity;
  }

  /** How many numbers beside its own a hidden count can be, as far as that is wanted. */
  private freedom(place: Place): number {
    const up = this.flow(place, true, Math.min(this.wanted, this.room(place, true)));
    return up + this.flow(place, false, Math.min(this.wanted - up, this.room(place, false)));
  }

  /** How much more, or less, can be in a place if the others that are hidden in its lines change with it. */
  private flow(place: Place, more: boolean, wanted: number): number {
    this.moved = new Map();
    let found = 0;
    while (found < wanted) {
      const path = this.path(place, more);
      if (!path) break;
      const sign = (step: number) => (step % 2 === 0) !== more;
      const room = path.map((one, step) => this.room(one, sign(step)));
      const by = Math.min(wanted - found, ...room);
      path.forEach((one, step) => this.move(one, sign(step) === this.isTotal(one) ? -by : by));
      found += by;
    }
    this.moved = new Map();
    return found;
  }

  /**
   * The shortest way from the row of a place to its column over hidden counts, each of which can take what the one
   * before it gives: along a row it is given less (or more), along a column more (or less).
   */
  private path([row, column]: Place, more: boolean): Place[] | undefined {
    const cameToColumn = new Map<number, number>();
    const cameToRow = new Map<number, number>([[row, -1]]);
    const rows = [row];
    for (let r = rows.shift(); r !== undefined; r = rows.shift()) {
      for (let c = 0; c <= this.width; c += 1) {
        if (cameToColumn.has(c) || (r === row && c === column) || !this.passes([r, c], !more)) continue;
        cameToColumn.set(c, r);
        if (c === column) return this.traced(column, cameToColumn, cameToRow);
        for (let below = 0; below <= this.height; below += 1) {
          if (cameToRow.has(below) || !this.passes([below, c], more)) continue;
          cameToRow.set(below, c);
          rows.push(below);
        }
      }
    }
    return undefined;
  }

  private passes(place: Place, more: boolean): boolean {
    return this.hidden[place[0]]![place[1]]! && this.room(place, more) > 0;
  }

  private traced(column: number, toColumn: Map<number, number>, toRow: Map<number, number>): Place[] {
    const path: Place[] = [];
    for (let c = column; ;) {
      const r = toColumn.get(c)!;
      path.unshift([r, c]);
      const before = toRow.get(r)!;
      if (before === -1) return path;
      path.unshift([r, before]);
      c = before;
    }
  }

  /** What has to be hidden for the cheapest rectangle around a place, within which its count can be another. */
  private around(place: Place): Place[] | undefined {
    const [r, c] = place;
    let least = Infinity;
    let found: Place[] | undefined;
    for (let other = 0; other <= this.height; other += 1) {
      for (let beside = 0; beside <= this.width; beside += 1) {
        if (other === r || beside === c) continue;
        const corners: Place[] = [[r, beside], [other, beside], [other, c]]; // prettier-ignore
        const shown = corners.filter(([a, b]) => !this.hidden[a]![b]);
        if (shown.length === 0 || shown.some((corner) => this.isTotal(corner) || this.isNull(corner))) continue;
        const cost = shown.reduce((sum, corner) => sum + this.at(corner), 0);
        if (cost >= least || this.within(place, corners) < this.wanted) continue;
        [least, found] = [cost, shown];
      }
    }
    return found;
  }

  private isNull([r, c]: Place): boolean {
    return this.counts[r]![c] === null;
  }

  /** How many numbers beside its own a count can be where its rectangle alone moves. */
  private within(place: Place, [beside, across, below]: Place[]): number {
    const up = Math.min(this.room(place, true), this.room(beside!, false), this.room(below!, false), this.room(across!, true)); // prettier-ignore
    const down = Math.min(this.room(place, false), this.room(beside!, true), this.room(below!, true), this.room(across!, false)); // prettier-ignore
    return up + down;
  }

  /** The smallest count that is shown: in the lines of a place if there is one, else anywhere. */
  private next([row, column]: Place): Place[] {
    const shown = this.places().filter(
      (place) => !this.isTotal(place) && !this.isNull(place) && !this.hidden[place[0]]![place[1]],
    );
    const near = shown.filter(([r, c]) => r === row || c === column);
    const smallest = (near.length > 0 ? near : shown).sort((a, b) => this.at(a) - this.at(b))[0];
    return smallest ? [smallest] : [];
  }
}
