import type { SuspectFacts } from '@throughline/conduct';
import {
  type BehaviourCode,
  type OffenceFamily,
  type OrderKind,
  behaviourTitles,
  offenceFamilyTitles,
  orderKindTitles,
} from '@throughline/reference';

/** One fact: what it is, when it was, and what it says. */
type Row = readonly [what: string, when: string, says: string];

interface Dated {
  readonly day: string;
  readonly row: Row;
}

/** The facts of an example as rows, those without a date first, then oldest first. */
export function rowsOf(facts: SuspectFacts): Row[] {
  const dated = [...conduct(facts), ...orders(facts), ...proceedings(facts), ...guidance(facts)];
  const cases = facts.cases.map(({ id, force, victimIds, relationship }): Row => [
    `Case ${id}`,
    '',
    sentence(`Force ${force}`, `victims ${victimIds.join(' and ')}`, relationship.toLowerCase().replace('_', ' ')),
  ]);
  return [...cases, ...dated.sort((a, b) => (a.day < b.day ? -1 : 1)).map(({ row }) => row)];
}

const sentence = (...parts: (string | false | null)[]): string => parts.filter(Boolean).join('; ');

const londonTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  ...{ day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
});
const londonDay = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'long' });

/** A day as people say it. */
export const dayInWords = (day: string): string => londonDay.format(Date.parse(`${day}T12:00:00Z`));

const fact = (what: string, day: string, says: string): Dated => ({ day, row: [what, dayInWords(day), says] });

function timed(what: string, at: string, timeKnown: boolean, says: string): Dated {
  return { day: at, row: [what, (timeKnown ? londonTime : londonDay).format(Date.parse(at)), says] };
}

/** A behaviour in words, without the section that makes it one. */
const behaviour = (code: string): string =>
  `${behaviourTitles[code as BehaviourCode].replace(/ \(Protection.*/, '')} (\`${code}\`)`;

const family = (name: string | null): string =>
  name === null ? 'unknown' : offenceFamilyTitles[name as OffenceFamily];

function conduct({ incidents, assessments }: SuspectFacts): Dated[] {
  return [
    ...incidents.map(({ id, occurredFrom, timeKnown, victimId, behaviours, fearOfViolence }) =>
      timed(
        `Incident ${id}`,
        occurredFrom,
        timeKnown,
        sentence(`Victim ${victimId}`, ...behaviours.map(behaviour), fearOfViolence && 'fear of violence'),
      ),
    ),
    ...assessments.map(({ id, assessedAt, timeKnown, victimId, grade }) =>
      timed(`Risk assessment ${id}`, assessedAt, timeKnown, sentence(`Victim ${victimId}`, `graded ${grade}`)),
    ),
  ];
}

function orders({ orders: all, breaches }: SuspectFacts): Dated[] {
  return [
    ...all.map(({ id, kind, madeOn, effectiveTo, protectedPersonIds, state }) =>
      fact(
        `Order ${id}`,
        madeOn ?? '',
        sentence(
          orderKindTitles[kind as OrderKind],
          `protects ${protectedPersonIds.join(' and ')}`,
          effectiveTo !== null && `ends on ${dayInWords(effectiveTo)}`,
          state,
        ),
      ),
    ),
    ...breaches.map(({ id, occurredAt, timeKnown, orderId, incidentId, state }) =>
      timed(
        `Breach ${id}`,
        occurredAt,
        timeKnown,
        sentence(`Of order ${orderId}`, incidentId !== null && `it was incident ${incidentId}`, state),
      ),
    ),
  ];
}

function proceedings({ recordedCrimes, charges, decisions }: SuspectFacts): Dated[] {
  return [
    ...recordedCrimes.map(({ id, recordedOn, principalFamily }) =>
      fact(`Recorded crime ${id}`, recordedOn, `Recorded as: ${family(principalFamily)}`),
    ),
    ...charges.map(({ id, chargedOn, family: of, victimId, breachIds, verdict, disposedOn }) =>
      fact(
        `Charge ${id}`,
        chargedOn,
        sentence(
          family(of),
          victimId !== null && `victim ${victimId}`,
          breachIds.length > 0 && `names breach ${breachIds.join(' and ')}`,
          verdict !== null && disposedOn !== null && `${verdict} on ${dayInWords(disposedOn)}`,
        ),
      ),
    ),
    ...decisions.map(({ id, decidedOn, kind, guidanceCited }) =>
      fact(
        `Decision ${id}`,
        decidedOn,
        sentence(kind, ...guidanceCited.map(({ key, version }) => `cites ${key}@${version}`)),
      ),
    ),
  ];
}

function guidance({ guidanceVersions }: SuspectFacts): Dated[] {
  return guidanceVersions.map(({ key, version, inForceFrom, datePrecision }) =>
    fact(
      `Guidance ${key}@${version}`,
      inForceFrom,
      datePrecision === 'MONTH' ? 'Came into force on some day of that month' : 'Came into force',
    ),
  );
}
