import { type Source, compare, distinctSources, unique } from './reason';
import type { Known } from './known';

/** What was done to one victim on one London day, however often. */
export interface Occasion {
  readonly victimId: string;
  readonly day: string;
  readonly behaviours: readonly string[];
  readonly fearOfViolence: boolean;
  readonly seriousAlarmOrDistress: boolean;
  readonly dayToDayEffects: readonly string[];
  /** Cases of its incidents and, for breaches that stand alone, of their orders. */
  readonly caseIds: readonly string[];
  readonly sources: readonly Source[];
}

/** One record's share in an occasion. */
export interface Act extends Omit<Occasion, 'caseIds' | 'sources'> {
  readonly caseId: string | null;
  readonly source: Source;
}

/** Incidents, and breaches that stand alone, the latter against each person whom the order protects. */
export function actsOf({ incidents, breaches }: Known): Act[] {
  const acts = incidents.map((incident): Act => {
    const { victimId, day, behaviours, fearOfViolence, seriousAlarmOrDistress, dayToDayEffects, caseId } = incident;
    const source = { type: 'incident', id: incident.id } as const;
    return { victimId, day, behaviours, fearOfViolence, seriousAlarmOrDistress, dayToDayEffects, caseId, source };
  });
  for (const { id, day, order, standsAlone } of breaches) {
    if (!standsAlone) continue;
    for (const victimId of order.protectedPersonIds) {
      acts.push({
        victimId,
        day,
        behaviours: [order.breachBehaviour],
        fearOfViolence: false,
        seriousAlarmOrDistress: false,
        dayToDayEffects: [],
        caseId: order.caseId,
        source: { type: 'breach', id },
      });
    }
  }
  return acts;
}

/** Acts grouped by victim and day, in that order of victims and days. */
export function occasionsOf(acts: readonly Act[]): Occasion[] {
  const groups = new Map<string, Act[]>();
  for (const act of acts) {
    const key = `${act.victimId} ${act.day}`;
    const group = groups.get(key);
    if (group) group.push(act);
    else groups.set(key, [act]);
  }
  return [...groups].sort(([a], [b]) => compare(a, b)).map(([, group]) => occasionOf(group));
}

function occasionOf(acts: readonly Act[]): Occasion {
  const { victimId, day } = acts[0]!;
  const all = (pick: (act: Act) => readonly string[]): readonly string[] =>
    unique(acts.length === 1 ? pick(acts[0]!) : acts.flatMap(pick));
  return {
    victimId,
    day,
    behaviours: all(({ behaviours }) => behaviours),
    fearOfViolence: acts.some(({ fearOfViolence }) => fearOfViolence),
    seriousAlarmOrDistress: acts.some(({ seriousAlarmOrDistress }) => seriousAlarmOrDistress),
    dayToDayEffects: all(({ dayToDayEffects }) => dayToDayEffects),
    caseIds: all(({ caseId }) => (caseId === null ? [] : [caseId])),
    sources: distinctSources(acts.map(({ source }) => source)),
  };
}
