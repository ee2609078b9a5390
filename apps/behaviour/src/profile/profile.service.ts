import type { FactKind, SuspectFacts } from '@throughline/conduct';
import { type Context, invalidInput } from '@throughline/subgraph';
import type { Suspect } from '../elsewhere';
import { BehaviourProfile } from './profile.model';

/** What the gateway gathers about a person, by their rights who ask, before anything is told of them. */
export const FACTS = '@requires(fields: "linkedIds caseFacts orderFacts riskFacts inspectionFacts")';

/** The facts about one person that came with a request, and what was made of them. */
export interface Person {
  readonly facts: SuspectFacts;
  readonly profiles: Map<string, BehaviourProfile>;
}

/** One moment and one view of each person for a whole request. */
class Asked {
  readonly now = new Date().toISOString();
  readonly people = new Map<string, Person>();
}

const requests = new WeakMap<Context, Asked>();

function askedIn(context: Context): Asked {
  let asked = requests.get(context);
  if (!asked) requests.set(context, (asked = new Asked()));
  return asked;
}

/** The person whom a suspect is, wherever in the request, and however often, they are met. */
export function personOf(suspect: Suspect, context: Context): Person {
  const { people } = askedIn(context);
  const key = (suspect.linkedIds ?? [suspect.id]).join(' ');
  let person = people.get(key);
  if (!person) people.set(key, (person = { facts: factsOf(suspect), profiles: new Map() }));
  return person;
}

/** What is shown of a suspect as at a moment. Throws `INVALID_INPUT` for one outside the calendar. */
export function profileOf(suspect: Suspect, asAt: string | null | undefined, context: Context): BehaviourProfile {
  const { facts, profiles } = personOf(suspect, context);
  const moment = momentOf(asAt, context);
  let profile = profiles.get(moment);
  if (!profile) profiles.set(moment, (profile = new BehaviourProfile(facts, moment)));
  return profile;
}

/** The moment asked about, in UTC; now, where none is. Throws `INVALID_INPUT` for one outside the calendar. */
export function momentOf(asAt: string | null | undefined, context: Context): string {
  if (!asAt) return askedIn(context).now;
  const moment = new Date(asAt).toISOString().replace('.000Z', 'Z');
  // A zone can carry a moment of the years 1 and 9999 over their edge.
  if (!/^\d{4}-/.test(moment) || moment.startsWith('0000')) {
    throw invalidInput([{ field: 'asAt', reason: 'must lie in the years 1 to 9999' }]);
  }
  return moment;
}

/** The facts that the gateway gathered, as they came. What did not come is unseen, which is not the same as none. */
function factsOf({ id, linkedIds, caseFacts, orderFacts, riskFacts, inspectionFacts }: Suspect): SuspectFacts {
  const sources: [FactKind, object | null | undefined][] = [
    // Without the links nobody can tell whose the cases would be.
    ['CASES', linkedIds && caseFacts],
    ['ORDERS', orderFacts],
    ['RISK_ASSESSMENTS', riskFacts],
    ['INSPECTIONS', inspectionFacts],
  ];
  return {
    suspectIds: linkedIds ?? [id],
    cases: [],
    incidents: [],
    recordedCrimes: [],
    charges: [],
    decisions: [],
    orders: [],
    breaches: [],
    assessments: [],
    guidanceVersions: [],
    examinations: [],
    ...caseFacts,
    ...orderFacts,
    ...riskFacts,
    ...inspectionFacts,
    unseen: sources.flatMap(([kind, facts]) => (facts ? [] : kind)),
  };
}
