import type {
  Basis,
  DayToDayEffect,
  Evidence,
  Family,
  FileAvailability,
  Forum,
  Rating,
  Relationship,
  Verdict,
} from './bundle-record';
import type { Weighted } from './random';

/**
 * Every share and weight of the demo world. Shares are per cent. Hardly any of these is known for England and Wales:
 * what is marked "invented" was chosen so that the demo shows every situation, and says nothing about real casework.
 * "Sourced" figures describe police records of one city: "Stalking in London: a deep dive" (MOPAC, July 2024).
 */

/** Rough size of the forces that the demo uses, by CJS code; every CPS area has at least one. */
export const forceWeights: Weighted<string> = [
  ['01', 24], // invented
  ['06', 12], // invented
  ['20', 10], // invented
  ['13', 8], // invented
  ['43', 6], // invented
  ['44', 6], // invented
  ['05', 5], // invented
  ['42', 5], // invented
  ['46', 5], // invented
  ['14', 4], // invented
  ['10', 4], // invented
  ['52', 4], // invented
  ['62', 4], // invented
  ['47', 4], // invented
  ['50', 3], // invented
  ['31', 3], // invented
  ['32', 2], // invented
  ['34', 2], // invented
  ['04', 3], // invented
  ['17', 2], // invented
  ['21', 2], // invented
  ['36', 2], // invented
  ['41', 2], // invented
  ['55', 2], // invented
  ['60', 2], // invented
  ['48', 1], // invented
];

export const people = {
  femaleVictims: 80, // sourced: four in five victims
  femaleSuspects: 14, // invented
  alias: 12, // invented: suspects also known by another name
  phone: 35, // invented: suspects with a known telephone number
  email: 45, // invented
  pncId: 70, // invented
  pncIdFoundAgain: 30, // invented: second records of a person that bear the same number
  misspeltFamilyName: 50, // invented: of those records; the others misspell the given name
  unknownBirthDate: 6, // invented
  sameVictimAgain: 60, // invented: a later case has the victim of the one before
  secondVictim: 14, // invented: a case with two victims
};

export const history = {
  repeats: 67, // sourced: two thirds had offended before
  /** What makes a suspect a repeat one here; with `repeats`, about 1.5 cases a suspect. */
  kind: [
    ['SEVERAL_CASES', 60], // invented
    ['BREACH', 40], // invented
  ] as Weighted<'SEVERAL_CASES' | 'BREACH'>,
  severalCases: [
    [2, 75], // invented
    [3, 25], // invented
  ] as Weighted<number>,
  otherForce: 22, // invented: a later case is in another force
  /** Of the suspects with a case in another force: does that force hold its own, misspelt record of the person? */
  secondRecord: [
    ['NONE', 55], // invented
    ['UNDECIDED', 20], // invented
    ['LINKED_SAME', 17], // invented
    ['LINKED_DIFFERENT', 8], // invented: another person with the same name
  ] as Weighted<'NONE' | 'UNDECIDED' | 'LINKED_SAME' | 'LINKED_DIFFERENT'>,
};

