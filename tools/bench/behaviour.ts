import { recordId } from '@throughline/subgraph';
import { type Door, importRecords } from '../cli/import';

type Line = { measured: string } & Record<string, string | number>;
type Ask = (door: Door, query: string, variables: object) => Promise<void>;
type InTurn = (work: (() => Promise<unknown>)[], rounds: number) => Promise<number[][]>;

const SOURCE = 'police:06';
const SUSPECTS = 20;
const CASES_EACH = 4;

/** What the rules look at, as records: the same facts, with nothing made of them. */
const RECORDS = `query Records($id: ID!) {
  suspect(id: $id) {
    id
    cases(first: 100) {
      edges {
        node {
          id urn relationship force { code } victims { id }
          incidents(first: 100) {
            edges {
              node {
                id occurredFrom occurredTo timeKnown behaviours evidence fearOfViolence seriousAlarmOrDistress dayToDayEffects
                victim { id }
              }
            }
          }
          recordedCrimes { id recordedOn principalOffence { family } includedClassifications { family } }
          charges { id chargedOn offence { family } incidents { id } breaches { id } verdict }
          decisions { id decidedOn kind considered { family accepted } guidanceInForce { key version } }
          examinations { id examinedOn }
        }
      }
    }
    orders {
      id kind state madeOn effectiveFrom effectiveTo untilFurtherOrder
      protectedPersons { id }
      conditions { id }
      breaches { id occurredAt state incident { id } conditions { id } }
    }
    riskAssessments { id assessedAt trigger grade victim { id } respondsTo { type id } }
  }
}`;

const REASON = 'text source { type id }';
const FLAGS = `query Flags($id: ID!) {
  suspect(id: $id) { id behaviour { flags { id rule severity title victims { id } because { ${REASON} } missingFamilies } } }
}`;

/** All that a profile has. */
const PROFILE = `query Profile($id: ID!) {
  suspect(id: $id) {
    id
    behaviour {
      asAt
      timeline(first: 100) {
        edges { node { id occurredAt timeKnown kind title behaviours victim { id } source { type id } } }
        pageInfo { hasNextPage endCursor }
      }
      coursesOfConduct {
        id group
        victims { id }
        occasions { day behaviours sources { type id } }
        candidates { family timeLimitExpiresOn because { ${REASON} } }
        coveredFamilies
        consideredFamilies
      }
      flags {
        id rule ruleVersion severity title variants missingFamilies
        victims { id }
        because { ${REASON} }
        thresholds { name value }
        notConsidered { ${REASON} }
        guidance { key version }
        review { status reason reviewedAt }
      }
      harm { method version score components { label value because } }
      network { nodes { id kind label } edges { from to kind count firstOn lastOn } }
    }
  }
}`;

/** What a profile costs more than the records that it is made of, turn by turn through the gateway over HTTP. */
export async function behaviour(door: Door, rounds: number, ask: Ask, inTurn: InTurn): Promise<Line[]> {
  const lines: Line[] = [];
  for (const incidents of [10, 100]) {
    const { rejects } = await importRecords(door, casework(incidents), 'bench');
    if (rejects.length > 0) throw new Error(`the casework was not taken whole: ${JSON.stringify(rejects[0])}`);
    let turn = 0;
    const of = (query: string) => () =>
      ask(door, query, { id: recordId('suspect', SOURCE, `S-${incidents}-${turn++ % SUSPECTS}`) });
    const queries = { records: RECORDS, flags: FLAGS, 'whole profile': PROFILE };
    const times = await inTurn(Object.values(queries).map(of), rounds);
    const total = (own: number[]) => own.reduce((sum, time) => sum + time, 0);
    lines.push(
      ...Object.keys(queries).map((name, which) => ({
        measured: `Behaviour, suspects of ${incidents} incidents: ${name}`,
        'p50 ms': round(times[which]![Math.floor(rounds / 2)]!),
        'p95 ms': round(times[which]![Math.floor(rounds * 0.95)]!),
        'times the records, p50': round(times[which]![Math.floor(rounds / 2)]! / times[0]![Math.floor(rounds / 2)]!),
        'times the records, total': round(total(times[which]!) / total(times[0]!)),
      })),
    );
  }
  return lines;
}

