import type { Criterion } from './definition';
import { Families } from './families';
import type { ChargeFact, RiskGrade } from './facts';
import type { Assessment, Incident } from './known';
import { addMonths, inWords } from './london';
import { type Reason, type Source, compare, unique } from './reason';
import { lastAssessment } from './risk';
import type { Behaviour } from './rule';

export type Measure = 'VICTIMS' | 'FORCES' | 'BREACHES' | 'OCCASIONS' | 'CONVICTIONS' | 'CHARGES' | 'RISK_GRADE';

/** A figure, with a reason for each thing that was counted. */
export interface Measured {
  readonly figure: number;
  readonly because: readonly Reason[];
}

/** What counts towards a criterion: what happened from a day on, of its families. */
interface View {
  readonly behaviour: Behaviour;
  readonly since: string;
  readonly families: Families;
}

/** Measures what a criterion asks about. */
export function measure({ measure: what, families, withinMonths }: Criterion, behaviour: Behaviour): Measured {
  const since = withinMonths === null ? '' : addMonths(behaviour.today, -withinMonths);
  return measures[what]({ behaviour, since, families: new Families(families, behaviour) });
}

const measures: Record<Measure, (view: View) => Measured> = {
  VICTIMS: (view) =>
    counted(
      'Victim',
      distinct(deedsOf(view), ({ victimId }) => victimId),
    ),
  FORCES: forces,
  BREACHES: (view) =>
    counted(
      'Breach',
      distinct(breachDeeds(view), ({ source }) => source.id),
    ),
  OCCASIONS: (view) =>
    counted(
      'Occasion',
      distinct(
        deedsOf(view).filter(({ isAct }) => isAct),
        ({ victimId, day }) => `${victimId} ${day}`,
      ),
    ),
  CONVICTIONS: ({ behaviour, since, families }) => {
    const convictions = behaviour.charges.filter(isConviction).filter(({ disposedOn }) => disposedOn >= since);
    return charges(
      convictions.filter((charge) => families.haveCharge(charge)),
      ({ disposedOn, family, verdict }) => {
        const how = verdict === 'GUILTY' ? '' : ' in an alternative form';
        return `Convicted on ${inWords(disposedOn)} of ${family}${how}.`;
      },
    );
  },
  CHARGES: ({ behaviour, since, families }) =>
    charges(
      behaviour.charges.filter((charge) => charge.chargedOn >= since && families.haveCharge(charge)),
      ({ chargedOn, family }) => `Charged on ${inWords(chargedOn)} with ${family}.`,
    ),
  RISK_GRADE: riskGrade,
};

/** What was done to one victim, by an incident or by a breach of an order that protects them. */
interface Deed {
  readonly victimId: string;
  readonly day: string;
  readonly source: Source;
  /** Whether it makes an occasion: a breach for which an incident stands does not. */
  readonly isAct: boolean;
}

/** Oldest first. */
function deedsOf(view: View): Deed[] {
  const incidents = incidentsOf(view).map(({ id, victimId, day }): Deed => ({
    victimId,
    day,
    source: { type: 'incident', id },
    isAct: true,
  }));
  return [...incidents, ...breachDeeds(view)].sort(
    (a, b) => compare(a.day, b.day) || compare(a.source.type, b.source.type) || compare(a.source.id, b.source.id),
  );
}

const incidentsOf = ({ behaviour, since, families }: View): Incident[] =>
  behaviour.incidents.filter((incident) => incident.day >= since && families.haveIncident(incident));

const breachDeeds = ({ behaviour, since, families }: View): Deed[] =>
  behaviour.breaches
    .filter(({ day }) => day >= since)
    .flatMap((breach) =>
      breach.order.protectedPersonIds
        .filter((victimId) => families.haveBreach(breach, victimId))
        .map((victimId): Deed => ({
          victimId,
          day: breach.day,
          source: { type: 'breach', id: breach.id },
          isAct: breach.standsAlone,
        })),
    );

/** The first of those that are alike. */
function distinct(deeds: readonly Deed[], keyOf: (deed: Deed) => string): Deed[] {
  const first = new Map<string, Deed>();
  for (const deed of deeds) if (!first.has(keyOf(deed))) first.set(keyOf(deed), deed);
  return [...first.values()];
}

function counted(noun: string, deeds: readonly Deed[]): Measured {
  const because = deeds.map(({ day, source }, index) => ({
    text: `${noun} ${index + 1} of ${deeds.length}, on ${inWords(day)}.`,
    source,
  }));
  return { figure: deeds.length, because };
}

/** Forces of the cases of incidents, each with the first of these. */
function forces(view: View): Measured {
  const firstIn = new Map<string, Reason>();
  for (const incident of incidentsOf(view)) {
    const force = view.behaviour.cases.get(incident.caseId)?.force;
    if (force === undefined || firstIn.has(force)) continue;
    const text = `An incident in a case of force ${force}, on ${inWords(incident.day)}.`;
    firstIn.set(force, { text, source: { type: 'incident', id: incident.id } });
  }
  const because = [...firstIn].sort(([a], [b]) => compare(a, b)).map(([, reason]) => reason);
  return { figure: because.length, because };
}

type Conviction = ChargeFact & { readonly disposedOn: string };

function isConviction(charge: ChargeFact): charge is Conviction {
  const { verdict, disposedOn } = charge;
  return disposedOn !== null && (verdict === 'GUILTY' || verdict === 'GUILTY_OF_ALTERNATIVE');
}

function charges<Charge extends ChargeFact>(found: readonly Charge[], text: (charge: Charge) => string): Measured {
  const because = found.map((charge) => ({
    text: text(charge),
    source: { type: 'charge' as const, id: charge.id },
  }));
  return { figure: found.length, because };
}

const positions: Record<RiskGrade, number> = { STANDARD: 1, MEDIUM: 2, HIGH: 3 };

/** The gravest of the current grades, which are those of the last assessment for each victim. */
function riskGrade({ behaviour, since, families }: View): Measured {
  const victims = new Set(deedsOf({ behaviour, since: '', families }).map(({ victimId }) => victimId));
  const current = unique(behaviour.assessments.map(({ victimId }) => victimId))
    .filter((victimId) => families.isOpen || victims.has(victimId))
    .map((victimId) => lastAssessment(behaviour, victimId)!)
    .filter(({ day }) => day >= since);
  const figure = Math.max(0, ...current.map(({ grade }) => positions[grade]));
  const deciding = current.filter(({ grade }) => positions[grade] === figure);
  return { figure, because: deciding.map(gradeReason) };
}

const gradeReason = ({ id, day, grade }: Assessment): Reason => ({
  text: `The risk was graded ${grade} on ${inWords(day)}.`,
  source: { type: 'riskAssessment', id },
});
