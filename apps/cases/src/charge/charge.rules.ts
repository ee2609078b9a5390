import { ModeOfTrial, type Offence, OffenceFamily } from '@throughline/reference';
import type { CaseAction } from '../case/case.machine';
import type { Incident } from '../incident/incident.model';
import { londonDay } from '../moments';
import type { Charge } from './charge.model';
import type { ChargeState } from './charge.machine';

type Ending = Pick<Charge, 'verdict' | 'disposedOn'>;
type Occasion = Pick<Incident, 'occurredFrom' | 'occurredTo' | 'evidence'>;

/** Months after the conduct within which a summary-only charge is brought. */
const SUMMARY_LIMIT = 6;

/** Reasons against a charge, each with its law; none where there are none. `conductOn` is null where it is unknown. */
export function againstCharge(offence: Offence | undefined, chargedOn: string, conductOn: string | null): string[] {
  if (!offence || conductOn === null) return [];
  return [...againstValidity(offence, conductOn), ...againstTimeLimit(offence, chargedOn, conductOn)];
}

/** A code can be charged for conduct of the days on which it stood, as far as a source gives them. */
export function againstValidity(offence: Offence, conductOn: string): string[] {
  const { cjsCode, family, validFrom, validityVerified, statute } = offence;
  // A code for restraining orders ends by the day of the conviction that brought the order: a breach may come later.
  const validTo = family === OffenceFamily.BREACH_RESTRAINING_ORDER ? null : offence.validTo;
  if (!validityVerified) return [];
  const within = (validFrom === null || validFrom <= conductOn) && (validTo === null || conductOn <= validTo);
  if (within) return [];
  const term = [validFrom && `from ${validFrom}`, validTo && `to ${validTo}`].filter(Boolean).join(' ');
  return [`${cjsCode} covers conduct ${term}, and the conduct was on ${conductOn} (${statute}).`];
}

/** A summary-only offence is charged within six months of the matter: of a course of conduct, of its last occasion. */
export function againstTimeLimit(offence: Offence, chargedOn: string, conductOn: string): string[] {
  if (offence.modeOfTrial !== ModeOfTrial.SUMMARY_ONLY) return [];
  const last = monthsAfter(conductOn, SUMMARY_LIMIT);
  if (chargedOn <= last) return [];
  return [
    `${offence.cjsCode} is summary only: the last day to charge it was ${last}, six months after ${conductOn} (Magistrates’ Courts Act 1980 s.127).`,
  ];
}

/** The same day some months later; the last day of the month where the month has no such day. */
export function monthsAfter(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const later = new Date(Date.UTC(year, month - 1 + months, date));
  if (later.getUTCDate() !== date) later.setUTCDate(0);
  return later.toISOString().slice(0, 10);
}

/** The last day, in London, of any of these incidents; null where there is none that counts. */
export function lastDay(incidents: readonly Occasion[]): string | null {
  const days = incidents
    .filter(({ evidence }) => evidence !== 'DISPROVED')
    .map(({ occurredFrom, occurredTo }) => londonDay(occurredTo ?? occurredFrom));
  return days.sort().at(-1) ?? null;
}

/** Whether a charge has ended. */
export function isDisposed({ verdict, disposedOn }: Ending): boolean {
  return verdict !== null || disposedOn !== null;
}

/** The state of a charge. */
export function stateOf(charge: Ending): ChargeState {
  return isDisposed(charge) ? 'DISPOSED' : 'OPEN';
}

/** Whether a charge brought a conviction, be it of a lesser offence. */
export function isConviction({ verdict }: Pick<Ending, 'verdict'>): boolean {
  return verdict === 'GUILTY' || verdict === 'GUILTY_OF_ALTERNATIVE';
}

/**
 * What the charges make of their case, once all have ended; null while one is open. Where no court reached a verdict
 * on any of them, nobody was acquitted: the case was stopped.
 */
export function endOf(charges: readonly Ending[]): Extract<CaseAction, 'CONVICT' | 'ACQUIT' | 'STOP'> | null {
  if (charges.some((charge) => !isDisposed(charge))) return null;
  if (charges.some(isConviction)) return 'CONVICT';
  return charges.some(({ verdict }) => verdict === 'NOT_GUILTY') ? 'ACQUIT' : 'STOP';
}