/** Suspects of four cases, each with a victim, a crime, a charge, a decision and an assessment; an order, and breaches of it. */
function* casework(incidents: number): Generator<object> {
  for (let n = 0; n < SUSPECTS; n += 1) {
    const own = (ref: string) => `${ref}-${incidents}-${n}`;
    const name = (ref: string) => ({ names: [{ given: 'Bench', family: own(ref) }] });
    yield record('suspect', own('S'), name('S'));
    for (let index = 0; index < CASES_EACH; index += 1) yield record('victim', own(`V${index}`), name(`V${index}`));
    yield record('order', own('O'), {
      ...{ suspect: own('S'), kind: 'SPO', protectedPersons: [own('V0')], state: 'IN_FORCE', madeOn: '2024-01-02' },
      ...{ effectiveFrom: '2024-01-02', effectiveTo: '2027-01-02', force: '06' },
    });
    for (let index = 0; index < CASES_EACH; index += 1) {
      yield* inCase(own, index);
      const ids = { suspect: own('S'), victim: own(`V${index}`), case: own(`C${index}`) };
      const from = Math.floor((index * incidents) / CASES_EACH);
      const to = Math.floor(((index + 1) * incidents) / CASES_EACH);
      for (let which = from; which < to; which += 1) yield* incident(own, which, ids);
    }
  }
}

function* inCase(own: (ref: string) => string, index: number): Generator<object> {
  const at = { case: own(`C${index}`) };
  const who = { ...at, suspect: own('S') };
  yield record('case', own(`C${index}`), {
    ...{ urn: own(`C${index}`), force: '06', area: 'NORTH_WEST', openedOn: '2024-01-02', stage: 'CHARGED' },
    ...{ suspects: [own('S')], victims: [own(`V${index}`)], relationship: 'FORMER_PARTNER', domestic: true },
  });
  const crime = { reference: own(`R${index}`), force: '06', recordedOn: '2024-01-03', principalOffence: '8/66' };
  yield record('recordedCrime', own(`R${index}`), { ...at, ...crime });
  yield record('charge', own(`H${index}`), { ...who, offence: 'PH97004', chargedOn: '2024-12-01' });
  yield record('chargingDecision', own(`D${index}`), {
    ...{ ...who, decidedOn: '2024-12-01', kind: 'CHARGE', outcome: 'CHARGE', decidedBy: 'CPS' },
    ...{ considered: [{ family: 'HARASSMENT', accepted: true }] },
  });
  yield record('riskAssessment', own(`A${index}`), {
    ...{ ...who, victim: own(`V${index}`), assessedAt: '2024-06-01T12:00:00Z', trigger: 'INITIAL', grade: 'MEDIUM' },
    ...{ instrument: 'bench', instrumentVersion: '1' },
  });
}

function* incident(own: (ref: string) => string, which: number, ids: object): Generator<object> {
  const day = new Date(Date.UTC(2024, 0, 5 + which * 3)).toISOString().slice(0, 10);
  yield record('incident', own(`I${which}`), {
    ...{ ...ids, occurredFrom: `${day}T12:00:00Z`, basis: 'ALLEGATION', evidence: 'UNVERIFIED' },
    ...{ behaviours: which % 2 ? ['S2A_A', 'S2A_B'] : ['S2A_D'], fearOfViolence: which % 4 === 0 },
  });
  if (which % 10 !== 0) return;
  const seen = { occurredAt: `${day}T12:00:00Z`, reportedAt: `${day}T15:00:00Z`, state: 'REPORTED' };
  yield record('breach', own(`B${which}`), { ...seen, order: own('O'), incident: own(`I${which}`) });
}

const record = (type: string, ref: string, facts: object): object => ({ type, source: SOURCE, ref, ...facts });
const round = (figure: number) => Math.round(figure * 100) / 100;
