import type { ClosedReason, OrderKind } from './bundle-record';

/** Invented sentences, all our own, that the records carry. None of them is anybody's official text. */

export const rationales = {
  accepted: [
    'The acts belong together, and the suspect had been told to stop.',
    'Phone records and two witnesses support the account.',
    'The pattern before the report explains the acts after it.',
  ],
  refused: [
    'The acts lie far apart and each has another explanation.',
    'No statement on how daily life changed; to be looked at again if one comes.',
    'The messages went both ways until the last week.',
    'Who used the account cannot be shown for the later messages.',
  ],
  charge: [
    'All of the conduct since the first letter is before the court.',
    'Realistic prospect on the account of the victim and the call records; in the public interest given the effect.',
    'The breach shows that the warning had no effect.',
  ],
  advice: ['Advice only: the file is not complete enough for a decision.'],
  plan: ['A decision needs the items of the plan first.'],
  plea: ['The plea covers the whole period and leaves the court the powers it needs.'],
  review: [
    'New material served by the police was read; the decision stands.',
    'Charges fit the evidence as it is now.',
  ],
};

/** Why a case stops, by the reason for which it is closed. */
export const stopRationales: Record<ClosedReason, readonly string[]> = {
  VICTIM_WITHDREW: ['The account cannot be supported without the victim, who no longer wishes to go on.'],
  EVIDENTIAL: ['The device evidence was not recovered.', 'Nobody else saw the acts after the first two.'],
  PUBLIC_INTEREST: ['An apology and a move away have ended the contact; a court is not needed.'],
  ADMINISTRATIVE: ['Closed without a decision on the evidence.'],
  CONCLUDED: ['The court has dealt with the case.'],
  OTHER: ['A caution with conditions was accepted.'],
};

export const adviceTopics = ['CHARGE_SELECTION', 'DEVICE_EVIDENCE', 'PROTECTIVE_ORDER', 'VICTIM_STATEMENT', 'BAIL'];
export const adviceTexts = [
  'Look at the whole history, not at the last report alone, and ask what the victim does differently now.',
  'Secure the tag and the account logs first; think about an order before the file is complete.',
  'Treat each contact under the order as conduct of its own.',
];

export const fileGaps = [
  'VICTIM_STATEMENT_MISSING',
  'RISK_ASSESSMENT_MISSING',
  'HISTORY_INCOMPLETE',
  'PHONE_DOWNLOAD_MISSING',
  'ORDER_NOT_ATTACHED',
];

export const planItems = [
  'Statement on the effect on daily life',
  'Download of the messages of the last three months',
  'Statement of the neighbour who saw the car',
  'Copy of the order with proof of service',
  'History of earlier reports in any force',
];

export const prohibitions = [
  'Not to contact the protected person directly or through anybody else.',
  'Not to come within two streets of the home of the protected person.',
  'Not to go to the place where the protected person works.',
  'Not to publish anything about the protected person.',
  'Not to have any tracking device in or near a vehicle of the protected person.',
];
export const requirements = [
  'To attend a course on stalking behaviour, as the supervising officer arranges.',
  'To hand over devices for a check when an officer asks.',
  'To tell the police of every telephone number and account in use.',
];

export const breachReasons = [
  'Meeting by chance could not be ruled out.',
  'No proof that the order had been served by then.',
  'The protected person does not support a prosecution.',
];

export const overrideReasons = [
  'The answers miss how frightened the victim is.',
  'The suspect has been in custody since the answers were given.',
  'Earlier violence in another force is not among the questions.',
];

export const assessorRoles = ['RESPONSE_OFFICER', 'INVESTIGATOR', 'DOMESTIC_ABUSE_UNIT', 'STALKING_COORDINATOR'];

export const referralReasons = ['High grade', 'Professional judgement', 'Escalation over the last month', 'Repeat'];
export const referralOutcomes = [
  'Safety plan agreed; advocate named.',
  'Information shared; no further action by the forum.',
  'Flag on the address; weekly contact.',
];

export const examinerComments = [
  'Demonstration comment: the history is set out well, the order is not discussed.',
  'Demonstration comment: the decision rests on the last incident alone.',
  'Demonstration comment: clear reasons, and the effect on the victim is quoted.',
];

export const outcomeWords: Record<string, string> = {
  '1': 'Charged or summonsed',
  '10': 'Formal action not in the public interest',
  '15': 'Suspect named; victim supports; evidential difficulties',
  '16': 'Suspect named; victim does not support action',
};

/** The outcome code that police put on a crime when its case ends so without a charge. */
export const outcomeOf: Record<ClosedReason, string> = {
  VICTIM_WITHDREW: '16',
  EVIDENTIAL: '15',
  PUBLIC_INTEREST: '10',
  ADMINISTRATIVE: '15',
  CONCLUDED: '1',
  OTHER: '10',
};

/** Courts of towns that do not exist; notices and bail conditions come from elsewhere. */
export const courts: Record<OrderKind, readonly string[]> = {
  SPO: ["Brackenford Magistrates' Court", "Eastmere Magistrates' Court"],
  INTERIM_SPO: ["Brackenford Magistrates' Court", "Eastmere Magistrates' Court"],
  RO_CONVICTION: ["Brackenford Magistrates' Court", 'Crown Court at Holmbridge'],
  RO_ACQUITTAL: ['Crown Court at Holmbridge'],
  NMO: ['Family Court at Eastmere', 'Family Court at Holmbridge'],
  DVPN: [],
  DVPO: ["Eastmere Magistrates' Court"],
  DAPN: [],
  DAPO: ["Brackenford Magistrates' Court", 'Family Court at Holmbridge'],
  CIVIL_INJUNCTION: ['County Court at Holmbridge'],
  BAIL_CONDITIONS: ["Brackenford Magistrates' Court"],
};
