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
  kind: shares({ SEVERAL_CASES: 60, BREACH: 40 }), // invented
  recent: 40, // invented: suspects whose last case opened lately, so that much of the world is still going on
  severalCases: byCount([0, 75, 25]), // invented
  otherForce: 22, // invented: a later case is in another force
  /** Of the suspects with a case in another force: does that force hold its own, misspelt record of the person? */
  secondRecord: shares({
    NONE: 55, // invented
    UNDECIDED: 20, // invented
    LINKED_SAME: 17, // invented
    LINKED_DIFFERENT: 8, // invented: a namesake
  }),
};

export const caseShape = {
  relationship: shares({
    FORMER_PARTNER: 46,
    ACQUAINTANCE: 14,
    NEIGHBOUR: 10,
    STRANGER: 9,
    COLLEAGUE: 8,
    FAMILY: 5,
    PARTNER: 3,
    UNKNOWN: 2,
    OTHER: 2,
    PUBLIC_FIGURE: 1,
  }), // invented
  /** How the case ends if it has had the time to. */
  path: shares({
    WITHDREW_EARLY: 32, // sourced with the next: the victim withdrew in 45; the split is invented
    WITHDREW_LATE: 13, // see above
    NFA: 15, // invented: below the 41 that the source gives, so that the demo has charged cases to look at
    CONVICTED: 26, // invented
    ACQUITTED: 6, // invented
    DISCONTINUED: 5, // invented
    CLOSED: 3, // invented
  }),
  /** Paths of a suspect whose repetition shall be a breach: long enough for an order to be made and broken. */
  breachPath: shares({
    WITHDREW_LATE: 45, // sourced, as above
    NFA: 10, // invented
    CONVICTED: 33, // invented
    ACQUITTED: 6, // invented
    DISCONTINUED: 6, // invented
  }),
  restricted: 2, // invented
  official: 4, // invented: classified lower than the usual
  victimStatement: 48, // invented
  informationNotice: 5, // invented: notices that should not be used in stalking cases
  earlyAdvice: 30, // invented
  unansweredAdvice: 15, // invented
  actionPlan: 35, // invented: of the referred cases
  actionDone: 70, // invented: of the items of a plan
  fileCompliant: 55, // invented
  oldFiles: shares({ AVAILABLE: 70, PARTIAL: 10, ARCHIVED: 12, DESTROYED: 4, NOT_FOUND: 4 }), // invented
};

export const conduct = {
  incidents: byCount([12, 16, 17, 15, 12, 9, 6, 4, 3, 3, 2, 1]), // invented
  /** Which kind of story fits which relationship. */
  arcs: {
    FORMER_PARTNER: shares({ SEPARATION: 55, DIGITAL: 25, LETTERS: 20 }), // invented
    PARTNER: shares({ SEPARATION: 1 }), // invented
    FAMILY: shares({ SEPARATION: 1, LETTERS: 1 }), // invented
    COLLEAGUE: shares({ WORKPLACE: 1 }), // invented
    NEIGHBOUR: shares({ FENCE: 1 }), // invented
    STRANGER: shares({ LETTERS: 1, DIGITAL: 1 }), // invented
    ACQUAINTANCE: shares({ LETTERS: 2, DIGITAL: 1, WORKPLACE: 1 }), // invented
    PUBLIC_FIGURE: shares({ DIGITAL: 1 }), // invented
    OTHER: shares({ LETTERS: 1 }), // invented
    UNKNOWN: shares({ DIGITAL: 1 }), // invented
  },
  /** How far the story goes: first contact, watching, threats, attack. */
  reach: byCount([20, 32, 33, 15]), // invented
  /** Further incidents while an order is in force, of a suspect who shall break one. */
  underOrder: byCount([45, 35, 20]), // invented
  afterReport: 38, // invented: incidents that follow the report rather than lead to it
  secondVictim: 30, // invented: incidents against the second victim of a case, where there is one
  sameDay: 12, // invented: an incident on the day of the one before
  timeUnknown: 25, // invented
  lasting: 20, // invented: incidents with an end as well as a beginning
  narrative: 85, // invented
  evidence: shares({ ACCEPTED: 72, UNVERIFIED: 22, DISPROVED: 6 }), // invented
  basis: shares({ ALLEGATION: 80, FACT: 15, OPINION: 5 }), // invented
  /** Share of incidents that put the victim in fear of violence, by the stage of the story. */
  fear: [8, 30, 62, 85], // invented
  seriousAlarm: [15, 35, 55, 75], // invented
  effects: shares({
    CHANGED_ROUTINE: 30,
    SLEEP_LOSS: 24,
    SECURITY_MEASURES: 16,
    CHANGED_CONTACT_DETAILS: 12,
    SOCIAL_WITHDRAWAL: 10,
    COUNSELLING: 8,
    CHANGED_WORK: 5,
    MOVED_HOME: 4,
    OTHER: 2,
  }), // invented
  effectsRecorded: 80, // invented: of the incidents with serious alarm
};

