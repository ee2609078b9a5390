import { type SuspectFacts, profile, rules } from '@throughline/conduct';

const FACTS_EACH = 10;
const SUSPECTS = 20_000;
const ROUNDS = 7;
const YEAR = 365;

/** A day of 2024 or 2025, as text. */
const dayOf = (days: number): string => new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10);

/** What could be recorded of one suspect in a case: ten facts, as they come out of JSON. */
function suspectFacts(n: number): SuspectFacts {
  const ids = { suspectId: `S${n}`, caseId: `C${n}` };
  const guidanceCited = [{ key: 'g', version: n % 10 ? '1' : '2' }];
  const facts = {
    suspectIds: [ids.suspectId],
    cases: [{ id: ids.caseId, urn: ids.caseId, force: '06', victimIds: [`V${n}`], relationship: 'FORMER_PARTNER' }],
    incidents: [0, 1, 2, 3].map((index) => ({ ...ids, ...incident(n, index) })),
    recordedCrimes: [
      {
        ...ids,
        id: `R${n}`,
        recordedOn: on(n, 1),
        principalFamily: n % 2 ? 'STALKING' : 'HARASSMENT',
        includedFamilies: [],
      },
    ],
    charges: [{ ...ids, ...charge(n) }],
    decisions: [{ ...ids, id: `D${n}`, decidedOn: dayOf(YEAR), kind: 'CHARGE', considered: [], guidanceCited }],
    ...order(n, ids),
    assessments: [
      {
        ...ids,
        id: `A${n}`,
        victimId: `V${n}`,
        assessedAt: `${on(n, 2)}T18:00:00Z`,
        timeKnown: true,
        grade: n % 3 ? 'MEDIUM' : 'HIGH',
        respondsTo: [{ type: 'breach', id: `B${n}` }],
      },
    ],
    guidanceVersions: ['1', '2'].map((version, index) => ({
      id: `g${version}`,
      key: 'g',
      version,
      inForceFrom: dayOf(index * 2 * YEAR),
      inForceTo: null,
      datePrecision: 'DAY',
    })),
    examinations: [],
  };
  return JSON.parse(JSON.stringify(facts)) as SuspectFacts;
}

/** Days of a year; a step that shares no divisor with it comes to all of them. */
const on = (n: number, step: number): string => dayOf((n * 7 + step * 53) % YEAR);

const incident = (n: number, index: number) => ({
  id: `I${n}-${index}`,
  victimId: index === 3 && n % 5 === 0 ? `W${n}` : `V${n}`,
  // Of every third, all on one day.
  occurredFrom: `${on(n, n % 3 ? index : 2)}T1${index}:00:00Z`,
  timeKnown: n % 4 !== 0,
  behaviours: index % 2 ? ['S2A_A', 'S2A_B'] : n % 7 ? ['S2A_B'] : ['S2A_B', 'THREAT_KILL'],
  evidence: index === 1 && n % 6 === 0 ? 'DISPROVED' : 'UNVERIFIED',
  fearOfViolence: (n + index) % 4 === 0,
  seriousAlarmOrDistress: index === 1,
  dayToDayEffects: [],
});

const charge = (n: number) => ({
  id: `H${n}`,
  victimId: `V${n}`,
  chargedOn: dayOf(YEAR),
  family: n % 4 ? 'STALKING' : 'BREACH_RESTRAINING_ORDER',
  breachIds: n % 4 ? [] : [`B${n}`],
  verdict: null,
  disposedOn: null,
});

const order = (n: number, ids: { suspectId: string; caseId: string }) => ({
  orders: [
    {
      ...ids,
      id: `O${n}`,
      kind: 'RO_CONVICTION',
      breachBehaviour: 'BREACH_RO',
      protectedPersonIds: [`V${n}`],
      madeOn: dayOf(0),
      effectiveFrom: dayOf(0),
      effectiveTo: dayOf(YEAR + 30 + (n % 90)),
      state: 'IN_FORCE',
      events: [],
    },
  ],
  breaches: [
    {
      id: `B${n}`,
      orderId: `O${n}`,
      occurredAt: `${on(n, 2)}T12:00:00Z`,
      timeKnown: true,
      incidentId: `I${n}-2`,
      reportedAt: `${on(n, 2)}T20:00:00Z`,
      state: n % 5 ? 'CHARGED' : 'REPORTED',
    },
  ],
});

/** How many suspects' profiles one core makes in a second of its time: the best of some rounds, for others disturb. */
export function behaviourRules() {
  const world = Array.from({ length: SUSPECTS }, (_, n) => suspectFacts(n));
  const raised = new Map<string, number>(rules.map(({ id }) => [id, 0]));
  const rates = Array.from({ length: ROUNDS }, (_, round) => {
    const before = process.cpuUsage();
    // Another moment each time, so that nothing is left from the round before.
    for (const facts of world) count(profile(facts, `2025-01-${10 + round}T12:00:00Z`).flags, raised);
    const { user, system } = process.cpuUsage(before);
    return SUSPECTS / ((user + system) / 1e6);
  });
  const flags = [...raised.values()].reduce((sum, times) => sum + times, 0) / SUSPECTS / ROUNDS;
  return {
    measured: `Behaviour rules: profiles of ${SUSPECTS} suspects with ${FACTS_EACH} facts each, on one core`,
    'suspects/s of CPU time, best': Math.round(Math.max(...rates)),
    'suspects/s of CPU time, worst': Math.round(Math.min(...rates)),
    'flags a suspect': Math.round(flags * 100) / 100,
    'rules raised': [...raised.values()].filter((times) => times > 0).length,
  };
}

function count(flags: readonly { rule: string }[], raised: Map<string, number>): void {
  for (const { rule } of flags) raised.set(rule, raised.get(rule)! + 1);
}
