import { referTo, type BundleRecord, type CaseRecord, type IncidentRecord } from './bundle-record';
import { dayOf, isoDay } from './calendar';
import { demoInspection } from './inspection-register';
import { counterAllegation } from './story-people';
import { chargeConduct, CURRENT_GUIDANCE, FULL_CODE_CHARGE } from './story-prosecution';
import type { Scene } from './story-scene';

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
  const incidents = presentFollowingTag(scene, file);
  scene.crime('crime', file, 94, '8/66');
  chargeConduct(scene, file, { offence: 'PH97004', ago: 60, incidents });
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

function presentFollowingTag(scene: Scene, file: CaseRecord): IncidentRecord[] {
  return [
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
  judgedByLaterGuidance(scene, file);
  return scene.records;
}

function judgedByLaterGuidance(scene: Scene, file: CaseRecord): void {
  scene.add('fileExamination', 'hmcpsi', 'examination', {
    inspection: demoInspection(scene.asAt).ref,
    case: referTo('hmcpsi', file),
    examinedOn: isoDay(scene.asAt - 30),
    answers: [{ question: 'REASONS', rating: 'PARTIALLY_MEETING', guidance: CURRENT_GUIDANCE[0] }],
    codeCompliant: 'YES',
    appropriateFamily: 'OTHER',
  });
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
  const incidents = noteAndGate(scene, file);
  scene.crime('crime', file, 209, '195/94', ['195/12']);
  chargeConduct(scene, file, { offence: 'PH97004', ago: 150, incidents });
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

function noteAndGate(scene: Scene, file: CaseRecord): IncidentRecord[] {
  return [
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
}
