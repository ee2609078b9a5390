import { randomUUID } from 'node:crypto';
import type { Database } from '@throughline/subgraph';
import { flagId } from '../../apps/behaviour/src/flag-index/entry';
import type { Need } from '../../apps/behaviour/src/flag-index/row-attributes';
import type { Graph } from '../support';

export const SEVERITIES = ['INFO', 'LOW', 'MEDIUM', 'HIGH'] as const;

/** A flag as the index would hold it; what a test says nothing of is the same for all. */
export interface HeldFlag {
  id: string;
  key: string;
  person: string;
  linkedIds: string[];
  rule: string;
  severity: number;
  forces: string[];
  areas: string[];
  raisedAt: string;
  closedAt: string | null;
  status: string;
  factsHash: string;
  caseIds: string[];
  restricted: boolean;
  needs: Need[];
}

export const behaviourOf = (graph: Graph): Database => graph.subgraphs.find(({ name }) => name === 'behaviour')!.db;

/** Puts flags into the index, as it would itself, and gives them back as they stand there. */
export async function holdFlags(graph: Graph, given: Partial<HeldFlag>[]): Promise<HeldFlag[]> {
  const flags = given.map((one): HeldFlag => {
    const [key, person] = [randomUUID(), one.person ?? randomUUID()];
    return {
      key,
      id: flagId(key),
      person,
      linkedIds: [person],
      rule: 'ORDER_EXPIRING',
      severity: 2,
      forces: ['06'],
      areas: ['NORTH_WEST'],
      raisedAt: '2024-05-01T10:00:00Z',
      closedAt: null,
      status: 'OPEN',
      factsHash: 'facts',
      caseIds: [],
      restricted: false,
      needs: needsOf(one),
      ...one,
    };
  });
  for (const flag of flags) await hold(behaviourOf(graph), flag);
  return flags;
}

/** What it takes to read the orders that it would rest on: of its cases, or of its forces where it has none. */
export const needsOf = ({ caseIds = [], forces = ['06'] }: Pick<Partial<HeldFlag>, 'caseIds' | 'forces'>): Need[] => {
  const need = { scope: 'order:read', anywhere: false } as const;
  return caseIds.length > 0
    ? caseIds.map((one) => ({ ...need, case: one, force: null }))
    : forces.map((force) => ({ ...need, case: null, force }));
};

async function hold(db: Database, held: HeldFlag): Promise<void> {
  const { id, key, person, linkedIds, rule, severity, forces, areas, raisedAt, closedAt, status, factsHash } = held;
  const { caseIds, restricted, needs } = held;
  const flag = {
    key,
    rule,
    ruleVersion: 1,
    severity: SEVERITIES[severity],
    title: `Title of ${rule}`,
    victims: [person],
    because: [{ text: 'Because.', source: { type: 'order', id: person } }],
    restsOn: [{ type: 'order', id: person }],
    variants: [],
    missingFamilies: [],
    consideredFamilies: [],
    outcome: null,
    thresholds: [{ name: 'orderExpiringDays', value: 28 }],
    notConsidered: [],
    guidance: [],
  };
  await db.query(
    `INSERT INTO behaviour.flag (id, key, person, linked_ids, rule, rule_version, severity, title, victim_ids, forces,
       areas, restricted, case_ids, rests_on, flag, facts_hash, raised_at, changed_at, closed_at, review_status, needs)
     VALUES ($1, $15, $2, $3, $4, 1, $5, $6, ARRAY[$2::uuid], $7, $8, $16, $17, $9, $10, $11, $12, $12, $13, $14, $18)`,
    [
      id,
      person,
      linkedIds,
      rule,
      severity,
      flag.title,
      forces,
      areas,
      JSON.stringify(flag.restsOn),
      JSON.stringify(flag),
      factsHash,
      raisedAt,
      closedAt,
      status,
      key,
      restricted,
      caseIds,
      JSON.stringify(needs),
    ],
  );
}
