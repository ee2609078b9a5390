import { referTo, type BundleRecord, type CaseRecord } from './bundle-record';
import { dayOf, isoDay } from './calendar';
import { demoInspection } from './inspection-register';
import { Scene } from './story-scene';

const FULL_CODE_CHARGE = {
  kind: 'CHARGE',
  test: 'FULL_CODE',
  evidentialStageMet: true,
  publicInterestStageMet: true,
  outcome: 'CHARGE',
} as const;
const CURRENT_GUIDANCE = [{ key: 'cps-stalking-or-harassment', version: '2023-04-24' }];

/** A colleague's presents, then following, then a tag under the car; harassment is charged and nothing more. */
export function unchargedCourse(scene: Scene): BundleRecord[] {
  const suspect = scene.suspect('S1', 'Neil', 'Garside', '1975-05-18');
  const victim = scene.victim('V1', 'Priya', 'Mistry');
  const file = scene.case('C1', 6, suspect, victim, {
    stage: 'CHARGED',
    relationship: 'COLLEAGUE',
    domestic: false,
    openedAgo: 95,
    referredOn: scene.ago(75),
  });
  const incidents = [
    scene.incident('present', file, {
      ago: 130,
      behaviours: ['S2A_B'],
      channel: 'GIFT',
      narrative: 'A scarf on her chair, the third present since she had asked him to stop.',
    }),
    scene.incident('car-park', file, {
      ago: 118,
      at: 17 * 60 + 40,
      behaviours: ['S2A_A'],
      channel: 'IN_PERSON',
      narrative: 'He drove behind her from the car park to her sister and turned round there.',
    }),
    scene.incident('tag', file, {
      ago: 97,
      behaviours: ['S2A_D'],
      channel: 'DEVICE',
      cyber: true,
      narrative: 'A tag was found under the rear seat; she has gone to work by train since.',
      seriousAlarmOrDistress: true,
      dayToDayEffects: ['CHANGED_ROUTINE', 'SLEEP_LOSS'],
    }),
  ];
  scene.crime('crime', file, 94, '8/66');
  charge(
    scene,
    file,
    'PH97004',
    60,
    incidents.map(({ ref }) => ref),
  );
  scene.decision('decision', file, {
    ...FULL_CODE_CHARGE,
    decidedOn: scene.ago(61),
    considered: [
      { family: 'HARASSMENT', accepted: true, rationale: 'Three unwanted acts within five weeks.' },
      { family: 'STALKING', accepted: false },
    ],
    guidanceCited: CURRENT_GUIDANCE,
    orderConsidered: 'NOT_RECORDED',
  });
  return scene.records;
}

function charge(
  scene: Scene,
  file: CaseRecord,
  offence: string,
  ago: number,
  incidents: string[],
  disposedAgo?: number,
) {
  const disposed =
    disposedAgo === undefined
      ? { plea: 'NONE' }
      : { plea: 'G', verdict: 'GUILTY' as const, disposedOn: scene.ago(disposedAgo) };
  return scene.add('charge', file.source, `charge-${offence}`, {
    case: file.ref,
    suspect: file.suspects[0] ?? '',
    victim: file.victims[0],
    offence,
    chargedOn: scene.ago(ago),
    incidents,
    ...disposed,
  });
}

/** A former partner writes, follows and waits; the record says malicious communications. */
export function possiblyMislabelled(scene: Scene): BundleRecord[] {
  const suspect = scene.suspect('S1', 'Tomasz', 'Nowicki', '1988-09-14');
  const victim = scene.victim('V1', 'Jodie', 'Hindle');
  const file = scene.case('C1', 7, suspect, victim, {
    stage: 'INVESTIGATION',
    relationship: 'FORMER_PARTNER',
    domestic: true,
    openedAgo: 70,
  });
  scene.incident('messages', file, {
    ago: 90,
    at: 23 * 60 - 120,
    behaviours: ['S2A_B'],
    channel: 'SOCIAL_MEDIA',
    cyber: true,
    narrative: 'Sixteen messages from an account with her own picture.',
  });
  scene.incident('school', file, {
    ago: 80,
    behaviours: ['S2A_A'],
    channel: 'IN_PERSON',
    narrative: 'He walked behind her and the children from the school to the shop.',
  });
  scene.incident('bench', file, {
    ago: 72,
    behaviours: ['S2A_E'],
    channel: 'IN_PERSON',
    narrative: 'He sat on the bench across from her door from four until dark.',
  });
  scene.crime('crime', file, 70, '8/72');
  return scene.records;
}

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
  charge(
    scene,
    first,
    'PH97006',
    640,
    incidents.map(({ ref }) => ref),
    560,
  );
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

