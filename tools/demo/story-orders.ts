import { referTo, type BundleRecord, type CaseRecord, type IncidentRecord, type OrderRecord } from './bundle-record';
import { addYears, isoDay } from './calendar';
import { chargeConduct } from './story-prosecution';
import type { Scene } from './story-scene';

type OrderFacts = Pick<OrderRecord, 'kind'> & Partial<OrderRecord> & { madeOn: string };

/** A court order in force for the one victim of a case, made and served on the same day. */
function courtOrder(scene: Scene, of: CaseRecord, facts: OrderFacts): OrderRecord {
  const { madeOn } = facts;
  const across = (ref: CaseRecord['suspects'][number]) => (typeof ref === 'string' ? { source: of.source, ref } : ref);
  const order = scene.add('order', 'hmcts', 'order', {
    suspect: of.suspects.map(across)[0] ?? '',
    case: referTo('hmcts', of),
    force: scene.force,
    protectedPersons: of.victims.map(across),
    court: "Brackenford Magistrates' Court",
    servedOn: madeOn,
    effectiveFrom: madeOn,
    state: 'IN_FORCE',
    conditions: [
      { ref: 'c1', kind: 'PROHIBITION', text: 'Not to contact the protected person in any way.' },
      { ref: 'c2', kind: 'PROHIBITION', text: 'Not to come near the place where the protected person works.' },
    ],
    ...facts,
  });
  scene.add('orderEvent', 'hmcts', 'order-made', { order: order.ref, on: madeOn, kind: 'MADE' });
  scene.add('orderEvent', 'hmcts', 'order-served', { order: order.ref, on: madeOn, kind: 'SERVED' });
  return order;
}

/** A florist's former customer breaks a restraining order by waiting for her again; only the breach is charged. */
export function breachChargedAlone(scene: Scene): BundleRecord[] {
  const suspect = scene.suspect('S1', 'Marek', 'Calloway', '1984-03-09');
  const victim = scene.victim('V1', 'Bethan', 'Lomax');
  earlierDamage(
    scene,
    scene.case('C0', 1, suspect, victim, { ...closedAsConvicted, openedAgo: 600, closedOn: scene.ago(520) }),
  );
  const now = scene.case('C1', 2, suspect, victim, {
    stage: 'CHARGED',
    relationship: 'ACQUAINTANCE',
    domestic: false,
    openedAgo: 119,
  });
  scene.incident('letter', now, {
    ago: 150,
    behaviours: ['S2A_B'],
    channel: 'POST',
    narrative: 'A card to the shop: "Wednesdays used to be ours."',
    fearOfViolence: true,
  });
  const waiting = scene.incident('waiting', now, {
    ago: 120,
    at: 17 * 60,
    behaviours: ['S2A_E', 'S2A_A', 'BREACH_RO'],
    channel: 'IN_PERSON',
    narrative: 'He waited across from the shop at closing time and walked behind her to the tram.',
    fearOfViolence: true,
  });
  scene.crime('crime', now, 119, '8/31', ['8/65']);
  chargeBreachOnly(scene, now, reportBreach(scene, now, waiting));
  return scene.records;
}

function reportBreach(scene: Scene, now: CaseRecord, waiting: IncidentRecord): string {
  const breach = scene.add('breach', scene.source, 'breach', {
    order: { source: 'hmcts', ref: `story/${scene.name}/order` },
    occurredAt: waiting.occurredFrom,
    incident: waiting.ref,
    conditions: ['c2'],
    reportedAt: scene.agoAt(120, 19 * 60),
    state: 'CHARGED',
  });
  scene.assessment('after-breach', now, 119, {
    trigger: 'BREACH',
    grade: 'MEDIUM',
    respondsTo: [{ type: 'breach', ref: breach.ref }],
  });
  return breach.ref;
}

const closedAsConvicted = {
  stage: 'CONVICTED',
  relationship: 'ACQUAINTANCE',
  domestic: false,
  closedReason: 'CONCLUDED',
} as const;

/** The conviction that led to the restraining order: for damage, long enough ago not to count beside the breach. */
function earlierDamage(scene: Scene, earlier: CaseRecord): void {
  const damage = scene.incident('window', earlier, {
    ago: 605,
    behaviours: ['CRIMINAL_DAMAGE'],
    narrative: 'The shop window was broken on the evening after she had asked him not to come back.',
  });
  scene.crime('damage', earlier, 600, '149/0', ['195/12']);
  chargeConduct(scene, earlier, { offence: 'CD71039', ago: 560, incidents: [damage], convictedAgo: 520 });
  const madeOn = scene.ago(520);
  courtOrder(scene, earlier, { kind: 'RO_CONVICTION', madeOn, effectiveTo: isoDay(addYears(scene.asAt - 520, 5)) });
}

