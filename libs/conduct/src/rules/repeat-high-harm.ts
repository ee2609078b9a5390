import { aCase, aCharge, anIncident, someFacts } from '../example';
import { isBreachFamily, isHarassmentFamily, isStalkingFamily } from '../coverage';
import type { ChargeFact } from '../facts';
import type { Breach, Incident } from '../known';
import { addDays, addMonths, inWords, startOfLondonDay } from '../london';
import { type Reason, type Source, compare, unique } from '../reason';
import type { Behaviour, Finding, Rule } from '../rule';

export const repeatHighHarm: Rule = {
  id: 'REPEAT_HIGH_HARM',
  version: 1,
  title: 'Repetition that suggests high harm',
  basis:
    'Domestic Abuse Joint Justice Plan: stalking as high-harm, high-risk repeat offending; there is no settled definition',
  guidance: [{ key: 'domestic-abuse-joint-justice-plan', version: '2024-11' }],
  looksFor: 'Signs that somebody does harm again: to several people, in several places, or in spite of courts.',
  raisedWhen:
    'In the last {repeatMonths} months there are {repeatVictims} victims, {repeatForces} forces or {repeatBreaches} breaches, or an incident after a conviction for stalking, harassment or a breach.',
  severityWhen: 'HIGH on {repeatGrounds} of these grounds or more, otherwise MEDIUM.',
  isNot:
    'It does not say that somebody is a high-harm or high-risk offender. There is no settled definition of one; a deployment can publish its own.',
  readings: [
    'The first day of the {repeatMonths} months counts.',
    'Victims are those of incidents and those whom a broken order protects. Forces are those of the cases of incidents.',
    'The conviction may be older. The incident is on a later day than the verdict, which is guilty or guilty of an alternative; a breach is no incident. Of several convictions the earliest is shown.',
    'There is one flag for a suspect, with reasons for each ground: the last that was done to each victim, in cases of each force, against orders and after the conviction.',
  ],
  example: {
    story: 'He was convicted of harassment in 2019. In 2024 he contacts one colleague and, two days later, another.',
    asAt: '2024-06-01T12:00:00Z',
    facts: someFacts({
      cases: [aCase('C', { victimIds: ['V', 'W'], relationship: 'COLLEAGUE' })],
      incidents: [
        anIncident('I1', '2024-04-01T09:00:00Z'),
        anIncident('I2', '2024-04-03T09:00:00Z', { victimId: 'W' }),
      ],
      charges: [
        aCharge('H1', '2019-02-04', 'HARASSMENT', {
          caseId: 'D',
          victimId: 'X',
          verdict: 'GUILTY',
          disposedOn: '2019-05-20',
        }),
      ],
    }),
  },
  thresholds: ['repeatMonths', 'repeatVictims', 'repeatForces', 'repeatBreaches', 'repeatGrounds'],
  mustSee: [],
  find: (behaviour) => {
    const recent = recentOf(behaviour);
    const grounds = [
      victimsGround(recent, behaviour),
      forcesGround(recent, behaviour),
      breachesGround(recent, behaviour),
      convictionGround(recent, behaviour),
    ].filter((ground) => ground.length > 0);
    if (grounds.length === 0) return [];
    const because = grounds.flat();
    const deeds = namedIn(because, recent);
    return [
      {
        subject: behaviour.personId,
        severity: grounds.length >= behaviour.thresholds.repeatGrounds ? 'HIGH' : 'MEDIUM',
        victims: victimsOf(deeds),
        because,
        restsOn: [
          ...deeds.breaches.map(({ order }): Source => ({ type: 'order', id: order.id })),
          ...casesOf(deeds, behaviour),
        ],
      } satisfies Finding,
    ];
  },
  changesAt: ({ incidents, breaches }, { repeatMonths }) =>
    [...incidents, ...breaches].map(({ day }) => startOfLondonDay(leavesOn(day, repeatMonths))),
};

/** The first day whose last months do not hold a day; several days can look back to one where months are shorter. */
function leavesOn(day: string, months: number): string {
  let today = addMonths(day, months);
  while (addMonths(today, -months) <= day) today = addDays(today, 1);
  return today;
}