/** A decision of March 2022 cites guidance of June, and an examiner judges it by guidance of the year after. */
export function guidanceNotInForce(scene: Scene): BundleRecord[] {
  const suspect = scene.suspect('S1', 'Callum', 'Birtles', '1995-02-27');
  const victim = scene.victim('V1', 'Zofia', 'Pawlak');
  const file = scene.case('C1', 10, suspect, victim, {
    stage: 'NFA',
    relationship: 'ACQUAINTANCE',
    domestic: false,
    openedAgo: scene.asAt - dayOf('2021-12-06'),
    referredOn: '2022-02-14',
    closedOn: '2022-03-14',
    closedReason: 'EVIDENTIAL',
  });
  scene.incident('flowers', file, {
    ago: scene.asAt - dayOf('2021-12-04'),
    behaviours: ['S2A_B'],
    channel: 'GIFT',
    narrative: 'Flowers came to her work with no name on the card.',
  });
  scene.decision('decision', file, {
    decidedOn: '2022-03-14',
    kind: 'CHARGE',
    test: 'FULL_CODE',
    evidentialStageMet: false,
    outcome: 'NFA_EVIDENTIAL',
    guidanceCited: [
      { key: 'police-cps-protocol', version: '2018-05-23' },
      { key: 'cps-restraining-orders', version: '2022-06-22' },
    ],
    rationale: 'One present, and no proof of who sent it.',
    orderConsidered: 'YES',
  });
  scene.add('fileExamination', 'hmcpsi', 'examination', {
    inspection: demoInspection(scene.asAt).ref,
    case: referTo('hmcpsi', file),
    examinedOn: isoDay(scene.asAt - 30),
    answers: [{ question: 'REASONS', rating: 'PARTIALLY_MEETING', guidance: CURRENT_GUIDANCE[0] }],
    codeCompliant: 'YES',
    appropriateFamily: 'OTHER',
  });
  return scene.records;
}

/** Neighbours at odds: stalking was thought of and refused with reasons. She, in turn, is a suspect in his report. */
export function consideredAndRefused(scene: Scene): BundleRecord[] {
  const suspect = scene.suspect('S1', 'Trevor', 'Ramsbottom', '1961-08-08');
  const victim = scene.victim('V1', 'Paula', 'Cragg');
  const file = scene.case('C1', 11, suspect, victim, {
    stage: 'CHARGED',
    relationship: 'NEIGHBOUR',
    domestic: false,
    openedAgo: 210,
    referredOn: scene.ago(180),
  });
  const incidents = [
    scene.incident('note', file, {
      ago: 235,
      behaviours: ['S2A_B'],
      channel: 'POST',
      narrative: 'A note under the door about the height of the hedge, with an insult.',
    }),
    scene.incident('gate', file, {
      ago: 212,
      behaviours: ['S2A_E'],
      channel: 'IN_PERSON',
      narrative: 'He stood at her gate for an hour and measured the hedge.',
    }),
  ];
  scene.crime('crime', file, 209, '195/94', ['195/12']);
  charge(
    scene,
    file,
    'PH97004',
    150,
    incidents.map(({ ref }) => ref),
  );
  scene.decision('decision', file, {
    ...FULL_CODE_CHARGE,
    decidedOn: scene.ago(152),
    considered: [
      { family: 'HARASSMENT', accepted: true, rationale: 'Two insulting acts, both meant to be noticed.' },
      { family: 'STALKING', accepted: false, rationale: 'Both acts were about the hedge and not about her.' },
    ],
    guidanceCited: CURRENT_GUIDANCE,
    orderConsidered: 'YES',
  });
  counterAllegation(scene);
  return scene.records;
}

/** The same two people the other way round: one person may be a victim in one case and a suspect in another. */
function counterAllegation(scene: Scene): void {
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
