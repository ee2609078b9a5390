import { type Rights, type Scope, holds, matching, opens } from '@throughline/access';
import { CodedError } from '@throughline/subgraph';

/** What it takes to send records to a subgraph. */
const SCOPES: Readonly<Record<string, Scope>> = {
  cases: 'case:write',
  orders: 'order:write',
  'risk-assessments': 'risk:write',
  inspections: 'inspection:write',
  behaviour: 'behaviour:review',
};

/** Why a record of a subgraph is not taken from somebody; undefined where it is. */
export type ImportRefusal = (subgraph: string, source: unknown) => { field: string; reason: string } | undefined;

/**
 * What somebody may send: records of a subgraph whose scope they hold for writing, from sources that are theirs. That
 * is any source for a grant that reaches every row, and `police:06` for one that names the force. Throws `FORBIDDEN`
 * where they may send nothing at all.
 */
export function importRefusal(rights: Rights): ImportRefusal {
  const scopes = Object.values(SCOPES);
  if (!scopes.some((scope) => holds(rights, scope))) {
    throw new CodedError('FORBIDDEN', `Sending records needs one of ${scopes.join(', ')}.`);
  }
  const known = new Map<string, ReturnType<ImportRefusal>>();
  return (subgraph, source) => {
    const key = `${subgraph} ${typeof source === 'string' ? source : ''}`;
    if (!known.has(key)) known.set(key, refusal(rights, SCOPES[subgraph], source));
    return known.get(key);
  };
}

function refusal(rights: Rights, scope: Scope | undefined, source: unknown): ReturnType<ImportRefusal> {
  if (scope === undefined || !holds(rights, scope)) {
    return { field: 'type', reason: `needs ${scope ?? 'more'}, which this key does not hold` };
  }
  const force = typeof source === 'string' ? (/^police:(\d\d)$/.exec(source)?.[1] ?? null) : null;
  const row = { force, area: null, restricted: false, caseId: null, suspectIds: [] };
  if (opens(rights, scope, matching(rights, row))) return undefined;
  return { field: 'source', reason: 'is not one that this key may send records of' };
}