export const caseShape = {
  relationship: [
    ['FORMER_PARTNER', 46], // invented
    ['ACQUAINTANCE', 14], // invented
    ['NEIGHBOUR', 10], // invented
    ['STRANGER', 9], // invented
    ['COLLEAGUE', 8], // invented
    ['FAMILY', 5], // invented
    ['PARTNER', 3], // invented
    ['UNKNOWN', 2], // invented
    ['OTHER', 2], // invented
    ['PUBLIC_FIGURE', 1], // invented
  ] as Weighted<Relationship>,
  /** How the case ends if it has had the time to. */
  path: [
    ['WITHDREW_EARLY', 32], // with WITHDREW_LATE 45: sourced, share of cases in which the victim withdrew
    ['WITHDREW_LATE', 13], // see above; the split is invented
    ['NFA', 15], // invented: below the 41 that the source gives, so that the demo has charged cases to look at
    ['CONVICTED', 26], // invented
    ['ACQUITTED', 6], // invented
    ['DISCONTINUED', 5], // invented
    ['CLOSED', 3], // invented
  ] as Weighted<'WITHDREW_EARLY' | 'WITHDREW_LATE' | 'NFA' | 'CONVICTED' | 'ACQUITTED' | 'DISCONTINUED' | 'CLOSED'>,
  /** Paths of a suspect whose repetition shall be a breach: long enough for an order to be made and broken. */
  breachPath: [
    ['WITHDREW_LATE', 25], // invented
    ['NFA', 15], // invented
    ['CONVICTED', 45], // invented
    ['ACQUITTED', 8], // invented
    ['DISCONTINUED', 7], // invented
  ] as Weighted<'WITHDREW_LATE' | 'NFA' | 'CONVICTED' | 'ACQUITTED' | 'DISCONTINUED'>,
  restricted: 2, // invented
  official: 4, // invented: classified lower than the usual
  victimStatement: 48, // invented
  informationNotice: 5, // invented: notices that should not be used in stalking cases
  earlyAdvice: 30, // invented
  unansweredAdvice: 15, // invented
  actionPlan: 35, // invented: of the referred cases
  actionDone: 70, // invented: of the items of a plan
  fileCompliant: 55, // invented
  oldFiles: [
    ['AVAILABLE', 70], // invented
    ['PARTIAL', 10], // invented
    ['ARCHIVED', 12], // invented
    ['DESTROYED', 4], // invented
    ['NOT_FOUND', 4], // invented
  ] as Weighted<FileAvailability>,
};

export const conduct = {
  incidents: [
    [1, 12], // invented
    [2, 16], // invented
    [3, 17], // invented
    [4, 15], // invented
    [5, 12], // invented
    [6, 9], // invented
    [7, 6], // invented
    [8, 4], // invented
    [9, 3], // invented
    [10, 3], // invented
    [11, 2], // invented
    [12, 1], // invented
  ] as Weighted<number>,
  /** Which kind of story fits which relationship. */
  arcs: {
    FORMER_PARTNER: [
      ['SEPARATION', 55], // invented
      ['DIGITAL', 25], // invented
      ['LETTERS', 20], // invented
    ],
    PARTNER: [['SEPARATION', 1]], // invented
    FAMILY: [
      ['SEPARATION', 1], // invented
      ['LETTERS', 1], // invented
    ],
    COLLEAGUE: [['WORKPLACE', 1]], // invented
    NEIGHBOUR: [['FENCE', 1]], // invented
    STRANGER: [
      ['LETTERS', 1], // invented
      ['DIGITAL', 1], // invented
    ],
    ACQUAINTANCE: [
      ['LETTERS', 2], // invented
      ['DIGITAL', 1], // invented
      ['WORKPLACE', 1], // invented
    ],
    PUBLIC_FIGURE: [['DIGITAL', 1]], // invented
    OTHER: [['LETTERS', 1]], // invented
    UNKNOWN: [['DIGITAL', 1]], // invented
  } as Record<Relationship, Weighted<'LETTERS' | 'DIGITAL' | 'SEPARATION' | 'WORKPLACE' | 'FENCE'>>,
  /** How far the story goes: first contact, watching, threats, attack. */
  reach: [
    [1, 20], // invented
    [2, 32], // invented
    [3, 33], // invented
    [4, 15], // invented
  ] as Weighted<number>,
  /** Further incidents while an order is in force, of a suspect who shall break one. */
  underOrder: [
    [1, 45], // invented
    [2, 35], // invented
    [3, 20], // invented
  ] as Weighted<number>,
  afterReport: 38, // invented: incidents that follow the report rather than lead to it
  secondVictim: 30, // invented: incidents against the second victim of a case, where there is one
  sameDay: 12, // invented: an incident on the day of the one before
  timeUnknown: 25, // invented
  lasting: 20, // invented: incidents with an end as well as a beginning
  narrative: 85, // invented
  evidence: [
    ['ACCEPTED', 72], // invented
    ['UNVERIFIED', 22], // invented
    ['DISPROVED', 6], // invented
  ] as Weighted<Evidence>,
  basis: [
    ['ALLEGATION', 80], // invented
    ['FACT', 15], // invented
    ['OPINION', 5], // invented
  ] as Weighted<Basis>,
  /** Share of incidents that put the victim in fear of violence, by the stage of the story. */
  fear: [8, 30, 62, 85], // invented
  seriousAlarm: [15, 35, 55, 75], // invented
  effects: [
    ['CHANGED_ROUTINE', 30], // invented
    ['SLEEP_LOSS', 24], // invented
    ['SECURITY_MEASURES', 16], // invented
    ['CHANGED_CONTACT_DETAILS', 12], // invented
    ['SOCIAL_WITHDRAWAL', 10], // invented
    ['COUNSELLING', 8], // invented
    ['CHANGED_WORK', 5], // invented
    ['MOVED_HOME', 4], // invented
    ['OTHER', 2], // invented
  ] as Weighted<DayToDayEffect>,
  effectsRecorded: 80, // invented: of the incidents with serious alarm
};

