import { type Rights, alsoBy, holds } from '@throughline/access';
import { CodedError, type Context, type StatTable, invalidInput } from '@throughline/subgraph';
import type { CaseFilter } from '../case/case.filter';
import type { CaseDimension, CaseMeasure } from './measures';
import { statTable } from './statistics';
import { type Count, countTable } from './statistics.queries';
import { withoutSmall } from './without-small';

/** What is counted, by what. */
export interface Counted {
  measure: CaseMeasure;
  rows: CaseDimension;
  columns?: CaseDimension;
  filter?: CaseFilter;
}

/**
 * The table for whoever asks. A grant with `case:read` counts what it may read, and nothing of that is hidden. One with
 * `statistics:read` alone counts too, and as soon as a table has something that its caller may not read, small counts
 * are hidden: of what is unread, since whoever reads the rest can take it away.
 */
export async function countedTable(context: Context, asked: Counted): Promise<StatTable> {
  const { rights } = context.caller;
  if (!mayCountMore(rights) || namesSomebody(asked.filter, rights)) {
    return laidOut(context, asked, await counts(context, asked));
  }
  refuseDays(asked.filter);
  const own = holds(rights, 'case:read') ? await counts(context, asked) : undefined;
  const all = await counts(context, asked, alsoBy(rights, 'case:read', 'statistics:read'));
  return withoutSmall(laidOut(context, asked, all), own && laidOut(context, asked, own), {
    isSplit: asked.columns !== undefined,
    rows: asked.rows === 'FORCE' ? (force) => reads(rights, force) : undefined,
    columns: asked.columns === 'FORCE' ? (force) => reads(rights, force) : undefined,
  });
}

/** Whether somebody counts by a grant by which they may not read. */
function mayCountMore({ scopes }: Rights): boolean {
  return ((scopes['statistics:read'] ?? 0) & ~(scopes['case:read'] ?? 0)) !== 0;
}

/** Whether the cases of a force that are not restricted are read. */
function reads({ scopes, every, forces }: Rights, force: string): boolean {
  return ((scopes['case:read'] ?? 0) & (every | (forces[force] ?? 0))) !== 0;
}

async function counts({ db, codes, caller }: Context, asked: Counted, rights = caller.rights): Promise<Count[]> {
  const { measure, rows, columns, filter } = asked;
  const found = await countTable(db.as(rights, caller.actor), codes, measure, rows, columns, filter);
  if (found) return found;
  throw new CodedError(
    'LIMIT_EXCEEDED',
    'The table has too many cells. Narrow the filter, or take other rows or columns.',
  );
}

function laidOut({ codes }: Context, { measure, rows, columns }: Counted, found: Count[]): StatTable {
  return statTable(found, measure, rows, columns, codes);
}

const PEOPLE = ['suspectId', 'victimId'] as const;

/** Whether a filter is about one person: only who reads cases may ask, and counts those. Throws `FORBIDDEN` else. */
function namesSomebody(filter: CaseFilter | undefined, rights: Rights): boolean {
  const named = PEOPLE.find((name) => (filter?.[name] ?? null) !== null);
  if (!named) return false;
  if (holds(rights, 'case:read')) return true;
  throw new CodedError('FORBIDDEN', `To filter by ${named} needs what you do not hold: case:read.`);
}

const DAYS = {
  openedFrom: 'first',
  decidedFrom: 'first',
  recordedFrom: 'first',
  openedTo: 'last',
  decidedTo: 'last',
  recordedTo: 'last',
} as const;

/** Two tables that are a day apart would tell of the one case of that day: periods are whole months for who only counts. */
function refuseDays(filter: CaseFilter | undefined): void {
  const fields = Object.entries(DAYS).flatMap(([field, wanted]) => {
    const day = filter?.[field as keyof typeof DAYS];
    if (!day) return [];
    // A period ends with a month where the next day is the first of one.
    const first = new Date(Date.parse(day) + (wanted === 'last' ? 86_400_000 : 0)).getUTCDate() === 1;
    return first ? [] : [{ field, reason: `must be the ${wanted} day of a month for who may not read every case` }];
  });
  if (fields.length > 0) throw invalidInput(fields);
}
