import type { Referral } from './referral.model';

/** What is wrong with the day of a hearing; null where nothing is. */
export function heardTooEarly({ referredOn }: Pick<Referral, 'referredOn'>, heardOn: string): string | null {
  return heardOn < referredOn ? `is before the day it was referred, ${referredOn}` : null;
}

/** Whether a referral says whom or what it is about. */
export function isAboutSomebody(referral: { suspect?: unknown; victim?: unknown; case?: unknown }): boolean {
  return [referral.suspect, referral.victim, referral.case].some((id) => id !== undefined && id !== null);
}
