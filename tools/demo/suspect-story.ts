import type { BundleRecord, Located, Relationship } from './bundle-record';
import { addBreaches } from './breaches';
import type { Day } from './calendar';
import { openCase, addFileWork } from './case-file';
import { planCase, endOf, type CasePath, type CasePlan } from './case-plan';
import { addConduct, addIncident, type Happening } from './conduct';
import { Dossier } from './dossier';
import { addExamination } from './examination';
import { acts } from './narratives';
import type { ActiveOrder } from './orders';
import { addOrders } from './order-plan';
import { addSuspect, addVictim, inventSuspect, miswritten, namesake, type Person } from './people';
import { caseShape, conduct, forceWeights, history, people } from './proportions';
import { addProsecution } from './prosecution';
import { Random } from './random';
import { addRecordedCrimes } from './recording';
import { addRisk } from './risk';

const MOST_VICTIMS = 3;
/** Age in days of the oldest last case. */
const OLDEST = 1500;

/** All records of the suspect with this number. They depend on the seed, the number and the day, and nothing else. */
export function suspectStory(seed: string, index: number, asAt: Day): BundleRecord[] {
  const random = new Random(`${seed}/${index}`);
  const dossier = new Dossier(index, random, asAt);
  const person = inventSuspect(dossier);
  const kind = random.percent(history.repeats) ? random.weighted(history.kind) : 'ONCE';
  const home = random.weighted(forceWeights);
  const suspect = addSuspect(dossier, `police:${home}`, person);
  const life: Life = { dossier, person, home, suspect, orders: [], known: undefined, breach: kind === 'BREACH' };
  const days = caseDays(
    random,
    asAt,
    kind === 'SEVERAL_CASES' ? random.weighted(history.severalCases) : 1,
    life.breach,
  );
  days.forEach((opened, i) => tellCase(life, i, opened));
  return dossier.records;
}

/** What runs through the cases of one suspect. */
interface Life {
  dossier: Dossier;
  person: Person;
  home: string;
  suspect: Located;
  /** Orders of all cases so far: a later case may break them. */
  orders: ActiveOrder[];
  /** The victim of the case before, who may be the victim again. */
  known: { victim: Located; relationship: Relationship } | undefined;
  /** Whether the one case shall have an order early and a breach of it. */
  breach: boolean;
}

/** The days on which the cases open, the earliest first. */
function caseDays(random: Random, asAt: Day, count: number, breach: boolean): Day[] {
  // An order and its breach take some months.
  const youngest = breach ? 120 : 10;
  let day = asAt - (random.percent(history.recent) ? random.between(youngest, 270) : random.between(270, OLDEST));
  const days = [day];
  while (days.length < count) {
    day -= random.between(120, 700);
    days.unshift(day);
  }
  return days;
}

/** Tells one case from the report on. */
function tellCase(life: Life, number: number, opened: Day): void {
  const { dossier, breach } = life;
  const { random } = dossier;
  const elsewhere = number > 0 && random.percent(history.otherForce);
  const force = elsewhere ? random.weighted(forceWeights.filter(([code]) => code !== life.home)) : life.home;
  const source = `police:${force}`;
  const second = elsewhere && mayHaveMore(dossier) ? secondRecord(life, source) : undefined;
  const known = second === undefined ? life.known : undefined;
  const victims = victimsOf(dossier, source, known?.victim);
  const path: CasePath = random.weighted<CasePath>(breach ? caseShape.breachPath : caseShape.path);
  const drawn = random.weighted(caseShape.relationship);
  const relationship = known !== undefined && victims[0] === known.victim ? known.relationship : drawn;
  const setting = { force, source, suspect: second ?? life.suspect, victims, relationship, path, opened };
  const plan = openCase(dossier, planCase(random, setting, dossier.lastDay), number);
  tellWithin(life, plan);
  if (second === undefined && victims[0] !== undefined) life.known = { victim: victims[0], relationship };
}

function tellWithin(life: Life, plan: CasePlan): void {
  const { dossier } = life;
  addFileWork(dossier, plan);
  const happenings = addConduct(dossier, plan);
  const orders = addOrders(dossier, plan, life.breach);
  if (life.breach) happenings.push(...conductUnder(dossier, plan, orders));
  life.orders.push(...orders);
  const breaches = addBreaches(dossier, plan, happenings, life.orders);
  addProsecution(dossier, plan, { happenings, breaches });
  addRecordedCrimes(dossier, plan, breaches);
  addRisk(dossier, plan, { happenings, breaches, orders });
  addExamination(dossier, plan, happenings);
}

/** The other force's own record of the suspect, or of a namesake, and what people decided about the two. */
function secondRecord({ dossier, person, suspect }: Life, source: string): Located | undefined {
  const kind = dossier.random.weighted(history.secondRecord);
  if (kind === 'NONE') return undefined;
  const different = kind === 'LINKED_DIFFERENT';
  const other = addSuspect(dossier, source, different ? namesake(dossier, person) : miswritten(dossier.random, person));
  if (kind === 'UNDECIDED') return other;
  dossier.add('identityLink', source, {
    a: { source: suspect.source, ref: suspect.ref },
    b: other.ref,
    decision: different ? 'DIFFERENT' : 'SAME',
    decidedBy: 'Records bureau (demonstration role)',
    reason: different ? 'Same name, another date of birth and another face.' : 'Same fingerprints under two spellings.',
  });
  return other;
}

function victimsOf(dossier: Dossier, source: string, known: Located | undefined): Located[] {
  const { random } = dossier;
  const again = known !== undefined && (random.percent(people.sameVictimAgain) || !mayHaveMore(dossier));
  const first = again ? known : addVictim(dossier, source);
  const second = mayHaveMore(dossier) && random.percent(people.secondVictim) ? [addVictim(dossier, source)] : [];
  return [first, ...second];
}

function mayHaveMore(dossier: Dossier): boolean {
  return dossier.count('victim') < MOST_VICTIMS;
}

/** Further incidents while the first order is in force. */
function conductUnder(dossier: Dossier, plan: CasePlan, orders: readonly ActiveOrder[]): Happening[] {
  const { random, lastDay } = dossier;
  const [order] = orders;
  const [victim] = plan.victims;
  if (order === undefined || victim === undefined) return [];
  const happenings: Happening[] = [];
  let day = order.from;
  for (let i = random.weighted(conduct.underOrder); i > 0; i--) {
    day += random.between(2, 18);
    if (day > Math.min(order.to, endOf(plan, lastDay))) break;
    const act = random.pick([acts.messages, acts.following, acts.loitering, acts.calls, acts.threatHarm]);
    happenings.push(addIncident(dossier, plan, { day, stage: random.between(1, 2), act, victim }));
  }
  return happenings;
}
