import { aBreach, aCharge, anIncident, anOrder, someFacts } from '../example';
import { isBreachFamily } from '../coverage';
import { type CourseOfConduct, groundsOf } from '../courses';
import type { ChargeFact } from '../facts';
import type { Breach, Incident } from '../known';
import { addDays, inWords } from '../london';
import { type Reason, type Source, unique } from '../reason';
import { type Behaviour, type Finding, type Rule, type Variant, neverChanges } from '../rule';

export const breachChargedAlone: Rule = {
  id: 'BREACH_CHARGED_ALONE',
  version: 1,
  title: 'A breach charged as if it stood alone',
  basis:
    'Protection from Harassment Act 1997 s.7(3); CPS guidance on restraining orders: charge new offences and courses of conduct in addition to the breach',
  guidance: [{ key: 'cps-restraining-orders', version: '2025-01' }],
  looksFor: 'A broken order that was charged as if nothing else had happened.',
  raisedWhen:
    'A charge names the breach; nothing but breaches has been charged for its victims or in its case from {breachHistoryDays} days before it on; and it was more than a breach, or another incident came in those days (NEW_OFFENCE), or its day belongs to a course of conduct (COURSE_OF_CONDUCT).',
  severityWhen: 'HIGH where the charge is dated {breachAloneHighFrom} or later, otherwise MEDIUM.',
  isNot: 'It does not say that another charge would succeed. It says that the file shows more than was charged.',
  readings: [
    'The victims are all whom the order protects. The cases are those of the charges that name the breach, and that of its incident.',
    'Another incident counts, whatever was done, if it was not later than the breach: by the clock where both times are known, else by the day.',
    'A course of conduct against several people does not count.',
    'It is HIGH if any charge that names the breach is dated so. There is one flag for a breach, with its variants.',
  ],
  example: {
    story:
      'A restraining order protects her. He contacts her in November, and in February he follows her, which breaks the order. Only the breach is charged.',
    asAt: '2025-06-01T12:00:00Z',
    facts: someFacts({
      orders: [anOrder('O', { madeOn: '2024-06-03' })],
      incidents: [
        anIncident('I1', '2024-11-10'),
        anIncident('I2', '2025-02-20T18:00:00Z', { behaviours: ['S2A_A', 'BREACH_RO'] }),
      ],
      breaches: [aBreach('B1', '2025-02-20T18:00:00Z', { incidentId: 'I2', state: 'CHARGED' })],
      charges: [aCharge('H1', '2025-03-03', 'BREACH_RESTRAINING_ORDER', { breachIds: ['B1'] })],
    }),
  },
  thresholds: ['breachHistoryDays', 'breachAloneHighFrom', 'occasionsOfCourse'],
  mustSee: [],
  find: (behaviour) => behaviour.breaches.flatMap((breach) => findOf(breach, behaviour)),
  changesAt: neverChanges,
};

function findOf(breach: Breach, behaviour: Behaviour): Finding[] {
  const { charges, thresholds } = behaviour;
  const naming = charges.filter(({ breachIds }) => breachIds.includes(breach.id));
  if (naming.length === 0) return [];
  const from = addDays(breach.day, -thresholds.breachHistoryDays);
  const bearing = chargesBearingOn(breach, naming, charges, from);
  if (!bearing.every(({ family }) => isBreachFamily(family))) return [];

  const newOffence = [...ownOffence(breach), ...earlierIncidents(breach, behaviour, from)];
  const courses = coursesOn(breach, behaviour).map((course) => groundsOf(course, ['HARASSMENT']));
  const variants: Variant[] = [];
  if (courses.length > 0) variants.push('COURSE_OF_CONDUCT');
  if (newOffence.length > 0) variants.push('NEW_OFFENCE');
  if (variants.length === 0) return [];
  return [
    {
      subject: breach.id,
      severity: naming.some(({ chargedOn }) => chargedOn >= thresholds.breachAloneHighFrom) ? 'HIGH' : 'MEDIUM',
      victims: unique(breach.order.protectedPersonIds),
      because: [
        {
          text: `A breach of an order is recorded on ${inWords(breach.day)}.`,
          source: { type: 'breach', id: breach.id },
        },
        ...bearing.map(chargeReason),
        ...newOffence,
        ...courses.flatMap(({ because }) => because),
      ],
      restsOn: [
        { type: 'order', id: breach.order.id },
        // One that names the breach counts however early it was.
        ...naming.map(({ id }): Source => ({ type: 'charge', id })),
        ...courses.flatMap(({ restsOn }) => restsOn),
      ],
      variants,
    },
  ];
}

/** Charges for the people whom the order protects, or in the breach's cases, from the first day looked at on. */
function chargesBearingOn(
  { order, incident }: Breach,
  naming: readonly ChargeFact[],
  charges: readonly ChargeFact[],
  from: string,
): ChargeFact[] {
  const caseIds = naming.map(({ caseId }) => caseId);
  if (incident) caseIds.push(incident.caseId);
  return charges.filter(
    ({ chargedOn, victimId, caseId }) =>
      chargedOn >= from &&
      (caseIds.includes(caseId) || (victimId !== null && order.protectedPersonIds.includes(victimId))),
  );
}

const chargeReason = ({ id, chargedOn, family }: ChargeFact): Reason => ({
  text: `What was charged on ${inWords(chargedOn)} is ${family}, a breach.`,
  source: { type: 'charge', id },
});

function ownOffence({ incident }: Breach): Reason[] {
  const others = incident?.behaviours.filter((behaviour) => !behaviour.startsWith('BREACH_')) ?? [];
  if (!incident || others.length === 0) return [];
  return [
    {
      text: `The breach was more than a breach: ${unique(others).join(', ')}.`,
      source: { type: 'incident', id: incident.id },
    },
  ];
}

function earlierIncidents(breach: Breach, { incidents, thresholds }: Behaviour, from: string): Reason[] {
  return incidents
    .filter(
      (incident) =>
        incident.id !== breach.incidentId &&
        breach.order.protectedPersonIds.includes(incident.victimId) &&
        incident.day >= from &&
        isNotLater(incident, breach),
    )
    .map(({ id, day }) => ({
      text: `Another incident against a person the order protects, on ${inWords(day)}, within ${thresholds.breachHistoryDays} days before the breach.`,
      source: { type: 'incident', id },
    }));
}

/** By the clock where both times are known, else by the day. */
const isNotLater = (incident: Incident, breach: Breach): boolean =>
  incident.timeKnown && breach.timeKnown ? incident.at <= breach.at : incident.day <= breach.day;

/** The courses of conduct against one protected person that have an occasion on the breach's day. */
const coursesOn = ({ order, day }: Breach, { courses }: Behaviour): CourseOfConduct[] =>
  courses.filter(
    ({ group, victims, occasions }) =>
      !group && order.protectedPersonIds.includes(victims[0]!) && occasions.some((occasion) => occasion.day === day),
  );
