import type { BundleRecord } from './bundle-record';
import { chargeConduct, CURRENT_GUIDANCE, FULL_CODE_CHARGE } from './story-prosecution';
import { Scene } from './story-scene';

/** One man under two spellings: convicted in one force, and at it again with somebody else in another. */
export function repeatHighHarm(scene: Scene): BundleRecord[] {
  const suspect = scene.suspect('S1', 'Gethin', 'Rowlands', '1982-12-05');
  const victim = scene.victim('V1', 'Halima', 'Siddiqui');
  const first = scene.case('C1', 8, suspect, victim, {
    stage: 'CONVICTED',
    relationship: 'ACQUAINTANCE',
    domestic: false,
    openedAgo: 690,
    closedOn: scene.ago(560),
    closedReason: 'CONCLUDED',
  });
  const incidents = [
    scene.incident('gym', first, {
      ago: 705,
      behaviours: ['S2A_E'],
      channel: 'IN_PERSON',
      narrative: 'He waited at the gym on each of her days.',
    }),
    scene.incident('fence', first, {
      ago: 692,
      behaviours: ['S2A_G'],
      channel: 'IN_PERSON',
      narrative: 'A neighbour saw him photograph her windows.',
    }),
  ];
  scene.crime('crime', first, 689, '195/12');
  chargeConduct(scene, first, { offence: 'PH97006', ago: 640, incidents, convictedAgo: 560 });
  scene.decision('decision', first, {
    ...FULL_CODE_CHARGE,
    decidedOn: scene.ago(642),
    guidanceCited: CURRENT_GUIDANCE,
  });
  const elsewhere = new Scene(scene.name, scene.asAt, '43', 'THAMES_AND_CHILTERN');
  againElsewhere(elsewhere, suspect.source);
  return [...scene.records, ...elsewhere.records];
}

function againElsewhere(scene: Scene, otherForce: string): void {
  const suspect = scene.suspect('S2', 'Gethyn', 'Rowland', '1982-12-05');
  const victim = scene.victim('V2', 'Megan', 'Haines');
  const second = scene.case('C2', 9, suspect, victim, {
    stage: 'REFERRED',
    relationship: 'STRANGER',
    domestic: false,
    openedAgo: 90,
    referredOn: scene.ago(20),
  });
  scene.incident('library', second, {
    ago: 104,
    behaviours: ['S2A_A'],
    channel: 'IN_PERSON',
    narrative: 'He followed her from the library to the station and stood by the door of the train.',
  });
  scene.incident('platform', second, {
    ago: 91,
    behaviours: ['S2A_E'],
    channel: 'IN_PERSON',
    narrative: 'He was on the platform again and had moved when she had moved.',
  });
  scene.crime('second-crime', second, 89, '195/12');
  scene.add('identityLink', scene.source, 'same-person', {
    a: { source: otherForce, ref: `story/${scene.name}/S1` },
    b: suspect.ref,
    decision: 'SAME',
    decidedBy: 'Records bureau (demonstration role)',
    reason: 'Same date of birth and same photograph under two spellings.',
  });
}

/** The same two people the other way round: one person may be a victim in one case and a suspect in another. */
export function counterAllegation(scene: Scene): void {
  const suspect = scene.suspect('S2', 'Paula', 'Cragg', '1966-04-21');
  const victim = scene.victim('V2', 'Trevor', 'Ramsbottom');
  const counter = scene.case('C2', 12, suspect, victim, {
    stage: 'CLOSED',
    relationship: 'NEIGHBOUR',
    domestic: false,
    openedAgo: 205,
    closedOn: scene.ago(170),
    closedReason: 'ADMINISTRATIVE',
  });
  scene.incident('lamp', counter, {
    ago: 207,
    behaviours: ['OTHER'],
    narrative: 'A garden lamp shone into his bedroom all night.',
    evidence: 'UNVERIFIED',
  });
}
