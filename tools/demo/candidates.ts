import type { Family, Located } from './bundle-record';
import type { Day } from './calendar';
import type { Happening } from './conduct';

/** The families that charge a course of conduct, gravest first. */
const GRAVITY: readonly Family[] = [
  'STALKING_FEAR',
  'STALKING_SERIOUS_ALARM',
  'STALKING',
  'HARASSMENT_FEAR',
  'HARASSMENT',
];

/**
 * What the conduct towards a victim up to a day could be charged as, gravest first. A rough reading of the Protection
 * from Harassment Act 1997, only so that the demo's decisions have something fitting to accept or refuse.
 */
export function candidateFamilies(happenings: readonly Happening[], victim: Located, until: Day): Family[] {
  const told = happenings.filter(
    ({ record, victim: of, day }) => of === victim && day <= until && record.evidence !== 'DISPROVED',
  );
  const daysWith = (test: (happening: Happening) => boolean): number => new Set(told.filter(test).map(dayOf)).size;
  if (daysWith(() => true) < 2) return [];
  const fears = daysWith(({ record }) => record.fearOfViolence === true) >= 2;
  const stalks = told.some(({ record }) => record.behaviours.some((code) => code.startsWith('S2A_')));
  const alarms =
    told.some(({ record }) => record.seriousAlarmOrDistress === true) &&
    told.some(({ record }) => (record.dayToDayEffects ?? []).length > 0);
  const holds: Partial<Record<Family, boolean>> = {
    STALKING_FEAR: stalks && fears,
    STALKING_SERIOUS_ALARM: stalks && alarms,
    STALKING: stalks,
    HARASSMENT_FEAR: fears,
    HARASSMENT: true,
  };
  return GRAVITY.filter((family) => holds[family]);
}

const dayOf = ({ day }: Happening): Day => day;
