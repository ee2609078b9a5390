import { referTo, type OrderKind, type RecordedCrimeRecord } from './bundle-record';
import { isoDay, type Day } from './calendar';
import type { KnownBreach } from './breaches';
import type { CasePlan } from './case-plan';
import type { Dossier } from './dossier';
import { recording } from './proportions';
import type { Random } from './random';
import { outcomeOf, outcomeWords } from './wording';

/** Home Office codes by the class that police choose. */
const codes = {
  STALKING: ['8/65', '8/66', '195/12'],
  HARASSMENT: ['195/94', '195/94', '8/30'],
  COMMUNICATIONS: ['8/72', '195/41'],
  DAMAGE: ['149/0', '58/0'],
  PUBLIC_ORDER: ['125/9', '125/12'],
} as const;

/** Breaches that are crimes, by order kind; the others are contempt of court or a matter for the bail court. */
const breachCodes: Partial<Record<OrderKind, string>> = {
  SPO: '8/74',
  INTERIM_SPO: '8/74',
  RO_CONVICTION: '8/31',
  RO_ACQUITTAL: '66/38',
  NMO: '66/39',
  DAPO: '68/19',
  CIVIL_INJUNCTION: '8/29',
};

/** The crimes that the police record for a case and for the breaches in it. */
export function addRecordedCrimes(dossier: Dossier, plan: CasePlan, breaches: readonly KnownBreach[]): void {
  const { random, lastDay } = dossier;
  const day = Math.min(plan.reported + random.between(0, 3), lastDay);
  addCrime(dossier, plan, day, classOf(random));
  if (random.percent(recording.secondCrime)) addCrime(dossier, plan, day, classOf(random));
  for (const { record, reportedOn, order } of breaches) {
    const code = breachCodes[order.record.kind];
    if (code === undefined || record.state === 'REPORTED' || !random.percent(recording.breachCrime)) continue;
    addCrime(dossier, plan, reportedOn, { principalOffence: code, includedClassifications: [] });
  }
}

type Classified = Pick<RecordedCrimeRecord, 'principalOffence' | 'crimeType' | 'includedClassifications'>;

function classOf(random: Random): Classified {
  const principal = random.weighted(recording.principal);
  // A category of the public crime maps, for a source that gives no code.
  if (principal === 'CATEGORY_ONLY') return { crimeType: 'Violence and sexual offences' };
  const principalOffence = random.pick(codes[principal]);
  if (principal === 'STALKING') {
    const also = random.percent(recording.otherIncluded) ? [random.pick(codes.COMMUNICATIONS)] : [];
    return { principalOffence, includedClassifications: also };
  }
  const included = random.percent(recording.stalkingIncluded) ? [random.pick(codes.STALKING)] : [];
  return { principalOffence, includedClassifications: included };
}

function addCrime(dossier: Dossier, plan: CasePlan, day: Day, classified: Classified): void {
  const recordedOn = isoDay(day);
  const number = dossier.count('recordedCrime') + 1;
  const serial = `${String(dossier.index).padStart(6, '0')}-${number}`;
  const reference = `${plan.force}D/${serial}/${recordedOn.slice(2, 4)}`;
  plan.crimeReferences.push(reference);
  dossier.add('recordedCrime', plan.source, {
    reference,
    force: plan.force,
    recordedOn,
    ...classified,
    case: referTo(plan.source, plan),
    ...outcomeOfCase(plan, day, classified.principalOffence !== undefined),
  });
}

function outcomeOfCase(
  plan: CasePlan,
  recorded: Day,
  coded: boolean,
): Pick<RecordedCrimeRecord, 'outcomeCode' | 'outcome' | 'outcomeOn'> {
  const on = plan.charged ?? plan.closed;
  if (on === undefined || on < recorded) return {};
  const code = plan.charged !== undefined ? '1' : outcomeOf[plan.closedReason ?? 'EVIDENTIAL'];
  return { outcomeCode: coded ? code : undefined, outcome: outcomeWords[code], outcomeOn: isoDay(on) };
}