export const recording = {
  /** How the police class the conduct, whatever it amounts to. */
  principal: [
    ['STALKING', 50], // invented
    ['HARASSMENT', 22], // invented
    ['COMMUNICATIONS', 14], // invented
    ['DAMAGE', 6], // invented
    ['PUBLIC_ORDER', 5], // invented
    ['CATEGORY_ONLY', 3], // invented: the source gives no code
  ] as Weighted<'STALKING' | 'HARASSMENT' | 'COMMUNICATIONS' | 'DAMAGE' | 'PUBLIC_ORDER' | 'CATEGORY_ONLY'>,
  stalkingIncluded: 35, // invented: stalking found as an included classification where it is not the principal crime
  otherIncluded: 15, // invented: another class found beside stalking as the principal crime
  secondCrime: 25, // invented
  breachCrime: 60, // invented: breaches that are recorded as crimes, of those that got past the report
};

export const charging = {
  /** What is charged where the conduct would bear the gravest candidate. */
  choice: [
    ['GRAVEST', 58], // invented
    ['LESSER', 27], // invented
    ['NEIGHBOUR', 15], // invented: another offence altogether
  ] as Weighted<'GRAVEST' | 'LESSER' | 'NEIGHBOUR'>,
  second: 25, // invented: a further charge beside the first
  breachOnly: 30, // invented: a breach in the case, and nothing else charged
  considered: [
    ['REFUSED_WITH_RATIONALE', 55], // invented
    ['REFUSED_WITHOUT', 20], // invented
    ['NOT_MENTIONED', 25], // invented
  ] as Weighted<'REFUSED_WITH_RATIONALE' | 'REFUSED_WITHOUT' | 'NOT_MENTIONED'>,
  /** Why a case ends that is not charged, or no longer. */
  notChargedReason: [
    ['EVIDENTIAL', 74], // invented
    ['PUBLIC_INTEREST', 18], // invented
    ['OTHER', 8], // invented: a disposal out of court
  ] as Weighted<'EVIDENTIAL' | 'PUBLIC_INTEREST' | 'OTHER'>,
  neighbours: [
    ['MALICIOUS_COMMUNICATIONS', 40], // invented
    ['CRIMINAL_DAMAGE', 18], // invented
    ['PUBLIC_ORDER', 18], // invented
    ['ASSAULT', 10], // invented
    ['THREATS_TO_KILL', 8], // invented
    ['COERCIVE_CONTROL', 6], // invented
  ] as Weighted<Family>,
  chargedBeforeWithdrawal: 50, // invented: of the late withdrawals
  aggravated: 2, // invented: racially or religiously aggravated forms
  secondVictim: 50, // invented: charges for the second victim of a case
  breachToo: 80, // invented: breaches charged beside the conduct
  threshold: 12, // invented: decisions on the Threshold Test
  citesGuidance: 70, // invented
  citesWrongGuidance: 6, // invented: of those, guidance not in force on the day
  orderConsidered: [
    ['YES', 55], // invented
    ['NO', 15], // invented
    ['NOT_RECORDED', 30], // invented
  ] as Weighted<'YES' | 'NO' | 'NOT_RECORDED'>,
  policeDecides: 35, // invented: of the cases that never reach a prosecutor
  review: 25, // invented: a later review of the case
  victimReview: 10, // invented: of the decisions to stop
  pleaAccepted: 10, // invented: of the convictions, on a lesser plea
  guiltyPlea: 60, // invented: of the convictions
  alternativeVerdict: 8, // invented: of the convictions
  rationale: 75, // invented: decisions that say why
};