function chargeBreachOnly(scene: Scene, now: CaseRecord, breach: string): void {
  scene.add('charge', scene.source, 'breach-charge', {
    case: now.ref,
    suspect: now.suspects[0] ?? '',
    victim: now.victims[0],
    offence: 'SE20002',
    chargedOn: scene.ago(95),
    breaches: [breach],
    plea: 'NONE',
  });
  scene.decision('decision', now, {
    decidedOn: scene.ago(95),
    kind: 'CHARGE',
    test: 'FULL_CODE',
    evidentialStageMet: true,
    publicInterestStageMet: true,
    outcome: 'CHARGE',
    considered: [{ family: 'BREACH_RESTRAINING_ORDER', accepted: true, rationale: 'Admitted in interview.' }],
    guidanceCited: [{ key: 'directors-guidance-on-charging', version: 'DG6' }],
    orderConsidered: 'YES',
  });
}

/** A breach of a stalking protection order lies where it was reported; the risk is high and has been looked at. */
export function breachNotActioned(scene: Scene): BundleRecord[] {
  const suspect = scene.suspect('S1', 'Dilip', 'Thackray', '1991-11-23');
  const victim = scene.victim('V1', 'Ioana', 'Stancu');
  const file = scene.case('C1', 3, suspect, victim, {
    stage: 'INVESTIGATION',
    relationship: 'STRANGER',
    domestic: false,
    openedAgo: 320,
  });
  scene.incident('bus', file, {
    ago: 335,
    behaviours: ['S2A_A'],
    channel: 'IN_PERSON',
    narrative: 'He took the same bus for the fourth evening and got off at her stop.',
  });
  scene.crime('crime', file, 319, '195/12');
  const madeOn = scene.ago(290);
  courtOrder(scene, file, { kind: 'SPO', madeOn, effectiveTo: isoDay(addYears(scene.asAt - 290, 3)) });
  const breach = scene.add('breach', scene.source, 'breach', {
    order: { source: 'hmcts', ref: `story/${scene.name}/order` },
    occurredAt: scene.agoAt(70, 8 * 60),
    conditions: ['c1'],
    reportedAt: scene.agoAt(70, 9 * 60),
    state: 'REPORTED',
  });
  scene.assessment('after-breach', file, 69, {
    trigger: 'BREACH',
    grade: 'HIGH',
    respondsTo: [{ type: 'breach', ref: breach.ref }],
  });
  return scene.records;
}

/** High risk on the first day, then a threat and an entry, and nobody looks at the risk again. */
export function riskNotReassessed(scene: Scene): BundleRecord[] {
  const suspect = scene.suspect('S1', 'Gavin', 'Penhale', '1978-07-02');
  const victim = scene.victim('V1', 'Yetunde', 'Salako');
  const file = scene.case('C1', 4, suspect, victim, {
    stage: 'INVESTIGATION',
    relationship: 'FORMER_PARTNER',
    domestic: true,
    openedAgo: 60,
  });
  scene.incident('calls', file, {
    ago: 62,
    behaviours: ['S2A_B'],
    channel: 'PHONE',
    narrative: 'Nineteen calls in the night after the locks were changed.',
  });
  scene.assessment('first', file, 60, { trigger: 'INITIAL', grade: 'HIGH' });
  scene.incident('threat', file, {
    ago: 25,
    at: 21 * 60,
    behaviours: ['THREAT_KILL', 'S2A_B'],
    channel: 'TEXT',
    narrative: 'A message that neither of them would see the summer.',
    fearOfViolence: true,
  });
  scene.incident('entry', file, {
    ago: 18,
    behaviours: ['ENTRY_HOME'],
    channel: 'IN_PERSON',
    narrative: 'The kitchen had been tidied and two cups stood on the table when she came home.',
    fearOfViolence: true,
  });
  scene.crime('crime', file, 60, '8/65');
  return scene.records;
}

/** A stalking protection order that was broken last winter ends in twelve days, and nobody has asked for more time. */
export function orderExpiring(scene: Scene): BundleRecord[] {
  const suspect = scene.suspect('S1', 'Iwan', 'Redfern', '1969-01-30');
  const victim = scene.victim('V1', 'Carys', 'Prosser');
  const ends = scene.asAt + 12;
  const made = addYears(ends, -2);
  const file = scene.case('C1', 5, suspect, victim, {
    stage: 'NFA',
    relationship: 'COLLEAGUE',
    domestic: false,
    openedAgo: scene.asAt - made + 40,
    closedOn: isoDay(made + 30),
    closedReason: 'EVIDENTIAL',
  });
  scene.incident('desk', file, {
    ago: scene.asAt - made + 45,
    behaviours: ['S2A_F'],
    channel: 'IN_PERSON',
    narrative: 'Her desk had been gone through again and a photograph was missing.',
  });
  courtOrder(scene, file, { kind: 'SPO', madeOn: isoDay(made), effectiveTo: isoDay(ends) });
  const breach = scene.add('breach', scene.source, 'breach', {
    order: { source: 'hmcts', ref: `story/${scene.name}/order` },
    occurredAt: scene.agoAt(170, 12 * 60),
    conditions: ['c1'],
    reportedAt: scene.agoAt(170, 13 * 60),
    state: 'NFA',
    reason: 'The message could not be traced to his telephone.',
  });
  scene.assessment('after-breach', file, 169, {
    trigger: 'BREACH',
    grade: 'MEDIUM',
    respondsTo: [{ type: 'breach', ref: breach.ref }],
  });
  return scene.records;
}