export const recording = {
  /** How the police class the conduct, whatever it amounts to. */
  principal: shares({
    STALKING: 50, // invented
    HARASSMENT: 22, // invented
    COMMUNICATIONS: 14, // invented
    DAMAGE: 6, // invented
    PUBLIC_ORDER: 5, // invented
    CATEGORY_ONLY: 3, // invented: the source gives no code
  }),
  stalkingIncluded: 35, // invented: stalking found as an included classification where it is not the principal crime
  otherIncluded: 15, // invented: another class found beside stalking as the principal crime
  secondCrime: 25, // invented
  breachCrime: 60, // invented: breaches that are recorded as crimes, of those that got past the report
};

export const charging = {
  /** What is charged where the conduct would bear the gravest candidate. */
  choice: shares({ GRAVEST: 58, LESSER: 27, NEIGHBOUR: 15 }), // invented; NEIGHBOUR is another offence altogether
  second: 25, // invented: a further charge beside the first
  breachOnly: 30, // invented: a breach in the case, and nothing else charged
  considered: shares({ REFUSED_WITH_RATIONALE: 55, REFUSED_WITHOUT: 20, NOT_MENTIONED: 25 }), // invented
  /** Why a case ends that is not charged, or no longer. */
  notChargedReason: shares({
    EVIDENTIAL: 74, // invented
    PUBLIC_INTEREST: 18, // invented
    OTHER: 8, // invented: a disposal out of court
  }),
  neighbours: shares({
    MALICIOUS_COMMUNICATIONS: 40,
    CRIMINAL_DAMAGE: 18,
    PUBLIC_ORDER: 18,
    ASSAULT: 10,
    THREATS_TO_KILL: 8,
    COERCIVE_CONTROL: 6,
  }), // invented
  chargedBeforeWithdrawal: 50, // invented: of the late withdrawals
  aggravated: 2, // invented: racially or religiously aggravated forms
  secondVictim: 50, // invented: charges for the second victim of a case
  breachToo: 80, // invented: breaches charged beside the conduct
  threshold: 12, // invented: decisions on the Threshold Test
  citesGuidance: 70, // invented
  citesWrongGuidance: 6, // invented: of those, guidance not in force on the day
  orderConsidered: shares({ YES: 55, NO: 15, NOT_RECORDED: 30 }), // invented
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
  applied: shares({ MADE: 78, DRAFT: 4, REFUSED: 10, WITHDRAWN: 8 }), // invented
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
  state: shares({ REPORTED: 18, CRIMED: 14, INVESTIGATED: 20, REFERRED: 13, NFA: 35 }), // invented
  chargedSeparately: 30, // invented: breaches charged by themselves, apart from the case
  verdict: shares({ GUILTY: 78, NOT_GUILTY: 12, NO_VERDICT: 10 }), // invented
};

export const risk = {
  initialMissing: 8, // invented
  initialLate: 12, // invented
  initialAnswersHistory: 75, // invented: first assessments that name the grave incidents before the report
  /** What follows an event after which the risk should be looked at again. */
  reassessed: shares({ ON_TIME: 62, LATE: 16, NEVER: 22 }), // invented
  statesResponse: 60, // invented: reassessments that name the event they answer
  yes: [22, 34, 48, 60], // invented: share of YES answers by the stage of the story
  unknownAnswer: 12, // invented
  override: 12, // invented
  review: 30, // invented: a routine review later on
  reviewForOrder: 60, // invented: of the reviews in a case with an order
  overrideUpwards: 50, // invented
  referral: 60, // invented: of the high-risk cases
  domesticForum: shares({ MARAC: 70, MATAC: 15, MAPPA: 10, STAC: 5 }), // invented
  otherForum: shares({ STAC: 45, MAPPA: 30, FTAC: 10, OTHER: 15 }), // invented
};

export const examination = {
  share: 18, // invented: of the decided cases
  notExamined: 20, // invented: of those drawn, the file turned out not to be available
  rating: shares({ FULLY_MEETING: 45, PARTIALLY_MEETING: 30, NOT_MEETING: 17, NOT_APPLICABLE: 8 }), // invented
  yes: 62, // invented
  compliant: shares({ YES: 84, NO: 9, NOT_ASSESSED: 7 }), // invented
  otherFamily: 25, // invented: the examiner would have charged something else
  judgedByLaterGuidance: 5, // invented
  comment: 40, // invented
};

/** A table of weights written as one object. */
function shares<T extends string>(table: Record<T, number>): Weighted<T> {
  return (Object.keys(table) as T[]).map((value) => [value, table[value]] as const);
}

/** Weights of the numbers 1, 2, 3 and so on. */
function byCount(weights: readonly number[]): Weighted<number> {
  return weights.map((weight, i) => [i + 1, weight] as const);
}