export const orders = {
  spo: 20, // invented: cases in which a stalking protection order is sought
  nonMolestation: 24, // invented: of the domestic cases
  violenceNotice: 14, // invented: of the domestic cases
  abuseNotice: 45, // invented: of the domestic cases where and when such orders can be had
  injunction: 4, // invented: of the other cases
  bailConditions: 40, // invented: of the charged cases
  onConviction: 72, // invented
  onAcquittal: 30, // invented
  interimFirst: 35, // invented: of the orders applied for
  /** What becomes of an application. */
  applied: [
    ['MADE', 78], // invented
    ['DRAFT', 4], // invented
    ['REFUSED', 10], // invented
    ['WITHDRAWN', 8], // invented
  ] as Weighted<'MADE' | 'DRAFT' | 'REFUSED' | 'WITHDRAWN'>,
  untilFurtherOrder: 22, // invented
  neverServed: 4, // invented
  varied: 12, // invented
  discharged: 5, // invented
  quashed: 2, // invented
  renewalApplied: 22, // invented: orders near their end whose renewal is applied for
  renewed: 60, // invented: of those applications
  requirement: 55, // invented: of the orders that may carry one
  breachRecognised: 85, // invented: incidents under an order that are recorded as its breach
  breachWithoutIncident: 12, // invented: orders in force with a breach known by itself only
};

export const breaches = {
  /** How far a breach gets that the case's charges do not name. */
  state: [
    ['REPORTED', 18], // invented
    ['CRIMED', 14], // invented
    ['INVESTIGATED', 20], // invented
    ['REFERRED', 13], // invented
    ['NFA', 35], // invented
  ] as Weighted<'REPORTED' | 'CRIMED' | 'INVESTIGATED' | 'REFERRED' | 'NFA'>,
  chargedSeparately: 30, // invented: breaches charged by themselves, apart from the case
  verdict: [
    ['GUILTY', 78], // invented
    ['NOT_GUILTY', 12], // invented
    ['NO_VERDICT', 10], // invented
  ] as Weighted<Verdict>,
};

export const risk = {
  initialMissing: 8, // invented
  initialLate: 12, // invented
  initialAnswersHistory: 75, // invented: first assessments that name the grave incidents before the report
  /** What follows an event after which the risk should be looked at again. */
  reassessed: [
    ['ON_TIME', 62], // invented
    ['LATE', 16], // invented
    ['NEVER', 22], // invented
  ] as Weighted<'ON_TIME' | 'LATE' | 'NEVER'>,
  statesResponse: 60, // invented: reassessments that name the event they answer
  yes: [22, 34, 48, 60], // invented: share of YES answers by the stage of the story
  unknownAnswer: 12, // invented
  override: 12, // invented
  review: 30, // invented: a routine review later on
  reviewForOrder: 60, // invented: of the reviews in a case with an order
  overrideUpwards: 50, // invented
  referral: 60, // invented: of the high-risk cases
  domesticForum: [
    ['MARAC', 70], // invented
    ['MATAC', 15], // invented
    ['MAPPA', 10], // invented
    ['STAC', 5], // invented
  ] as Weighted<Forum>,
  otherForum: [
    ['STAC', 45], // invented
    ['MAPPA', 30], // invented
    ['FTAC', 10], // invented
    ['OTHER', 15], // invented
  ] as Weighted<Forum>,
};

export const examination = {
  share: 18, // invented: of the decided cases
  notExamined: 20, // invented: of those drawn, the file turned out not to be available
  rating: [
    ['FULLY_MEETING', 45], // invented
    ['PARTIALLY_MEETING', 30], // invented
    ['NOT_MEETING', 17], // invented
    ['NOT_APPLICABLE', 8], // invented
  ] as Weighted<Rating>,
  yes: 62, // invented
  compliant: [
    ['YES', 84], // invented
    ['NO', 9], // invented
    ['NOT_ASSESSED', 7], // invented
  ] as Weighted<'YES' | 'NO' | 'NOT_ASSESSED'>,
  otherFamily: 25, // invented: the examiner would have charged something else
  judgedByLaterGuidance: 5, // invented
  comment: 40, // invented
};
