import type { ChargeFact, CourseFamily, DecisionFact, OffenceFamily } from './facts';

/** What a charge of each family covers; of all others, nothing. */
export const coverage: Partial<Record<OffenceFamily, readonly CourseFamily[]>> = {
  STALKING_FEAR: ['STALKING_FEAR', 'STALKING_SERIOUS_ALARM', 'STALKING', 'HARASSMENT_FEAR', 'HARASSMENT'],
  STALKING_SERIOUS_ALARM: ['STALKING_SERIOUS_ALARM', 'STALKING_FEAR', 'STALKING', 'HARASSMENT_FEAR', 'HARASSMENT'],
  STALKING: ['STALKING', 'HARASSMENT'],
  HARASSMENT_FEAR: ['HARASSMENT_FEAR', 'HARASSMENT'],
  HARASSMENT: ['HARASSMENT'],
};

/** Whom and which cases a course of conduct concerns. */
export interface Extent {
  readonly victims: readonly string[];
  readonly caseIds: readonly string[];
}

/** Families that charges cover: each for the victim it names, in any case; naming none, for its case. */
export function coveredBy(charges: readonly ChargeFact[], { victims, caseIds }: Extent): Set<CourseFamily> {
  const covered = new Set<CourseFamily>();
  for (const { victimId, caseId, family } of charges) {
    if (victimId === null ? !caseIds.includes(caseId) : !victims.includes(victimId)) continue;
    for (const one of coverage[family] ?? []) covered.add(one);
  }
  return covered;
}

/** Families that a decision in one of the cases refused for a reason that it gives. */
export function refusedBy(decisions: readonly DecisionFact[], { caseIds }: Extent): Set<OffenceFamily> {
  const refused = new Set<OffenceFamily>();
  for (const { caseId, considered } of decisions) {
    if (!caseIds.includes(caseId)) continue;
    for (const { family, accepted, reasoned } of considered) if (!accepted && reasoned) refused.add(family);
  }
  return refused;
}

/** Breaches of orders, notices and injunctions, and of the duties that come with them. */
export const isBreachFamily = (family: OffenceFamily): boolean => family.startsWith('BREACH_');

/** Stalking, of either section. */
export const isStalkingFamily = (family: OffenceFamily): boolean => family.startsWith('STALKING');

/** Harassment, with fear of violence or without. */
export const isHarassmentFamily = (family: OffenceFamily): boolean => family.startsWith('HARASSMENT');