/** What the reasons are about, for others may not be seen by who sees these. */
function namedIn(because: readonly Reason[], { incidents, breaches }: Recent): Recent {
  const ids = new Set(because.map(({ source }) => source.id));
  return { incidents: incidents.filter(({ id }) => ids.has(id)), breaches: breaches.filter(({ id }) => ids.has(id)) };
}

/** The cases of the incidents, which say what force they are of. */
const casesOf = ({ incidents }: Recent, { cases }: Behaviour): Source[] =>
  incidents.filter(({ caseId }) => cases.has(caseId)).map(({ caseId }) => ({ type: 'case', id: caseId }));

interface Recent {
  readonly incidents: readonly Incident[];
  readonly breaches: readonly Breach[];
}

function recentOf({ incidents, breaches, today, thresholds }: Behaviour): Recent {
  const from = addMonths(today, -thresholds.repeatMonths);
  return {
    incidents: incidents.filter(({ day }) => day >= from),
    breaches: breaches.filter(({ day }) => day >= from),
  };
}

const victimsOf = ({ incidents, breaches }: Recent): readonly string[] =>
  unique([...incidents.map(({ victimId }) => victimId), ...breaches.flatMap(({ order }) => order.protectedPersonIds)]);

const incidentReason = ({ id, day }: Incident, text: string): Reason => ({
  text: `${text}, on ${inWords(day)}.`,
  source: { type: 'incident', id },
});

const breachReason = ({ id, day }: Breach, text: string): Reason => ({
  text: `${text}, on ${inWords(day)}.`,
  source: { type: 'breach', id },
});

/**
 * One reason for each victim: the last thing done to them. So here and below, for what is last stays in view longest: as
 * months go by, a flag comes to rest on fewer records, and on others only where something new has been recorded.
 */
function victimsGround(recent: Recent, { thresholds }: Behaviour): Reason[] {
  const victims = victimsOf(recent);
  if (victims.length < thresholds.repeatVictims) return [];
  return victims.map((victimId, index) => {
    const which = `Victim ${index + 1} of ${victims.length}`;
    const incident = recent.incidents.findLast((one) => one.victimId === victimId);
    const breach = recent.breaches.findLast(({ order }) => order.protectedPersonIds.includes(victimId));
    if (incident && (!breach || incident.day >= breach.day)) return incidentReason(incident, which);
    return breachReason(breach!, which);
  });
}

/** One reason for each force: the last incident in its cases. */
function forcesGround({ incidents }: Recent, { cases, thresholds }: Behaviour): Reason[] {
  const lastIn = new Map<string, Incident>();
  for (const incident of incidents) {
    const force = cases.get(incident.caseId)?.force;
    if (force !== undefined) lastIn.set(force, incident);
  }
  if (lastIn.size < thresholds.repeatForces) return [];
  return [...lastIn]
    .sort(([a], [b]) => compare(a, b))
    .map(([force, incident]) => incidentReason(incident, `An incident in a case of force ${force}`));
}

/** As many of the last breaches as are repetition. */
function breachesGround({ breaches }: Recent, { thresholds: { repeatBreaches } }: Behaviour): Reason[] {
  if (breaches.length < repeatBreaches) return [];
  return breaches.slice(-repeatBreaches).map((breach) => breachReason(breach, 'A breach of an order'));
}

/** The conviction, however old, and the last incident on a later day. */
function convictionGround({ incidents }: Recent, { charges }: Behaviour): Reason[] {
  const convictions = charges
    .filter(isConviction)
    .sort((a, b) => compare(a.disposedOn!, b.disposedOn!) || compare(a.id, b.id));
  const first = convictions[0];
  if (!first) return [];
  const after = incidents.findLast(({ day }) => day > first.disposedOn!);
  if (!after) return [];
  const conviction: Reason = {
    text: `Convicted on ${inWords(first.disposedOn!)} of ${first.family}${first.verdict === 'GUILTY' ? '' : ' in an alternative form'}.`,
    source: { type: 'charge', id: first.id },
  };
  return [conviction, incidentReason(after, 'An incident after the conviction')];
}

function isConviction({ verdict, disposedOn, family }: ChargeFact): boolean {
  const convicted = verdict === 'GUILTY' || verdict === 'GUILTY_OF_ALTERNATIVE';
  const relevant = isStalkingFamily(family) || isHarassmentFamily(family) || isBreachFamily(family);
  return convicted && disposedOn !== null && relevant;
}
