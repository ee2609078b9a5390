// Made from the schema and the operations by `npm run compose`.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** What was done to a record. */
export const ActivityKind = {
  /** It was recorded. */
  Recorded: 'RECORDED',
  /** It was changed. */
  Changed: 'CHANGED',
  /** It was withdrawn. */
  Withdrawn: 'WITHDRAWN'
} as const;

export type ActivityKind = typeof ActivityKind[keyof typeof ActivityKind];
/** Early advice that was given. */
export type AnswerEarlyAdviceInput = {
  /** Chosen by the caller, once for each thing to be done: sent again, it brings the first answer again and changes nothing. */
  requestId: string;
  /** Why it is done; kept in the history. */
  reason?: string | null | undefined;
  /** Check everything and change nothing. */
  validateOnly?: boolean;
  /** Id of the record. */
  id: string;
  /** The `recordVersion` that the change is meant for: CONFLICT where the record has changed since, with what differs. */
  expectedVersion?: number | null | undefined;
  /** When it was given. */
  respondedAt: unknown;
  /** The advice. */
  advice: string;
};

/** What a statement is (Data Protection Act 2018 s.38). */
export const AssertionBasis = {
  /** A fact. */
  Fact: 'FACT',
  /** What somebody alleges. */
  Allegation: 'ALLEGATION',
  /** Somebody’s opinion. */
  Opinion: 'OPINION'
} as const;

export type AssertionBasis = typeof AssertionBasis[keyof typeof AssertionBasis];
/** What of the log is asked for; every condition given must hold. */
export type AuditFilter = {
  /** Who saw or changed this record. */
  recordId?: string | null | undefined;
  /** What this key or person did. */
  principalId?: string | null | undefined;
  /** What this agency did. */
  agency?: string | null | undefined;
  /** From this moment on. */
  from?: string | null | undefined;
  /** Before this moment. */
  to?: string | null | undefined;
  /** Kinds of what was done. */
  kinds?: Array<string> | null | undefined;
  /** ALLOWED, or the code of a refusal. */
  outcome?: string | null | undefined;
};

/** What was done with personal data (Data Protection Act 2018 s.62). */
export const AuditKind = {
  /** Data was taken in. */
  Collection: 'COLLECTION',
  /** Data was changed. */
  Alteration: 'ALTERATION',
  /** Data was looked at. */
  Consultation: 'CONSULTATION',
  /** Data went to another organisation. */
  Disclosure: 'DISCLOSURE',
  /** Data of several records was put together. */
  Combination: 'COMBINATION',
  /** Data was withdrawn. */
  Erasure: 'ERASURE'
} as const;

export type AuditKind = typeof AuditKind[keyof typeof AuditKind];
/** What somebody did. */
export const BehaviourCode = {
  /** Following the person (Protection from Harassment Act 1997 s.2A(3)(a)) */
  S2AA: 'S2A_A',
  /** Contacting the person, or trying to, by any means (Protection from Harassment Act 1997 s.2A(3)(b)) */
  S2AB: 'S2A_B',
  /** Publishing material about the person, or as if it came from them (Protection from Harassment Act 1997 s.2A(3)(c)) */
  S2AC: 'S2A_C',
  /** Monitoring the person's internet, e-mail or other electronic communication (Protection from Harassment Act 1997 s.2A(3)(d)) */
  S2AD: 'S2A_D',
  /** Loitering in a public or private place (Protection from Harassment Act 1997 s.2A(3)(e)) */
  S2AE: 'S2A_E',
  /** Interfering with property in the person's possession (Protection from Harassment Act 1997 s.2A(3)(f)) */
  S2AF: 'S2A_F',
  /** Watching or spying on the person (Protection from Harassment Act 1997 s.2A(3)(g)) */
  S2AG: 'S2A_G',
  /** Threatening violence */
  ThreatViolence: 'THREAT_VIOLENCE',
  /** Threatening to kill */
  ThreatKill: 'THREAT_KILL',
  /** Threatening sexual violence */
  ThreatSexual: 'THREAT_SEXUAL',
  /** Threatening to harm themselves so as to put pressure on the person */
  ThreatSelfHarm: 'THREAT_SELF_HARM',
  /** Threatening to damage property */
  ThreatProperty: 'THREAT_PROPERTY',
  /** Threatening to disclose images or private information */
  ThreatDisclosure: 'THREAT_DISCLOSURE',
  /** Harassing the person's family, friends, colleagues or other people around them */
  ThirdPartyHarassment: 'THIRD_PARTY_HARASSMENT',
  /** Using other people or services to reach, watch or harass the person */
  StalkingByProxy: 'STALKING_BY_PROXY',
  /** Damaging property */
  CriminalDamage: 'CRIMINAL_DAMAGE',
  /** Assault */
  Assault: 'ASSAULT',
  /** Strangling or suffocating */
  Strangulation: 'STRANGULATION',
  /** Entering the person's home */
  EntryHome: 'ENTRY_HOME',
  /** Using, carrying or showing a weapon */
  Weapon: 'WEAPON',
  /** Vexatious complaints or court proceedings */
  VexatiousComplaint: 'VEXATIOUS_COMPLAINT',
  /** Interfering with the person's money, work or housing */
  Economic: 'ECONOMIC',
  /** Taking, making or sharing intimate images without consent */
  ImageAbuse: 'IMAGE_ABUSE',
  /** Making a false report about the person */
  FalseReport: 'FALSE_REPORT',
  /** Misusing contact with children to reach or control the person */
  ChildContactMisuse: 'CHILD_CONTACT_MISUSE',
  /** Threatening suicide */
  SuicideThreat: 'SUICIDE_THREAT',
  /** Breach of a stalking protection order, full or interim */
  BreachSpo: 'BREACH_SPO',
  /** Breach of a restraining order */
  BreachRo: 'BREACH_RO',
  /** Breach of a non-molestation order */
  BreachNmo: 'BREACH_NMO',
  /** Breach of a domestic violence protection notice or order */
  BreachDvpo: 'BREACH_DVPO',
  /** Breach of a domestic abuse protection notice or order */
  BreachDapo: 'BREACH_DAPO',
  /** Breach of a civil injunction against harassment */
  BreachInjunction: 'BREACH_INJUNCTION',
  /** Breach of bail conditions */
  BreachBail: 'BREACH_BAIL',
  /** Other behaviour, described in the narrative */
  Other: 'OTHER'
} as const;

export type BehaviourCode = typeof BehaviourCode[keyof typeof BehaviourCode];
/** What can be done about a breach. */
export const BreachAction = {
  /** Record it as a crime. */
  Crime: 'CRIME',
  /** Investigate it. */
  Investigate: 'INVESTIGATE',
  /** Refer it to a prosecutor. */
  Refer: 'REFER',
  /** Record that it was charged. */
  Charge: 'CHARGE',
  /** Take no further action. */
  Drop: 'DROP',
  /** Record a conviction. */
  Convict: 'CONVICT',
  /** Record an acquittal. */
  Acquit: 'ACQUIT',
  /** Take it up again. */
  Reopen: 'REOPEN'
} as const;

export type BreachAction = typeof BreachAction[keyof typeof BreachAction];
/** What has been done about a breach. */
export const BreachState = {
  /** Reported; nothing done yet. */
  Reported: 'REPORTED',
  /** Recorded as a crime. */
  Crimed: 'CRIMED',
  /** Investigated. */
  Investigated: 'INVESTIGATED',
  /** Referred to a prosecutor. */
  Referred: 'REFERRED',
  /** Charged. */
  Charged: 'CHARGED',
  /** No further action. */
  Nfa: 'NFA',
  /** Convicted. */
  Convicted: 'CONVICTED',
  /** Acquitted. */
  Acquitted: 'ACQUITTED'
} as const;

export type BreachState = typeof BreachState[keyof typeof BreachState];
/** What can be done to a case and to what belongs to it. */
export const CaseAction = {
  /** Name another suspect. */
  AddSuspect: 'ADD_SUSPECT',
  /** Name another victim. */
  AddVictim: 'ADD_VICTIM',
  /** Record an incident. */
  RecordIncident: 'RECORD_INCIDENT',
  /** Amend what an incident did to the victim. */
  RecordEffects: 'RECORD_EFFECTS',
  /** Say what is made of the evidence of an incident. */
  MarkEvidence: 'MARK_EVIDENCE',
  /** Ask a prosecutor for early advice. */
  RequestEarlyAdvice: 'REQUEST_EARLY_ADVICE',
  /** Record the advice that was given. */
  AnswerEarlyAdvice: 'ANSWER_EARLY_ADVICE',
  /** Refer it to a prosecutor for a decision. */
  Refer: 'REFER',
  /** Record what a prosecutor asked to be done. */
  IssueActionPlan: 'ISSUE_ACTION_PLAN',
  /** Give an action plan more time. */
  ExtendActionPlan: 'EXTEND_ACTION_PLAN',
  /** Record that something of an action plan was done. */
  CompleteActionPlanItem: 'COMPLETE_ACTION_PLAN_ITEM',
  /** Record a decision that leaves the case at its stage. */
  Decide: 'DECIDE',
  /** Record the review of a decision, on which the case may have ended. */
  Review: 'REVIEW',
  /** Record the decision that ends it before any charge. */
  TakeNoFurtherAction: 'TAKE_NO_FURTHER_ACTION',
  /** Stop it after a charge. */
  Stop: 'STOP',
  /** Charge a suspect. */
  Charge: 'CHARGE',
  /** Amend a charge. */
  AmendCharge: 'AMEND_CHARGE',
  /** Record the plea to a charge. */
  RecordPlea: 'RECORD_PLEA',
  /** Record how a charge ended at court, while others go on. */
  RecordVerdict: 'RECORD_VERDICT',
  /** Record how the last charge ended, somebody having been convicted. */
  Convict: 'CONVICT',
  /** Record how the last charge ended, nobody having been convicted. */
  Acquit: 'ACQUIT',
  /** Discontinue a charge, while others go on or the case has been stopped. */
  DiscontinueCharge: 'DISCONTINUE_CHARGE',
  /** Close it before any charge, for another reason than a decision. */
  Close: 'CLOSE',
  /** Close the file of a case that has ended; its stage still says how. */
  Conclude: 'CONCLUDE',
  /** Take it up again. */
  Reopen: 'REOPEN'
} as const;

export type CaseAction = typeof CaseAction[keyof typeof CaseAction];
/** By what it is counted. */
export const CaseDimension = {
  /** Home Office code of the main offence recorded. */
  HomeOfficeCode: 'HOME_OFFICE_CODE',
  /** Offence family. */
  Family: 'FAMILY',
  /** Police force. */
  Force: 'FORCE',
  /** CPS area. */
  Area: 'AREA',
  /** Calendar year. */
  Year: 'YEAR',
  /** Quarter of the calendar year. */
  Quarter: 'QUARTER',
  /** Month. */
  Month: 'MONTH',
  /** How far the case has come. */
  Stage: 'STAGE',
  /** Outcome of the recorded crime, in the source’s words where it gives no code; of a charge, its verdict. */
  Outcome: 'OUTCOME',
  /** What suspect and victim are, or were, to each other. */
  Relationship: 'RELATIONSHIP',
  /** What was decided. */
  DecisionOutcome: 'DECISION_OUTCOME',
  /** Category of crime as published by police.uk. */
  CrimeType: 'CRIME_TYPE'
} as const;

export type CaseDimension = typeof CaseDimension[keyof typeof CaseDimension];
/** Which cases. Conditions given together must all hold. */
export type CaseFilter = {
  /** Of any of these forces, by CJS code. */
  forces?: Array<string> | null | undefined;
  /** Of any of these CPS areas, by code. */
  areas?: Array<string> | null | undefined;
  /** At any of these stages. */
  stages?: Array<CaseStage> | null | undefined;
  /** With an offence of any of these families recorded, considered or charged. */
  families?: Array<OffenceFamily> | null | undefined;
  /** With any of these relationships. */
  relationships?: Array<Relationship> | null | undefined;
  /** Opened on this day or later. */
  openedFrom?: string | null | undefined;
  /** Opened on this day or earlier. */
  openedTo?: string | null | undefined;
  /** With a decision on this day or later. */
  decidedFrom?: string | null | undefined;
  /** With a decision on this day or earlier. */
  decidedTo?: string | null | undefined;
  /** With a crime recorded on this day or later. */
  recordedFrom?: string | null | undefined;
  /** With a crime recorded on this day or earlier. */
  recordedTo?: string | null | undefined;
  /** Flagged, or not flagged, as domestic abuse. */
  domestic?: boolean | null | undefined;
  /** Naming this suspect. */
  suspectId?: string | null | undefined;
  /** Naming this victim. */
  victimId?: string | null | undefined;
};

/** What is counted. */
export const CaseMeasure = {
  /** Case files. */
  Cases: 'CASES',
  /** Crimes as the police recorded them. */
  RecordedCrimes: 'RECORDED_CRIMES',
  /** Offences charged. */
  Charges: 'CHARGES',
  /** Decisions of prosecutors and police. */
  Decisions: 'DECISIONS',
  /** Incidents. */
  Incidents: 'INCIDENTS'
} as const;

export type CaseMeasure = typeof CaseMeasure[keyof typeof CaseMeasure];
/** How far a case has come. */
export const CaseStage = {
  /** The police are investigating. */
  Investigation: 'INVESTIGATION',
  /** A prosecutor’s early advice has been asked for. */
  EarlyAdvice: 'EARLY_ADVICE',
  /** Referred to a prosecutor for a decision. */
  Referred: 'REFERRED',
  /** Somebody has been charged. */
  Charged: 'CHARGED',
  /** Ended with no further action. */
  Nfa: 'NFA',
  /** Charged, then stopped. */
  Discontinued: 'DISCONTINUED',
  /** Ended with a conviction. */
  Convicted: 'CONVICTED',
  /** Ended with an acquittal. */
  Acquitted: 'ACQUITTED',
  /** Closed for another reason. */
  Closed: 'CLOSED'
} as const;

export type CaseStage = typeof CaseStage[keyof typeof CaseStage];
/** By what means. */
export const Channel = {
  /** Face to face or nearby. */
  InPerson: 'IN_PERSON',
  /** By telephone call. */
  Phone: 'PHONE',
  /** By text or instant message. */
  Text: 'TEXT',
  /** By e-mail. */
  Email: 'EMAIL',
  /** On social media. */
  SocialMedia: 'SOCIAL_MEDIA',
  /** By letter. */
  Post: 'POST',
  /** By something sent or left. */
  Gift: 'GIFT',
  /** Through somebody else. */
  ThirdParty: 'THIRD_PARTY',
  /** Through a device, such as a tracker or spyware. */
  Device: 'DEVICE',
  /** By other means. */
  Other: 'OTHER'
} as const;

export type Channel = typeof Channel[keyof typeof Channel];
/** Government security classification. */
export const Classification = {
  /** OFFICIAL. */
  Official: 'OFFICIAL',
  /** OFFICIAL with the caveat SENSITIVE. */
  OfficialSensitive: 'OFFICIAL_SENSITIVE'
} as const;

export type Classification = typeof Classification[keyof typeof Classification];
/** Whether a decision complied with the Code for Crown Prosecutors. */
export const CodeCompliance = {
  /** It did. */
  Yes: 'YES',
  /** It did not: no reasonable prosecutor could have made it on what was known. */
  No: 'NO',
  /** That was not looked at. */
  NotAssessed: 'NOT_ASSESSED'
} as const;

export type CodeCompliance = typeof CodeCompliance[keyof typeof CodeCompliance];
/** Test of the Code for Crown Prosecutors that was applied. */
export const CodeTest = {
  /** Full Code Test. */
  FullCode: 'FULL_CODE',
  /** Threshold Test. */
  Threshold: 'THRESHOLD'
} as const;

export type CodeTest = typeof CodeTest[keyof typeof CodeTest];
/** Something of an action plan that was done. */
export type CompleteActionPlanItemInput = {
  /** Chosen by the caller, once for each thing to be done: sent again, it brings the first answer again and changes nothing. */
  requestId: string;
  /** Why it is done; kept in the history. */
  reason?: string | null | undefined;
  /** Check everything and change nothing. */
  validateOnly?: boolean;
  /** Id of the record. */
  id: string;
  /** The `recordVersion` that the change is meant for: CONFLICT where the record has changed since, with what differs. */
  expectedVersion?: number | null | undefined;
  /** Which item, counted from 0. */
  item: number;
  /** Day it was done. */
  doneOn: string;
};

/** An assessment that was made. */
export type CompleteAssessmentInput = {
  /** Chosen by the caller, once for each thing to be done: sent again, it brings the first answer again and changes nothing. */
  requestId: string;
  /** Why it is done; kept in the history. */
  reason?: string | null | undefined;
  /** Check everything and change nothing. */
  validateOnly?: boolean;
  /** When it was made. */
  assessedAt: unknown;
  /** The answers given, each item once at most. */
  answers?: Array<RiskAnswerInput>;
  /** The grade the assessor settled on, one of the instrument’s. */
  grade: RiskGrade;
  /** Why the assessor departed from the computed grade; required where the two differ. */
  overrideReason?: string | null | undefined;
  /** In what role the assessor made it. */
  assessorRole?: string | null | undefined;
  /** What it was made in response to. */
  respondsTo?: Array<RespondsToInput>;
  /** Id of the suspect whom the risk comes from. */
  suspect: string;
  /** Id of the victim who is at risk. */
  victim: string;
  /** Id of the case it was made in. */
  case?: string | null | undefined;
  /** Key of the instrument it was made with. */
  instrument: string;
  /** Version of the instrument it was made with. */
  instrumentVersion: string;
  /** Why it was made then. */
  trigger: RiskTrigger;
};

/** Whether a term forbids or demands. */
export const ConditionKind = {
  /** Something that must not be done. */
  Prohibition: 'PROHIBITION',
  /** Something that must be done. */
  Requirement: 'REQUIREMENT'
} as const;

export type ConditionKind = typeof ConditionKind[keyof typeof ConditionKind];
/** How precisely a start is known. */
export const DatePrecision = {
  /** To the day. */
  Day: 'DAY',
  /** To the month: it was some day in it. */
  Month: 'MONTH'
} as const;

export type DatePrecision = typeof DatePrecision[keyof typeof DatePrecision];
/** What the conduct changed in the victim’s usual day-to-day activities. */
export const DayToDayEffect = {
  /** Changed a route or a routine */
  ChangedRoutine: 'CHANGED_ROUTINE',
  /** Moved home */
  MovedHome: 'MOVED_HOME',
  /** Changed, lost or left work */
  ChangedWork: 'CHANGED_WORK',
  /** Lost sleep */
  SleepLoss: 'SLEEP_LOSS',
  /** Sought counselling */
  Counselling: 'COUNSELLING',
  /** Took extra security measures */
  SecurityMeasures: 'SECURITY_MEASURES',
  /** Withdrew from social life */
  SocialWithdrawal: 'SOCIAL_WITHDRAWAL',
  /** Changed a telephone number, an account or another contact detail */
  ChangedContactDetails: 'CHANGED_CONTACT_DETAILS',
  /** Another effect on day-to-day life */
  Other: 'OTHER'
} as const;

export type DayToDayEffect = typeof DayToDayEffect[keyof typeof DayToDayEffect];
/** What kind of decision it is. */
export const DecisionKind = {
  /** Advice before a charge is in question. */
  EarlyAdvice: 'EARLY_ADVICE',
  /** Whether to charge. */
  Charge: 'CHARGE',
  /** A review of the case. */
  Review: 'REVIEW',
  /** Whether to stop. */
  Discontinuance: 'DISCONTINUANCE',
  /** A plea that was accepted. */
  PleaAccepted: 'PLEA_ACCEPTED',
  /** A review that the victim asked for. */
  VictimRightToReview: 'VICTIM_RIGHT_TO_REVIEW'
} as const;

export type DecisionKind = typeof DecisionKind[keyof typeof DecisionKind];
/** What was decided. */
export const DecisionOutcome = {
  /** To charge. */
  Charge: 'CHARGE',
  /** No further action: the evidence does not suffice. */
  NfaEvidential: 'NFA_EVIDENTIAL',
  /** No further action: not in the public interest. */
  NfaPublicInterest: 'NFA_PUBLIC_INTEREST',
  /** More is to be done first. */
  ActionPlan: 'ACTION_PLAN',
  /** To deal with it out of court. */
  OutOfCourt: 'OUT_OF_COURT',
  /** To go on. */
  Continue: 'CONTINUE',
  /** To stop. */
  Stop: 'STOP'
} as const;

export type DecisionOutcome = typeof DecisionOutcome[keyof typeof DecisionOutcome];
/** A sample to be drawn. */
export type DrawSampleInput = {
  /** Chosen by the caller, once for each thing to be done: sent again, it brings the first answer again and changes nothing. */
  requestId: string;
  /** Why it is done; kept in the history. */
  reason?: string | null | undefined;
  /** Check everything and change nothing. */
  validateOnly?: boolean;
  /** Id of the inspection that it is for. */
  inspectionId: string;
  /** Which cases it is drawn from. */
  frame: CaseFilter;
  /** How many files, from 1 to 5,000. */
  size: number;
  /** What the order of drawing follows from: 1 to 200 characters, chosen by chance. */
  seed: string;
  /** What makes its strata; none unless given. */
  stratifyBy?: CaseDimension | null | undefined;
  /** How the files are shared among the strata. */
  allocation?: SampleAllocation | null | undefined;
  /** For GIVEN: how many files from each stratum, `size` together. */
  given?: Array<StratumSizeInput> | null | undefined;
};

/** What is made of the evidence. */
export const EvidenceStatus = {
  /** It is accepted. */
  Accepted: 'ACCEPTED',
  /** It has not been verified. */
  Unverified: 'UNVERIFIED',
  /** It is disproved: the incident counts for nothing. */
  Disproved: 'DISPROVED'
} as const;

export type EvidenceStatus = typeof EvidenceStatus[keyof typeof EvidenceStatus];
/** The answer to a question, in the one way in which the question is answered. */
export type ExaminationAnswerInput = {
  /** Key of the question. */
  question: string;
  /** For a RATING question: how far the standard is met. */
  rating?: InspectionRating | null | undefined;
  /** For a YES_NO question. */
  yes?: boolean | null | undefined;
  /** For a FAMILY question. */
  family?: OffenceFamily | null | undefined;
  /** What is to be remarked. */
  comment?: string | null | undefined;
  /** The guidance that the file is judged by. */
  guidance?: GuidanceRefInput | null | undefined;
};

/** The examination of a file. */
export type ExamineFileInput = {
  /** Chosen by the caller, once for each thing to be done: sent again, it brings the first answer again and changes nothing. */
  requestId: string;
  /** Why it is done; kept in the history. */
  reason?: string | null | undefined;
  /** Check everything and change nothing. */
  validateOnly?: boolean;
  /** Id of the inspection that it is made for. */
  inspectionId: string;
  /** Id of the case whose file it is. */
  caseId: string;
  /** Day it was made. */
  examinedOn: string;
  /** Answers to questions of the inspection, each once. */
  answers: Array<ExaminationAnswerInput>;
  /** Whether the decision complied with the Code. */
  codeCompliant?: CodeCompliance | null | undefined;
  /** Family of the charge that would have fitted best. */
  appropriateFamily?: OffenceFamily | null | undefined;
  /** Who examined it, as the inspectorate calls them; by default whoever sends this. */
  examiner?: string | null | undefined;
};

/** More time for an action plan; `reason` is required. */
export type ExtendActionPlanInput = {
  /** Chosen by the caller, once for each thing to be done: sent again, it brings the first answer again and changes nothing. */
  requestId: string;
  /** Why it is done; kept in the history. */
  reason?: string | null | undefined;
  /** Check everything and change nothing. */
  validateOnly?: boolean;
  /** Id of the record. */
  id: string;
  /** The `recordVersion` that the change is meant for: CONFLICT where the record has changed since, with what differs. */
  expectedVersion?: number | null | undefined;
  /** Day by which all of it is to be done now; later than before. */
  dueOn: string;
};

/** Whether the file of a case can be examined. */
export const FileAvailability = {
  /** All of it can. */
  Available: 'AVAILABLE',
  /** Part of it can. */
  Partial: 'PARTIAL',
  /** It must be fetched from an archive. */
  Archived: 'ARCHIVED',
  /** It was destroyed. */
  Destroyed: 'DESTROYED',
  /** It cannot be found. */
  NotFound: 'NOT_FOUND'
} as const;

export type FileAvailability = typeof FileAvailability[keyof typeof FileAvailability];
/** Which flags. Conditions given together must all hold. */
export type FlagFilter = {
  /** Raised by any of these rules. */
  rules?: Array<FlagRule> | null | undefined;
  /** Resting on records of any of these forces, by CJS code. */
  forces?: Array<string> | null | undefined;
  /** Resting on records of any of these CPS areas, by code. */
  areas?: Array<string> | null | undefined;
  /** This grave or graver. */
  severityAtLeast?: FlagSeverity | null | undefined;
  /** Whose review stands at any of these. */
  reviewStatus?: Array<FlagReviewStatus> | null | undefined;
  /** Raised at this moment or later. */
  raisedSince?: string | null | undefined;
  /** About this suspect, or one who is the same person. */
  suspectId?: string | null | undefined;
};

/** What a person made of a flag. */
export const FlagReviewStatus = {
  /** Nobody has reviewed it, or the facts it rests on have changed since it was dismissed. */
  Open: 'OPEN',
  /** It is right; something is to be done. */
  Accepted: 'ACCEPTED',
  /** It is not to be followed up, for the reason given. */
  Dismissed: 'DISMISSED',
  /** It was passed on to somebody else. */
  Referred: 'REFERRED'
} as const;

export type FlagReviewStatus = typeof FlagReviewStatus[keyof typeof FlagReviewStatus];
/** The rule that raised a flag. */
export const FlagRule = {
  /** A course of conduct that could be charged as an offence that no charge covers. */
  UnchargedCourseOfConduct: 'UNCHARGED_COURSE_OF_CONDUCT',
  /** A breach is charged as a lone offence although there is more. */
  BreachChargedAlone: 'BREACH_CHARGED_ALONE',
  /** A breach was reported and nothing was done about it. */
  BreachNotActioned: 'BREACH_NOT_ACTIONED',
  /** Something happened that called for a new assessment of the risk, and none followed in time. */
  RiskNotReassessed: 'RISK_NOT_REASSESSED',
  /** An order is about to end and nobody has applied to renew it. */
  OrderExpiring: 'ORDER_EXPIRING',
  /** A crime that may be stalking was recorded as something else. */
  PossiblyMislabelled: 'POSSIBLY_MISLABELLED',
  /** Several victims, forces or breaches, or conduct after a conviction. */
  RepeatHighHarm: 'REPEAT_HIGH_HARM',
  /** A decision rests on, or is judged by, guidance that was not in force. */
  GuidanceNotInForce: 'GUIDANCE_NOT_IN_FORCE'
} as const;

export type FlagRule = typeof FlagRule[keyof typeof FlagRule];
/** How grave a flag is, from the least to the gravest. */
export const FlagSeverity = {
  /** To know. */
  Info: 'INFO',
  /** To look at when there is time. */
  Low: 'LOW',
  /** To look at. */
  Medium: 'MEDIUM',
  /** To look at first. */
  High: 'HIGH'
} as const;

export type FlagSeverity = typeof FlagSeverity[keyof typeof FlagSeverity];
/** What there is beside a breach that is charged alone. */
export const FlagVariant = {
  /** Another offence. */
  NewOffence: 'NEW_OFFENCE',
  /** A course of conduct that the breach is part of. */
  CourseOfConduct: 'COURSE_OF_CONDUCT'
} as const;

export type FlagVariant = typeof FlagVariant[keyof typeof FlagVariant];
/** Where agencies meet about a risk. */
export const Forum = {
  /** Multi-agency risk assessment conference, for victims of domestic abuse at high risk. */
  Marac: 'MARAC',
  /** Multi-agency public protection arrangements, for offenders. */
  Mappa: 'MAPPA',
  /** Multi-agency tasking and co-ordination, for serial domestic abusers. */
  Matac: 'MATAC',
  /** Stalking threat assessment centre. */
  Stac: 'STAC',
  /** Fixated threat assessment centre. */
  Ftac: 'FTAC',
  /** Another forum. */
  Other: 'OTHER'
} as const;

export type Forum = typeof Forum[keyof typeof Forum];
/** One grant: these fields on these rows. No row selector: no row. `everyRow` reaches all but restricted cases, which `cases` must name. */
export type GrantInput = {
  /** Scopes: case:read, case:write, order:read, order:write, risk:read, risk:write, inspection:read, inspection:write, behaviour:read, behaviour:review, suspect:identify, victim:identify, narrative:read, statistics:read, export:create, key:admin, audit:read. */
  scopes: Array<string>;
  /** Two-digit CJS codes of forces. */
  forces?: Array<string> | null | undefined;
  /** Codes of CPS areas. */
  areas?: Array<string> | null | undefined;
  /** Ids of cases. */
  cases?: Array<string> | null | undefined;
  /** Ids of suspects. */
  suspects?: Array<string> | null | undefined;
  /** All rows but those of restricted cases. */
  everyRow?: boolean | null | undefined;
};

/** A version of guidance. */
export type GuidanceRefInput = {
  /** Key of the guidance. */
  key: string;
  /** Its version. */
  version: string;
};

/** A number or address by which a person is known somewhere. */
export type IdentifierInput = {
  /** What kind of identifier it is. */
  scheme: string;
  /** The identifier itself. */
  value: string;
};

/** How far a file meets a standard, as inspectors rate it. */
export const InspectionRating = {
  /** Meets it in full. */
  FullyMeeting: 'FULLY_MEETING',
  /** Meets it in part. */
  PartiallyMeeting: 'PARTIALLY_MEETING',
  /** Does not meet it. */
  NotMeeting: 'NOT_MEETING',
  /** The standard does not apply to the file. */
  NotApplicable: 'NOT_APPLICABLE'
} as const;

export type InspectionRating = typeof InspectionRating[keyof typeof InspectionRating];
/** By what a table is taken apart. */
export const InspectionTableBy = {
  /** CPS area. */
  Area: 'AREA',
  /** Police force. */
  Force: 'FORCE',
  /** Family of the first offence charged, without any of the first crime recorded. */
  Family: 'FAMILY',
  /** Stratum that the file was drawn from, by the latest sample. */
  Stratum: 'STRATUM'
} as const;

export type InspectionTableBy = typeof InspectionTableBy[keyof typeof InspectionTableBy];
/** What a table of an inspection shows. */
export const InspectionTableKind = {
  /** Questions by how they were answered. */
  QuestionByRating: 'QUESTION_BY_RATING',
  /** What was charged by what the inspector would have charged. */
  ChargedByAppropriate: 'CHARGED_BY_APPROPRIATE',
  /** What was decided by why the case was closed. */
  OutcomeByReason: 'OUTCOME_BY_REASON',
  /** How far files came with protective orders: considered, applied for, made, breached. */
  ProtectiveOrders: 'PROTECTIVE_ORDERS',
  /** Whether the police file met its standard, and what was missing. */
  PoliceFileQuality: 'POLICE_FILE_QUALITY',
  /** Days from step to step: median and 90th centile. */
  Timeliness: 'TIMELINESS',
  /** Whether the risk was assessed, with what, how gravely, and again. */
  RiskAssessment: 'RISK_ASSESSMENT',
  /** Whether the files could be had. */
  Availability: 'AVAILABILITY'
} as const;

export type InspectionTableKind = typeof InspectionTableKind[keyof typeof InspectionTableKind];
/** What a prosecutor asks to be done. */
export type IssueActionPlanInput = {
  /** Chosen by the caller, once for each thing to be done: sent again, it brings the first answer again and changes nothing. */
  requestId: string;
  /** Why it is done; kept in the history. */
  reason?: string | null | undefined;
  /** Check everything and change nothing. */
  validateOnly?: boolean;
  /** Id of the case. */
  case: string;
  /** The `recordVersion` of the case that it is meant for: CONFLICT where the case has changed since, with what differs. */
  expectedVersion?: number | null | undefined;
  /** Day it was issued. */
  issuedOn: string;
  /** Day by which all of it is to be done. */
  dueOn: string;
  /** What is to be done; at least one thing. */
  items: Array<string>;
};

/** A key to be made. */
export type IssueKeyInput = {
  /** Chosen by the caller; sent again, it makes no other key and shows no secret. */
  requestId: string;
  /** Whose key it is, such as police:06. */
  agency: string;
  /** What its agency calls it. */
  name: string;
  /** What kind of data it is for. */
  environment?: KeyEnvironment | null | undefined;
  /** What it opens: no more than you may see yourself. */
  grants: Array<GrantInput>;
  /** What its requests may be for. */
  purposes: Array<Purpose>;
  /** When it ends: within a year. */
  expiresAt: string;
  /** Addresses and ranges (CIDR) it may be used from. */
  ipAllowList?: Array<string> | null | undefined;
  /** Names of the stored operations it is confined to. */
  operations?: Array<string> | null | undefined;
  /** What becomes of requests for more. */
  onWithheld?: WithheldMode | null | undefined;
  /** Its own limits. */
  limits?: LimitsInput | null | undefined;
};

/** What kind of data a key is for. */
export const KeyEnvironment = {
  /** For live data. */
  Live: 'LIVE',
  /** For a service with test data, and never for live data. */
  Test: 'TEST'
} as const;

export type KeyEnvironment = typeof KeyEnvironment[keyof typeof KeyEnvironment];
/** Limits of a key, below those of the service. */
export type LimitsInput = {
  /** Requests a second. */
  requestsPerSecond?: number | null | undefined;
  /** Cost a minute. */
  costPerMinute?: number | null | undefined;
  /** Cost of one operation. */
  maxCost?: number | null | undefined;
  /** Depth of one operation. */
  maxDepth?: number | null | undefined;
  /** Aliases in one operation. */
  maxAliases?: number | null | undefined;
  /** Tokens in the text of one operation. */
  maxTokens?: number | null | undefined;
  /** Records in one page, at most 100. */
  maxPageSize?: number | null | undefined;
  /** Bytes of one answer. */
  maxResponseBytes?: number | null | undefined;
  /** Requests and streams at once. */
  maxConcurrent?: number | null | undefined;
};

/** How a record matches what was searched for. */
export const MatchKind = {
  /** The same, but for case, accents and punctuation. */
  Exact: 'EXACT',
  /** Spelt nearly so. */
  Spelling: 'SPELLING',
  /** Sounds so. */
  Sound: 'SOUND',
  /** Begins so. */
  Prefix: 'PREFIX',
  /** Born on this day. */
  DateOfBirth: 'DATE_OF_BIRTH',
  /** The same identifier on the Police National Computer, but for punctuation. */
  PncId: 'PNC_ID',
  /** The same number or address, but for punctuation. */
  Identifier: 'IDENTIFIER',
  /** Says so in words. */
  Text: 'TEXT'
} as const;

export type MatchKind = typeof MatchKind[keyof typeof MatchKind];
/** In which court an offence can be tried. */
export const ModeOfTrial = {
  /** In the magistrates’ court only. */
  SummaryOnly: 'SUMMARY_ONLY',
  /** In the magistrates’ court or the Crown Court. */
  EitherWay: 'EITHER_WAY',
  /** In the Crown Court only. */
  IndictableOnly: 'INDICTABLE_ONLY',
  /** A civil proceeding. */
  Civil: 'CIVIL'
} as const;

export type ModeOfTrial = typeof ModeOfTrial[keyof typeof ModeOfTrial];
/** What is done about a breach. */
export type MoveBreachInput = {
  /** Chosen by the caller, once for each thing to be done: sent again, it brings the first answer again and changes nothing. */
  requestId: string;
  /** Why it is done; kept in the history. */
  reason?: string | null | undefined;
  /** Check everything and change nothing. */
  validateOnly?: boolean;
  /** Id of the record. */
  id: string;
  /** The `recordVersion` that the change is meant for: CONFLICT where the record has changed since, with what differs. */
  expectedVersion?: number | null | undefined;
  /** What is done. */
  action: BreachAction;
  /** Id of the incident that it was, where that is known now. */
  incident?: string | null | undefined;
};

/** What a name is to the person. */
export const NameKind = {
  /** The name the person is held under. */
  Legal: 'LEGAL',
  /** Another name the person goes by. */
  Alias: 'ALIAS'
} as const;

export type NameKind = typeof NameKind[keyof typeof NameKind];
/** How two nodes of a network are joined. */
export const NetworkEdgeKind = {
  /** A person decided that the two suspects are one. */
  SamePerson: 'SAME_PERSON',
  /** The suspect did something to the victim. */
  Conduct: 'CONDUCT',
  /** What the suspect did belongs to the case. */
  Case: 'CASE',
  /** The case names the victim. */
  VictimOf: 'VICTIM_OF',
  /** The order binds the suspect. */
  BoundBy: 'BOUND_BY',
  /** The order protects the victim. */
  Protects: 'PROTECTS',
  /** The suspect broke the order. */
  Breached: 'BREACHED'
} as const;

export type NetworkEdgeKind = typeof NetworkEdgeKind[keyof typeof NetworkEdgeKind];
/** What a node of a network stands for. */
export const NetworkNodeKind = {
  /** A suspect. */
  Suspect: 'SUSPECT',
  /** A victim. */
  Victim: 'VICTIM',
  /** A case. */
  Case: 'CASE',
  /** A protective order. */
  Order: 'ORDER'
} as const;

export type NetworkNodeKind = typeof NetworkNodeKind[keyof typeof NetworkNodeKind];
/** What offences are compared by: the codes of one family change over the years, the family does not. */
export const OffenceFamily = {
  /** Harassment (Protection from Harassment Act 1997 s.2) */
  Harassment: 'HARASSMENT',
  /** Stalking (Protection from Harassment Act 1997 s.2A) */
  Stalking: 'STALKING',
  /** Putting people in fear of violence (Protection from Harassment Act 1997 s.4) */
  HarassmentFear: 'HARASSMENT_FEAR',
  /** Stalking involving fear of violence (Protection from Harassment Act 1997 s.4A(1)(b)(i)) */
  StalkingFear: 'STALKING_FEAR',
  /** Stalking involving serious alarm or distress (Protection from Harassment Act 1997 s.4A(1)(b)(ii)) */
  StalkingSeriousAlarm: 'STALKING_SERIOUS_ALARM',
  /** Breach of a restraining order made on conviction or on acquittal */
  BreachRestrainingOrder: 'BREACH_RESTRAINING_ORDER',
  /** Breach of a stalking protection order, full or interim, or of its notification requirements (Stalking Protection Act 2019 ss.8–11) */
  BreachSpo: 'BREACH_SPO',
  /** Breach of a non-molestation order (Family Law Act 1996 s.42A) */
  BreachNmo: 'BREACH_NMO',
  /** Breach of a domestic abuse protection order or of its notification requirements (Domestic Abuse Act 2021 Part 3) */
  BreachDapo: 'BREACH_DAPO',
  /** Breach of a civil injunction against harassment (Protection from Harassment Act 1997 s.3(6)) */
  BreachCivilInjunction: 'BREACH_CIVIL_INJUNCTION',
  /** Breach of a domestic violence protection notice or order, a civil contempt (Crime and Security Act 2010 ss.24–30) */
  BreachDvpo: 'BREACH_DVPO',
  /** Malicious, false, threatening or grossly offensive communications */
  MaliciousCommunications: 'MALICIOUS_COMMUNICATIONS',
  /** Harassment, alarm or distress in public (Public Order Act 1986) */
  PublicOrder: 'PUBLIC_ORDER',
  /** Criminal damage */
  CriminalDamage: 'CRIMINAL_DAMAGE',
  /** Controlling or coercive behaviour in an intimate or family relationship (Serious Crime Act 2015 s.76) */
  CoerciveControl: 'COERCIVE_CONTROL',
  /** Threats to kill (Offences against the Person Act 1861 s.16) */
  ThreatsToKill: 'THREATS_TO_KILL',
  /** Intimidating, harming or threatening a witness or juror (Criminal Justice and Public Order Act 1994 s.51) */
  WitnessIntimidation: 'WITNESS_INTIMIDATION',
  /** Strangulation or suffocation (Serious Crime Act 2015 s.75A) */
  Strangulation: 'STRANGULATION',
  /** Common assault, battery or assault occasioning actual bodily harm */
  Assault: 'ASSAULT',
  /** Sending, sharing, creating or threatening to share intimate images (Sexual Offences Act 2003) */
  IntimateImages: 'INTIMATE_IMAGES',
  /** Burglary (Theft Act 1968 s.9) */
  Burglary: 'BURGLARY',
  /** Perverting the course of justice */
  PervertingJustice: 'PERVERTING_JUSTICE',
  /** An offence outside the families above */
  Other: 'OTHER'
} as const;

export type OffenceFamily = typeof OffenceFamily[keyof typeof OffenceFamily];
/** What happened to an order. */
export const OrderEventKind = {
  /** It was applied for. */
  Application: 'APPLICATION',
  /** An interim order was made. */
  Interim: 'INTERIM',
  /** It was made. */
  Made: 'MADE',
  /** It was served. */
  Served: 'SERVED',
  /** Its terms were varied. */
  Variation: 'VARIATION',
  /** Its renewal was applied for. */
  RenewalApplied: 'RENEWAL_APPLIED',
  /** It was renewed. */
  Renewed: 'RENEWED',
  /** It was discharged. */
  Discharge: 'DISCHARGE',
  /** It was appealed against. */
  Appeal: 'APPEAL',
  /** Its term ended. */
  Expiry: 'EXPIRY'
} as const;

export type OrderEventKind = typeof OrderEventKind[keyof typeof OrderEventKind];
/** Kind of protective order, by the statute it is made under. */
export const OrderKind = {
  /** Stalking protection order */
  Spo: 'SPO',
  /** Interim stalking protection order */
  InterimSpo: 'INTERIM_SPO',
  /** Restraining order on conviction */
  RoConviction: 'RO_CONVICTION',
  /** Restraining order on acquittal */
  RoAcquittal: 'RO_ACQUITTAL',
  /** Non-molestation order */
  Nmo: 'NMO',
  /** Domestic violence protection notice */
  Dvpn: 'DVPN',
  /** Domestic violence protection order */
  Dvpo: 'DVPO',
  /** Domestic abuse protection notice */
  Dapn: 'DAPN',
  /** Domestic abuse protection order */
  Dapo: 'DAPO',
  /** Civil injunction against harassment */
  CivilInjunction: 'CIVIL_INJUNCTION',
  /** Conditions of bail */
  BailConditions: 'BAIL_CONDITIONS'
} as const;

export type OrderKind = typeof OrderKind[keyof typeof OrderKind];
/** Where an order stands between being drafted and coming to its end. */
export const OrderState = {
  /** Being prepared. */
  Draft: 'DRAFT',
  /** Applied for; the court has not decided. */
  Applied: 'APPLIED',
  /** Made by the court; not yet in force. */
  Made: 'MADE',
  /** In force as made. */
  InForce: 'IN_FORCE',
  /** In force with terms that were varied. */
  Varied: 'VARIED',
  /** Its term has ended. */
  Expired: 'EXPIRED',
  /** Ended early by the court. */
  Discharged: 'DISCHARGED',
  /** Set aside on appeal. */
  Quashed: 'QUASHED',
  /** Replaced by another order. */
  Superseded: 'SUPERSEDED',
  /** The court refused the application. */
  Refused: 'REFUSED',
  /** The application was withdrawn. */
  Withdrawn: 'WITHDRAWN'
} as const;

export type OrderState = typeof OrderState[keyof typeof OrderState];
/** What kind of caller somebody is. */
export const PrincipalKind = {
  /** Somebody who signed in at the identity provider. */
  Staff: 'STAFF',
  /** A partner agency, by its API key. */
  Partner: 'PARTNER',
  /** A service of the product. */
  Service: 'SERVICE'
} as const;

export type PrincipalKind = typeof PrincipalKind[keyof typeof PrincipalKind];
/** What a request is for (Data Protection Act 2018 s.62). */
export const Purpose = {
  /** Investigating crime. */
  Investigation: 'INVESTIGATION',
  /** Advising on charges and deciding them. */
  Charging: 'CHARGING',
  /** Protecting somebody from harm. */
  Safeguarding: 'SAFEGUARDING',
  /** Managing somebody who was convicted or is bound by an order. */
  OffenderManagement: 'OFFENDER_MANAGEMENT',
  /** Supporting a victim. */
  VictimSupport: 'VICTIM_SUPPORT',
  /** Inspecting how casework is done. */
  Inspection: 'INSPECTION',
  /** Counting. */
  Statistics: 'STATISTICS',
  /** Reviewing who did what. */
  Audit: 'AUDIT',
  /** Managing keys and the service. */
  Administration: 'ADMINISTRATION'
} as const;

export type Purpose = typeof Purpose[keyof typeof Purpose];
/** How a question of an inspection is answered. */
export const QuestionKind = {
  /** By how far a standard was met. */
  Rating: 'RATING',
  /** By yes or no. */
  YesNo: 'YES_NO',
  /** By an offence family. */
  Family: 'FAMILY'
} as const;

export type QuestionKind = typeof QuestionKind[keyof typeof QuestionKind];
/** Which recommendations. Conditions given together must all hold. */
export type RecommendationFilter = {
  /** Addressed to this owner. */
  owner?: string | null | undefined;
  /** With any of these statuses. */
  status?: Array<RecommendationStatus> | null | undefined;
  /** Whether overdue today in London. */
  overdue?: boolean | null | undefined;
  /** Due before this day. */
  dueBefore?: string | null | undefined;
  /** Made by this report. */
  report?: string | null | undefined;
};

/** What its owner has made of a recommendation. */
export const RecommendationStatus = {
  /** Accepted; work has not begun. */
  Accepted: 'ACCEPTED',
  /** Being worked on. */
  InProgress: 'IN_PROGRESS',
  /** Done. */
  Complete: 'COMPLETE',
  /** Not accepted. */
  Rejected: 'REJECTED',
  /** Overtaken by another, or by events. */
  Superseded: 'SUPERSEDED'
} as const;

export type RecommendationStatus = typeof RecommendationStatus[keyof typeof RecommendationStatus];
/** What became of a recommendation on a day. */
export type RecordRecommendationProgressInput = {
  /** Chosen by the caller, once for each thing to be done: sent again, it brings the first answer again and changes nothing. */
  requestId: string;
  /** Why it is done; kept in the history. */
  reason?: string | null | undefined;
  /** Check everything and change nothing. */
  validateOnly?: boolean;
  /** Id of the record. */
  id: string;
  /** The `recordVersion` that the change is meant for: CONFLICT where the record has changed since, with what differs. */
  expectedVersion?: number | null | undefined;
  /** The day, not before that of the latest update. */
  on: string;
  /** Where it stands from then on. */
  status: RecommendationStatus;
  /** What its owner or the inspectorate says of it. */
  note?: string | null | undefined;
};

/** What suspect and victim are, or were, to each other. */
export const Relationship = {
  /** They did not know each other. */
  Stranger: 'STRANGER',
  /** They knew each other. */
  Acquaintance: 'ACQUAINTANCE',
  /** They live near each other. */
  Neighbour: 'NEIGHBOUR',
  /** They work together. */
  Colleague: 'COLLEAGUE',
  /** They are of one family. */
  Family: 'FAMILY',
  /** They are partners. */
  Partner: 'PARTNER',
  /** They were partners. */
  FormerPartner: 'FORMER_PARTNER',
  /** The victim is known to the public. */
  PublicFigure: 'PUBLIC_FIGURE',
  /** Something else. */
  Other: 'OTHER',
  /** Not known. */
  Unknown: 'UNKNOWN'
} as const;

export type Relationship = typeof Relationship[keyof typeof Relationship];
/** A breach that was reported. */
export type ReportBreachInput = {
  /** Chosen by the caller, once for each thing to be done: sent again, it brings the first answer again and changes nothing. */
  requestId: string;
  /** Why it is done; kept in the history. */
  reason?: string | null | undefined;
  /** Check everything and change nothing. */
  validateOnly?: boolean;
  /** Id of the order that was breached. */
  order: string;
  /** When it happened. */
  occurredAt: unknown;
  /** When it was reported. */
  reportedAt: unknown;
  /** Id of the incident that it was. */
  incident?: string | null | undefined;
  /** References of the order’s terms that were broken. */
  conditions?: Array<string>;
};

/** A request for early advice. */
export type RequestEarlyAdviceInput = {
  /** Chosen by the caller, once for each thing to be done: sent again, it brings the first answer again and changes nothing. */
  requestId: string;
  /** Why it is done; kept in the history. */
  reason?: string | null | undefined;
  /** Check everything and change nothing. */
  validateOnly?: boolean;
  /** Id of the case. */
  case: string;
  /** The `recordVersion` of the case that it is meant for: CONFLICT where the case has changed since, with what differs. */
  expectedVersion?: number | null | undefined;
  /** When it was asked for. */
  requestedAt: unknown;
  /** The force that asked, by CJS code; the force of the case unless given. */
  requestedBy?: string | null | undefined;
  /** What it is about. */
  topics?: Array<string>;
};

/** A record that an assessment responds to. */
export type RespondsToInput = {
  /** What kind of record it is. */
  type: RiskEvent;
  /** Its id. */
  id: string;
};

/** A review of an earlier assessment. Whom it is about and its instrument are the earlier’s unless given. */
export type ReviewAssessmentInput = {
  /** Chosen by the caller, once for each thing to be done: sent again, it brings the first answer again and changes nothing. */
  requestId: string;
  /** Why it is done; kept in the history. */
  reason?: string | null | undefined;
  /** Check everything and change nothing. */
  validateOnly?: boolean;
  /** When it was made. */
  assessedAt: unknown;
  /** The answers given, each item once at most. */
  answers?: Array<RiskAnswerInput>;
  /** The grade the assessor settled on, one of the instrument’s. */
  grade: RiskGrade;
  /** Why the assessor departed from the computed grade; required where the two differ. */
  overrideReason?: string | null | undefined;
  /** In what role the assessor made it. */
  assessorRole?: string | null | undefined;
  /** What it was made in response to. */
  respondsTo?: Array<RespondsToInput>;
  /** Id of the earlier assessment. */
  id: string;
  /** The `recordVersion` that the review is meant for: CONFLICT where the earlier has changed since, with what differs. */
  expectedVersion?: number | null | undefined;
  /** Id of the suspect whom the risk comes from. */
  suspect?: string | null | undefined;
  /** Id of the victim who is at risk. */
  victim?: string | null | undefined;
  /** Id of the case it was made in. */
  case?: string | null | undefined;
  /** Key of the instrument it was made with. */
  instrument?: string | null | undefined;
  /** Version of the instrument it was made with. */
  instrumentVersion?: string | null | undefined;
};

/** What a person makes of a flag. */
export type ReviewFlagInput = {
  /** Chosen by the caller, once for each review: sent again, it brings the first answer again and changes nothing. */
  requestId: string;
  /** Id of the flag. */
  flagId: string;
  /** What is made of it: anything but OPEN. */
  status: FlagReviewStatus;
  /** Why; kept with the review. */
  reason: string;
  /** Check everything and change nothing. */
  validateOnly?: boolean;
};

/** A key to be ended at once. */
export type RevokeKeyInput = {
  /** Chosen by the caller. */
  requestId: string;
  /** Public id of the key. */
  id: string;
  /** Why. */
  reason: string;
};

/** An answer given in an assessment. */
export type RiskAnswerInput = {
  /** Code of the instrument’s item. */
  item: string;
  /** The answer, one of the instrument’s. */
  answer: string;
};

/** Kinds of record that an assessment can respond to. */
export const RiskEvent = {
  /** Something that happened. */
  Incident: 'INCIDENT',
  /** A contravention of an order. */
  Breach: 'BREACH',
  /** A protective order. */
  Order: 'ORDER'
} as const;

export type RiskEvent = typeof RiskEvent[keyof typeof RiskEvent];
/** Grade of risk, lowest first. What a grade means, its instrument says. */
export const RiskGrade = {
  /** The lowest grade. */
  Standard: 'STANDARD',
  /** The grade between. */
  Medium: 'MEDIUM',
  /** The highest grade. */
  High: 'HIGH'
} as const;

export type RiskGrade = typeof RiskGrade[keyof typeof RiskGrade];
/** How an instrument comes from answers to a grade. */
export const RiskGrading = {
  /** The assessor judges; the answers inform, they are not added up. */
  ProfessionalJudgement: 'PROFESSIONAL_JUDGEMENT',
  /** By the number of answers that point to risk. */
  Count: 'COUNT',
  /** By answers that count for more or less. */
  Weighted: 'WEIGHTED'
} as const;

export type RiskGrading = typeof RiskGrading[keyof typeof RiskGrading];
/** Why the risk was assessed when it was. */
export const RiskTrigger = {
  /** The first report. */
  Initial: 'INITIAL',
  /** An order was breached. */
  Breach: 'BREACH',
  /** Something new happened. */
  NewIncident: 'NEW_INCIDENT',
  /** An order was made, varied or ended. */
  Order: 'ORDER',
  /** The suspect was, or was about to be, released. */
  Release: 'RELEASE',
  /** A review was due. */
  Review: 'REVIEW',
  /** A multi-agency forum asked for it. */
  Forum: 'FORUM'
} as const;

export type RiskTrigger = typeof RiskTrigger[keyof typeof RiskTrigger];
/** A key to be given a new secret. */
export type RotateKeyInput = {
  /** Chosen by the caller; sent again, it rotates nothing and shows no secret. */
  requestId: string;
  /** Public id of the key. */
  id: string;
  /** Hours for which the secret before it stays usable, to 720. */
  overlapHours?: number | null | undefined;
};

/** How the files of a sample are shared among strata. */
export const SampleAllocation = {
  /** In proportion to the cases of each stratum; what whole numbers leave over goes to the largest remainders. */
  Proportional: 'PROPORTIONAL',
  /** The same number from each, or all where a stratum has fewer. */
  Equal: 'EQUAL',
  /** As many from each as the input says. */
  Given: 'GIVEN'
} as const;

export type SampleAllocation = typeof SampleAllocation[keyof typeof SampleAllocation];
/** What was found out about a file of a sample. */
export type SampleFileInput = {
  /** Chosen by the caller, once for each thing to be done: sent again, it brings the first answer again and changes nothing. */
  requestId: string;
  /** Why it is done; kept in the history. */
  reason?: string | null | undefined;
  /** Check everything and change nothing. */
  validateOnly?: boolean;
  /** Id of the sample. */
  sampleId: string;
  /** Id of the case whose file it is. */
  caseId: string;
  /** Whether it can be examined. */
  availability: FileAvailability;
};

/** How many files are drawn from one stratum. */
export type StratumSizeInput = {
  /** Key of the stratum. */
  key: string;
  /** How many files, from 0 on. */
  size: number;
};

/** Which suspects. Conditions given together must all hold. */
export type SuspectFilter = {
  /** In a case of any of these forces, by CJS code. */
  forces?: Array<string> | null | undefined;
  /** Born on this day or later. */
  bornFrom?: string | null | undefined;
  /** Born on this day or earlier. */
  bornTo?: string | null | undefined;
  /** Known by this identifier. */
  identifier?: IdentifierInput | null | undefined;
  /** Bound, or not bound, by an order that is in force today in London. Takes `order:read`. */
  withOrderInForce?: boolean | null | undefined;
  /** With any of these grades in the newest assessment of the risk they are. Takes `risk:read`. */
  currentGrade?: Array<RiskGrade> | null | undefined;
};

/** What happened. */
export const TimelineKind = {
  /** Something was done to somebody. */
  Incident: 'INCIDENT',
  /** An order was broken. */
  Breach: 'BREACH',
  /** Something happened to an order. */
  OrderEvent: 'ORDER_EVENT',
  /** The risk to somebody was assessed. */
  RiskAssessment: 'RISK_ASSESSMENT',
  /** A decision was made on a case. */
  Decision: 'DECISION',
  /** A charge was brought. */
  Charge: 'CHARGE'
} as const;

export type TimelineKind = typeof TimelineKind[keyof typeof TimelineKind];
/** How a charge ended at court. */
export const Verdict = {
  /** Guilty. */
  Guilty: 'GUILTY',
  /** Not guilty. */
  NotGuilty: 'NOT_GUILTY',
  /** Guilty of another, lesser offence. */
  GuiltyOfAlternative: 'GUILTY_OF_ALTERNATIVE',
  /** No verdict was reached. */
  NoVerdict: 'NO_VERDICT'
} as const;

export type Verdict = typeof Verdict[keyof typeof Verdict];
/** What becomes of a request for more than may be seen. */
export const WithheldMode = {
  /** What may not be seen is null, and the answer says so. */
  Withhold: 'WITHHOLD',
  /** A request for anything that may not be seen is refused whole. */
  Reject: 'REJECT'
} as const;

export type WithheldMode = typeof WithheldMode[keyof typeof WithheldMode];
export type AuditTrailQueryVariables = Exact<{
  filter: AuditFilter;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type AuditTrailQuery = { auditTrail: { totalCount: number | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { sequence: number, at: string, onBehalfOf: string | null, purpose: Purpose | null, justification: string | null, operation: string, kind: AuditKind, recordIds: Array<string>, coordinates: Array<string>, withheld: Array<string>, outcome: string, principal: { kind: PrincipalKind, name: string, agency: { code: string } } } }> } };

export type BehaviourProfileQueryVariables = Exact<{
  id: string;
  asAt?: string | null | undefined;
}>;


export type BehaviourProfileQuery = { suspect: { id: string, behaviour: { asAt: string, timeline: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, occurredAt: string, timeKnown: boolean, kind: TimelineKind, title: string, behaviours: Array<BehaviourCode>, victim: { id: string } | null, source: { type: string, id: string } } }> }, coursesOfConduct: Array<{ id: string, group: boolean, coveredFamilies: Array<OffenceFamily>, consideredFamilies: Array<OffenceFamily>, victims: Array<{ id: string } | null>, occasions: Array<{ day: string, behaviours: Array<BehaviourCode>, sources: Array<{ type: string, id: string }> }>, candidates: Array<{ family: OffenceFamily, timeLimitExpiresOn: string | null, because: Array<{ text: string, source: { type: string, id: string } }> }> }>, flags: Array<{ id: string, rule: FlagRule, ruleVersion: number, severity: FlagSeverity, title: string, variants: Array<FlagVariant>, missingFamilies: Array<OffenceFamily>, victims: Array<{ id: string } | null>, because: Array<{ text: string, source: { type: string, id: string } }>, notConsidered: Array<{ text: string, source: { type: string, id: string } | null }>, thresholds: Array<{ name: string, value: unknown }>, guidance: Array<{ key: string, version: string }>, review: { status: FlagReviewStatus, reason: string | null, reviewedAt: string | null } }>, harm: { method: string, version: number, score: number, components: Array<{ label: string, value: number, because: string }> }, network: { nodes: Array<{ id: string, kind: NetworkNodeKind, label: string }>, edges: Array<{ from: string, to: string, kind: NetworkEdgeKind, count: number, firstOn: string | null, lastOn: string | null }> } } | null } | null };

export type CaseFileQueryVariables = Exact<{
  urn: string;
}>;


export type CaseFileQuery = { case: { id: string, urn: string, stage: CaseStage, openedOn: string, classification: Classification, suspects: Array<{ id: string, behaviour: { flags: Array<{ rule: FlagRule, severity: FlagSeverity }> } | null }>, victims: Array<{ id: string, displayName: string | null }>, orders: Array<{ id: string, kind: OrderKind, state: OrderState }> | null, riskAssessments: Array<{ id: string, grade: RiskGrade }> | null, history: { edges: Array<{ node: { at: string, actor: string, action: string, changes: Array<{ field: string, before: unknown, after: unknown }> } }> } } | null };

export type CaseStatisticsQueryVariables = Exact<{
  measure: CaseMeasure;
  rows: CaseDimension;
  columns?: CaseDimension | null | undefined;
  filter?: CaseFilter | null | undefined;
}>;


export type CaseStatisticsQuery = { caseStatistics: { title: string, columnTotals: Array<number | null>, total: number | null, denominator: number | null, notes: Array<string>, columns: Array<{ key: string, title: string }>, rows: Array<{ key: string, title: string, total: number | null, cells: Array<{ value: number | null, suppressed: boolean }> }>, comparabilityBreaks: Array<{ from: string, text: string }> } | null };

export type TableFragment = { title: string, columnTotals: Array<number | null>, total: number | null, denominator: number | null, notes: Array<string>, columns: Array<{ key: string, title: string }>, rows: Array<{ key: string, title: string, total: number | null, cells: Array<{ value: number | null, suppressed: boolean }> }>, comparabilityBreaks: Array<{ from: string, text: string }> };

export type CasesQueryVariables = Exact<{
  filter?: CaseFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CasesQuery = { cases: { totalCount: number | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, urn: string, stage: CaseStage, openedOn: string, force: { code: string } } }> } | null };

export type DrawSampleMutationVariables = Exact<{
  input: DrawSampleInput;
}>;


export type DrawSampleMutation = { drawSample: { sample: { id: string, seed: string, size: number, frameSize: number, strata: Array<{ key: string, frame: number, drawn: number }>, files: Array<{ availability: FileAvailability | null, case: { id: string, urn: string } | null }> } } };

export type ExamineFileMutationVariables = Exact<{
  input: ExamineFileInput;
}>;


export type ExamineFileMutation = { examineFile: { examination: { id: string, codeCompliant: CodeCompliance | null, appropriateFamily: OffenceFamily | null, answers: Array<{ rating: InspectionRating | null, yes: boolean | null, family: OffenceFamily | null, judgedByGuidanceInForce: boolean | null, question: { key: string } }> } } };

export type ExplainAccessQueryVariables = Exact<{
  keyId: string;
  operation: string;
  variables?: unknown;
}>;


export type ExplainAccessQuery = { explainAccess: { allowed: boolean, cost: number, fields: Array<{ coordinate: string, allowed: boolean, scope: string | null }>, rowRules: Array<{ text: string }> } };

export type FindSuspectsQueryVariables = Exact<{
  text?: string | null | undefined;
  filter?: SuspectFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type FindSuspectsQuery = { suspects: { totalCount: number | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ score: number | null, node: { id: string, displayName: string | null, dateOfBirth: string | null, forces: Array<{ code: string }> | null, possibleDuplicates: Array<{ score: number, because: Array<string>, other: { id: string, displayName: string | null } }> | null } }> } | null };

export type FlagQueueQueryVariables = Exact<{
  filter?: FlagFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type FlagQueueQuery = { flagQueue: { totalCount: number | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, rule: FlagRule, severity: FlagSeverity, title: string, raisedAt: string | null, suspect: { id: string, displayName: string | null } | null, victims: Array<{ id: string } | null>, force: { code: string } | null, review: { status: FlagReviewStatus } } }> } | null };

export type InspectionTableQueryVariables = Exact<{
  inspectionId: string;
  table: InspectionTableKind;
  by?: InspectionTableBy | null | undefined;
}>;


export type InspectionTableQuery = { inspection: { id: string, title: string, table: { title: string, columnTotals: Array<number | null>, total: number | null, denominator: number | null, notes: Array<string>, columns: Array<{ key: string, title: string }>, rows: Array<{ key: string, title: string, total: number | null, cells: Array<{ value: number | null, suppressed: boolean }> }>, comparabilityBreaks: Array<{ from: string, text: string }> } } | null };

export type IssueKeyMutationVariables = Exact<{
  input: IssueKeyInput;
}>;


export type IssueKeyMutation = { issueKey: { secret: string | null, key: { id: string, prefix: string, expiresAt: string } } };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { me: { kind: PrincipalKind, name: string, scopes: Array<string>, purposes: Array<Purpose>, withhold: WithheldMode, agency: { code: string, name: string }, key: { id: string, prefix: string, name: string, expiresAt: string } | null, forces: Array<{ code: string }>, areas: Array<{ code: string }>, limits: { requestsPerSecond: number | null, costPerMinute: number | null, maxCost: number | null, maxDepth: number | null } } };

export type RecommendationsQueryVariables = Exact<{
  filter?: RecommendationFilter | null | undefined;
}>;


export type RecommendationsQuery = { recommendations: Array<{ id: string, report: string, number: string, text: string, owner: string, dueOn: string | null, overdue: boolean, status: RecommendationStatus | null, history: Array<{ on: string, status: RecommendationStatus, note: string | null }> }> | null };

export type ReviewFlagMutationVariables = Exact<{
  input: ReviewFlagInput;
}>;


export type ReviewFlagMutation = { reviewFlag: { flag: { id: string, review: { status: FlagReviewStatus, reason: string | null, reviewedAt: string | null } } } };

export type RevokeKeyMutationVariables = Exact<{
  input: RevokeKeyInput;
}>;


export type RevokeKeyMutation = { revokeKey: { key: { id: string, revokedAt: string | null } } };

export type RotateKeyMutationVariables = Exact<{
  input: RotateKeyInput;
}>;


export type RotateKeyMutation = { rotateKey: { secret: string | null, key: { id: string, previousUsableUntil: string | null } } };

export type SuspectActivitySubscriptionVariables = Exact<{
  suspectId: string;
  since?: string | null | undefined;
}>;


export type SuspectActivitySubscription = { suspectActivity: { cursor: string, at: string, kind: ActivityKind, suspect: { id: string, behaviour: { flags: Array<{ rule: FlagRule, severity: FlagSeverity }> } | null } | null } | null };

export type SuspectGraphQueryVariables = Exact<{
  id: string;
}>;


export type SuspectGraphQuery = { suspect: { id: string, displayName: string | null, dateOfBirth: string | null, identifiers: Array<{ scheme: string, value: string }> | null, forces: Array<{ code: string, name: string }> | null, cases: { totalCount: number | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ cursor: string, node: { id: string, urn: string, stage: CaseStage, openedOn: string, relationship: Relationship, domestic: boolean, flags: Array<string>, force: { code: string, name: string }, area: { code: string, name: string }, victims: Array<{ id: string, displayName: string | null }>, incidents: { edges: Array<{ node: { id: string, occurredFrom: string, timeKnown: boolean, behaviours: Array<BehaviourCode>, channel: Channel | null, basis: AssertionBasis, evidence: EvidenceStatus, fearOfViolence: boolean, dayToDayEffects: Array<DayToDayEffect>, narrative: string | null, victim: { id: string } | null } }> }, recordedCrimes: Array<{ id: string, reference: string, recordedOn: string, outcomeCode: string | null, principalOffence: { homeOfficeCode: string, family: OffenceFamily, title: string } | null, includedClassifications: Array<{ homeOfficeCode: string, family: OffenceFamily }> }>, charges: Array<{ id: string, chargedOn: string, verdict: Verdict | null, offence: { cjsCode: string, family: OffenceFamily, title: string, modeOfTrial: ModeOfTrial | null, maximumSentence: string | null }, incidents: Array<{ id: string }>, breaches: Array<{ id: string } | null> }>, decisions: Array<{ id: string, decidedOn: string, kind: DecisionKind, test: CodeTest | null, outcome: DecisionOutcome, considered: Array<{ family: OffenceFamily, accepted: boolean, rationale: string | null }>, guidanceInForce: Array<{ key: string, version: string, title: string, inForceFrom: string, datePrecision: DatePrecision }> | null }>, earlyAdvice: Array<{ requestedAt: string, respondedAt: string | null, topics: Array<string> }>, actionPlans: Array<{ issuedOn: string, dueOn: string, overdue: boolean, items: Array<{ text: string, doneOn: string | null }> }>, examinations: Array<{ id: string, examinedOn: string, codeCompliant: CodeCompliance | null, inspection: { id: string, title: string } | null, answers: Array<{ rating: InspectionRating | null, question: { key: string } }> }> | null } }> } | null, orders: Array<{ id: string, kind: OrderKind, state: OrderState, madeOn: string | null, servedOn: string | null, effectiveFrom: string | null, effectiveTo: string | null, untilFurtherOrder: boolean, inForce: boolean, court: string | null, protectedPersons: Array<{ id: string } | null>, conditions: Array<{ id: string, kind: ConditionKind, text: string }>, history: Array<{ on: string, kind: OrderEventKind }>, breaches: Array<{ id: string, occurredAt: string, reportedAt: string, state: BreachState, incident: { id: string } | null, conditions: Array<{ id: string }> }> }> | null, riskAssessments: Array<{ id: string, assessedAt: string, trigger: RiskTrigger, grade: RiskGrade, computedGrade: RiskGrade | null, overrideReason: string | null, instrument: { key: string, version: string, title: string } | null, victim: { id: string } | null }> | null, currentRisk: { grade: RiskGrade, assessedAt: string } | null, referrals: Array<{ forum: Forum, referredOn: string, heardOn: string | null, outcome: string | null }> | null } | null };

export type CasePageQueryVariables = Exact<{
  id: string;
}>;


export type CasePageQuery = { case: { id: string, urn: string, recordVersion: number, stage: CaseStage, availableActions: Array<CaseAction>, openedOn: string, relationship: Relationship, domestic: boolean, classification: Classification, restricted: boolean, force: { code: string, name: string }, area: { name: string }, suspects: Array<{ id: string, displayName: string | null }>, victims: Array<{ id: string, displayName: string | null }>, incidents: { totalCount: number | null, edges: Array<{ node: { id: string, occurredFrom: string, timeKnown: boolean, behaviours: Array<BehaviourCode>, channel: Channel | null, basis: AssertionBasis, evidence: EvidenceStatus, narrative: string | null } }> }, recordedCrimes: Array<{ id: string, reference: string, recordedOn: string, principalOffence: { title: string } | null }>, charges: Array<{ id: string, chargedOn: string, verdict: Verdict | null, offence: { title: string, maximumSentence: string | null }, incidents: Array<{ id: string }>, breaches: Array<{ id: string } | null> }>, decisions: Array<{ id: string, decidedOn: string, kind: DecisionKind, outcome: DecisionOutcome, considered: Array<{ family: OffenceFamily, accepted: boolean, rationale: string | null }>, guidanceInForce: Array<{ key: string, version: string, title: string }> | null }>, earlyAdvice: Array<{ id: string, recordVersion: number, requestedAt: string, respondedAt: string | null, topics: Array<string>, advice: string | null }>, actionPlans: Array<{ id: string, recordVersion: number, issuedOn: string, dueOn: string, overdue: boolean, items: Array<{ text: string, doneOn: string | null }> }>, orders: Array<{ id: string, kind: OrderKind, state: OrderState }> | null, riskAssessments: Array<{ id: string, recordVersion: number, instrumentKey: string, instrumentVersion: string, grade: RiskGrade, assessedAt: string, trigger: RiskTrigger, suspect: { id: string } | null, victim: { id: string } | null }> | null, history: { edges: Array<{ node: { at: string, actor: string, action: string, reason: string | null } }> } } | null };

export type RequestEarlyAdviceMutationVariables = Exact<{
  input: RequestEarlyAdviceInput;
}>;


export type RequestEarlyAdviceMutation = { requestEarlyAdvice: { earlyAdvice: { id: string } } };

export type AnswerEarlyAdviceMutationVariables = Exact<{
  input: AnswerEarlyAdviceInput;
}>;


export type AnswerEarlyAdviceMutation = { answerEarlyAdvice: { earlyAdvice: { id: string } } };

export type IssueActionPlanMutationVariables = Exact<{
  input: IssueActionPlanInput;
}>;


export type IssueActionPlanMutation = { issueActionPlan: { actionPlan: { id: string } } };

export type ExtendActionPlanMutationVariables = Exact<{
  input: ExtendActionPlanInput;
}>;


export type ExtendActionPlanMutation = { extendActionPlan: { actionPlan: { id: string } } };

export type CompleteActionPlanItemMutationVariables = Exact<{
  input: CompleteActionPlanItemInput;
}>;


export type CompleteActionPlanItemMutation = { completeActionPlanItem: { actionPlan: { id: string } } };

export type ReportBreachMutationVariables = Exact<{
  input: ReportBreachInput;
}>;


export type ReportBreachMutation = { reportBreach: { breach: { id: string } } };

export type MoveBreachMutationVariables = Exact<{
  input: MoveBreachInput;
}>;


export type MoveBreachMutation = { moveBreach: { breach: { id: string } } };

export type RiskInstrumentsQueryVariables = Exact<{ [key: string]: never; }>;


export type RiskInstrumentsQuery = { riskInstruments: Array<{ id: string, key: string, version: string, title: string, rightsHolder: string | null, licence: string | null, answers: Array<string>, grades: Array<string>, grading: RiskGrading | null, items: Array<{ code: string, domain: string | null, highRisk: boolean }> }> | null };

export type CompleteAssessmentMutationVariables = Exact<{
  input: CompleteAssessmentInput;
}>;


export type CompleteAssessmentMutation = { completeAssessment: { riskAssessment: { id: string } } };

export type ReviewAssessmentMutationVariables = Exact<{
  input: ReviewAssessmentInput;
}>;


export type ReviewAssessmentMutation = { reviewAssessment: { riskAssessment: { id: string } } };

export type BreachIncidentsQueryVariables = Exact<{
  order: string;
}>;


export type BreachIncidentsQuery = { order: { id: string, case: { id: string, incidents: { edges: Array<{ node: { id: string, occurredFrom: string, timeKnown: boolean, behaviours: Array<BehaviourCode> } }> } } | null } | null };

export type FindQueryVariables = Exact<{
  text: string;
}>;


export type FindQuery = { suspects: { edges: Array<{ matched: Array<{ field: string, how: MatchKind, value: string | null }> | null, node: { id: string, displayName: string | null, dateOfBirth: string | null, forces: Array<{ code: string, name: string }> | null } }> } | null, cases: { edges: Array<{ matched: Array<{ field: string, snippet: string | null }> | null, node: { id: string, urn: string, stage: CaseStage, openedOn: string, force: { name: string } } }> } | null };

export type InspectionsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type InspectionsQuery = { inspections: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, title: string, body: string, openedOn: string, samples: Array<{ id: string, size: number, progress: { files: number, replacements: number, unavailable: number, examined: number, examinedTwice: number, moderated: number, outstanding: number } }> } }> } | null };

export type ProgressFragment = { files: number, replacements: number, unavailable: number, examined: number, examinedTwice: number, moderated: number, outstanding: number };

export type InspectionPageQueryVariables = Exact<{
  id: string;
}>;


export type InspectionPageQuery = { inspection: { id: string, title: string, body: string, openedOn: string, themes: Array<{ key: string, title: string, questions: Array<{ key: string, text: string, kind: QuestionKind }> }>, agreement: Array<{ question: string, pairs: number, agreed: number, kappa: number | null }>, samples: Array<{ id: string, size: number, frameSize: number, drawnAt: string, progress: { files: number, replacements: number, unavailable: number, examined: number, examinedTwice: number, moderated: number, outstanding: number } }> } | null };

export type AskedThemeFragment = { key: string, title: string, questions: Array<{ key: string, text: string, kind: QuestionKind }> };

export type PlacesQueryVariables = Exact<{ [key: string]: never; }>;


export type PlacesQuery = { forces: Array<{ code: string, name: string }> | null, areas: Array<{ code: string, name: string }> | null };

export type SamplePageQueryVariables = Exact<{
  id: string;
}>;


export type SamplePageQuery = { sample: { id: string, stratifyBy: CaseDimension | null, allocation: SampleAllocation, size: number, frameSize: number, seed: string, algorithm: string, drawnAt: string, drawnBy: string, frame: { forces: Array<string> | null, areas: Array<string> | null, stages: Array<CaseStage> | null, families: Array<OffenceFamily> | null, relationships: Array<Relationship> | null, openedFrom: string | null, openedTo: string | null, decidedFrom: string | null, decidedTo: string | null, recordedFrom: string | null, recordedTo: string | null, domestic: boolean | null }, given: Array<{ key: string, size: number }>, strata: Array<{ key: string, title: string, frame: number, drawn: number, reserve: number, digest: string }>, files: Array<{ stratum: string, place: number, availability: FileAvailability | null, replacedBecause: string | null, case: { id: string, urn: string, examinations: Array<{ id: string, examinedOn: string, examiner: string | null, inspection: { id: string } | null }> | null } | null, replaces: { id: string, urn: string } | null }>, progress: { files: number, replacements: number, unavailable: number, examined: number, examinedTwice: number, moderated: number, outstanding: number } } | null };

export type RecordFileAvailabilityMutationVariables = Exact<{
  input: SampleFileInput;
}>;


export type RecordFileAvailabilityMutation = { recordFileAvailability: { replacement: { case: { id: string, urn: string } | null } | null, sample: { id: string, progress: { files: number, replacements: number, unavailable: number, examined: number, examinedTwice: number, moderated: number, outstanding: number } } } };

export type ExamineFormQueryVariables = Exact<{
  inspection: string;
  case: string;
}>;


export type ExamineFormQuery = { inspection: { id: string, title: string, openedOn: string, themes: Array<{ key: string, title: string, questions: Array<{ key: string, text: string, kind: QuestionKind }> }> } | null, case: { id: string, urn: string, examinations: Array<{ id: string, examinedOn: string, examiner: string | null, moderates: boolean, inspection: { id: string } | null }> | null } | null, guidance: Array<{ id: string, key: string, version: string, title: string, inForceFrom: string }> | null };

export type InspectionTablePageQueryVariables = Exact<{
  id: string;
  kind: InspectionTableKind;
  by?: InspectionTableBy | null | undefined;
}>;


export type InspectionTablePageQuery = { inspection: { id: string, title: string, table: { title: string, columnTotals: Array<number | null>, total: number | null, denominator: number | null, notes: Array<string>, svg: string, columns: Array<{ key: string, title: string }>, rows: Array<{ key: string, title: string, total: number | null, score: number | null, cells: Array<{ value: number | null, suppressed: boolean, of: number | null, percent: number | null, low: number | null, high: number | null, label: string | null }> }>, comparabilityBreaks: Array<{ from: string, text: string }> } } | null };

export type WholeTableFragment = { title: string, columnTotals: Array<number | null>, total: number | null, denominator: number | null, notes: Array<string>, svg: string, columns: Array<{ key: string, title: string }>, rows: Array<{ key: string, title: string, total: number | null, score: number | null, cells: Array<{ value: number | null, suppressed: boolean, of: number | null, percent: number | null, low: number | null, high: number | null, label: string | null }> }>, comparabilityBreaks: Array<{ from: string, text: string }> };

export type FilesBehindCellQueryVariables = Exact<{
  id: string;
  kind: InspectionTableKind;
  by?: InspectionTableBy | null | undefined;
  row: string;
  column: string;
  after?: string | null | undefined;
}>;


export type FilesBehindCellQuery = { inspection: { id: string, filesBehind: { total: number, endCursor: string | null, cases: Array<{ id: string, urn: string }> } } | null };

export type RecommendationPageQueryVariables = Exact<{
  id: string;
}>;


export type RecommendationPageQuery = { recommendation: { id: string, recordVersion: number, report: string, number: string, text: string, owner: string, dueOn: string | null, overdue: boolean, status: RecommendationStatus | null, topics: Array<string>, availableActions: Array<RecommendationStatus>, history: Array<{ on: string, status: RecommendationStatus, note: string | null }>, indicators: Array<{ key: string, title: string, why: string, table: { title: string, columnTotals: Array<number | null>, total: number | null, denominator: number | null, notes: Array<string>, svg: string, columns: Array<{ key: string, title: string }>, rows: Array<{ key: string, title: string, total: number | null, score: number | null, cells: Array<{ value: number | null, suppressed: boolean, of: number | null, percent: number | null, low: number | null, high: number | null, label: string | null }> }>, comparabilityBreaks: Array<{ from: string, text: string }> } }> } | null };

export type RecordRecommendationProgressMutationVariables = Exact<{
  input: RecordRecommendationProgressInput;
}>;


export type RecordRecommendationProgressMutation = { recordRecommendationProgress: { recommendation: { id: string, recordVersion: number, status: RecommendationStatus | null } } };

export type OrderPageQueryVariables = Exact<{
  id: string;
}>;


export type OrderPageQuery = { order: { id: string, kind: OrderKind, state: OrderState, court: string | null, appliedOn: string | null, madeOn: string | null, servedOn: string | null, effectiveFrom: string | null, effectiveTo: string | null, untilFurtherOrder: boolean, inForce: boolean, force: { name: string } | null, suspect: { id: string, displayName: string | null } | null, case: { id: string, urn: string } | null, protectedPersons: Array<{ id: string, displayName: string | null } | null>, conditions: Array<{ id: string, ref: string, kind: ConditionKind, text: string, from: string | null, to: string | null }>, history: Array<{ on: string, kind: OrderEventKind, note: string | null }>, breaches: Array<{ id: string, recordVersion: number, availableActions: Array<BreachAction>, occurredAt: string, reportedAt: string, state: BreachState, reason: string | null }> } | null };

export type SessionQueryVariables = Exact<{ [key: string]: never; }>;


export type SessionQuery = { me: { name: string, kind: PrincipalKind, scopes: Array<string>, purposes: Array<Purpose>, agency: { name: string } } };

export type SuspectPageQueryVariables = Exact<{
  id: string;
  asAt?: string | null | undefined;
}>;


export type SuspectPageQuery = { suspect: { id: string, displayName: string | null, dateOfBirth: string | null, pncId: string | null, names: Array<{ given: string | null, family: string, kind: NameKind }> | null, forces: Array<{ code: string, name: string }> | null, currentRisk: { grade: RiskGrade, assessedAt: string } | null, riskAssessments: Array<{ id: string, grade: RiskGrade, assessedAt: string }> | null, orders: Array<{ id: string, kind: OrderKind, state: OrderState, madeOn: string | null, effectiveFrom: string | null, effectiveTo: string | null, untilFurtherOrder: boolean, inForce: boolean }> | null, possibleDuplicates: Array<{ score: number, because: Array<string>, suspect: { id: string, displayName: string | null } }> | null, cases: { totalCount: number | null, edges: Array<{ node: { id: string, urn: string, stage: CaseStage, openedOn: string, charges: Array<{ id: string, chargedOn: string, verdict: Verdict | null, offence: { title: string, family: OffenceFamily } }> } }> } | null, behaviour: { asAt: string, suspects: Array<{ id: string } | null>, coursesOfConduct: Array<{ id: string, group: boolean, coveredFamilies: Array<OffenceFamily>, consideredFamilies: Array<OffenceFamily>, victims: Array<{ id: string, displayName: string | null } | null>, occasions: Array<{ day: string, behaviours: Array<BehaviourCode>, sources: Array<{ type: string, id: string }> }>, candidates: Array<{ family: OffenceFamily, timeLimitExpiresOn: string | null, because: Array<{ text: string, source: { type: string, id: string } }> }> }>, flags: Array<{ ruleVersion: number, variants: Array<FlagVariant>, missingFamilies: Array<OffenceFamily>, id: string, rule: FlagRule, severity: FlagSeverity, title: string, raisedAt: string | null, restsOn: Array<{ type: string, id: string }>, thresholds: Array<{ name: string, value: unknown }>, notConsidered: Array<{ text: string }>, guidance: Array<{ key: string, version: string }>, force: { code: string, name: string } | null, suspect: { id: string, displayName: string | null } | null, because: Array<{ text: string, source: { type: string, id: string } }>, review: { status: FlagReviewStatus, reason: string | null, reviewedAt: string | null, reviewedBy: string | null, returned: boolean, note: string | null } }>, notConsidered: Array<{ text: string }>, harm: { method: string, version: number, score: number, components: Array<{ label: string, value: number, because: string }> }, network: { nodes: Array<{ id: string, kind: NetworkNodeKind, label: string }>, edges: Array<{ from: string, to: string, kind: NetworkEdgeKind, count: number, firstOn: string | null, lastOn: string | null }> } } | null } | null };

export type SuspectTimelineQueryVariables = Exact<{
  id: string;
  asAt?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type SuspectTimelineQuery = { suspect: { id: string, behaviour: { timeline: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, occurredAt: string, timeKnown: boolean, kind: TimelineKind, title: string, behaviours: Array<BehaviourCode>, victim: { id: string, displayName: string | null } | null, source: { type: string, id: string } } }> } } | null } | null };

export type SuspectNewsSubscriptionVariables = Exact<{
  suspectId: string;
}>;


export type SuspectNewsSubscription = { suspectActivity: { cursor: string, at: string, kind: ActivityKind, recordType: string } | null };

export type WorkListQueryVariables = Exact<{
  filter?: FlagFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type WorkListQuery = { flagQueue: { totalCount: number | null, asOf: string | null, lagSeconds: number | null, pending: number | null, rebuilding: boolean | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, rule: FlagRule, severity: FlagSeverity, title: string, raisedAt: string | null, force: { code: string, name: string } | null, suspect: { id: string, displayName: string | null } | null, because: Array<{ text: string, source: { type: string, id: string } }>, review: { status: FlagReviewStatus, reason: string | null, reviewedAt: string | null, reviewedBy: string | null, returned: boolean, note: string | null } } }> } | null };

export type ListedFlagFragment = { id: string, rule: FlagRule, severity: FlagSeverity, title: string, raisedAt: string | null, force: { code: string, name: string } | null, suspect: { id: string, displayName: string | null } | null, because: Array<{ text: string, source: { type: string, id: string } }>, review: { status: FlagReviewStatus, reason: string | null, reviewedAt: string | null, reviewedBy: string | null, returned: boolean, note: string | null } };

export type ReviewMutationVariables = Exact<{
  input: ReviewFlagInput;
}>;


export type ReviewMutation = { reviewFlag: { flag: { id: string, rule: FlagRule, severity: FlagSeverity, title: string, raisedAt: string | null, force: { code: string, name: string } | null, suspect: { id: string, displayName: string | null } | null, because: Array<{ text: string, source: { type: string, id: string } }>, review: { status: FlagReviewStatus, reason: string | null, reviewedAt: string | null, reviewedBy: string | null, returned: boolean, note: string | null } } } };

export const TableFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Table"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StatTable"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"columns"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"cells"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"suppressed"}}]}},{"kind":"Field","name":{"kind":"Name","value":"total"}}]}},{"kind":"Field","name":{"kind":"Name","value":"columnTotals"}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"denominator"}},{"kind":"Field","name":{"kind":"Name","value":"notes"}},{"kind":"Field","name":{"kind":"Name","value":"comparabilityBreaks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}}]} as unknown as DocumentNode<TableFragment, unknown>;
export const ProgressFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Progress"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SampleProgress"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"files"}},{"kind":"Field","name":{"kind":"Name","value":"replacements"}},{"kind":"Field","name":{"kind":"Name","value":"unavailable"}},{"kind":"Field","name":{"kind":"Name","value":"examined"}},{"kind":"Field","name":{"kind":"Name","value":"examinedTwice"}},{"kind":"Field","name":{"kind":"Name","value":"moderated"}},{"kind":"Field","name":{"kind":"Name","value":"outstanding"}}]}}]} as unknown as DocumentNode<ProgressFragment, unknown>;
export const AskedThemeFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AskedTheme"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InspectionTheme"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"questions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}}]}}]} as unknown as DocumentNode<AskedThemeFragment, unknown>;
export const WholeTableFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WholeTable"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StatTable"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"columns"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"cells"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"suppressed"}},{"kind":"Field","name":{"kind":"Name","value":"of"}},{"kind":"Field","name":{"kind":"Name","value":"percent"}},{"kind":"Field","name":{"kind":"Name","value":"low"}},{"kind":"Field","name":{"kind":"Name","value":"high"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"score"}}]}},{"kind":"Field","name":{"kind":"Name","value":"columnTotals"}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"denominator"}},{"kind":"Field","name":{"kind":"Name","value":"notes"}},{"kind":"Field","name":{"kind":"Name","value":"comparabilityBreaks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"svg"}}]}}]} as unknown as DocumentNode<WholeTableFragment, unknown>;
export const ListedFlagFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ListedFlag"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Flag"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"raisedAt"}},{"kind":"Field","name":{"kind":"Name","value":"force"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"suspect"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"because"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"review"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"reviewedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reviewedBy"}},{"kind":"Field","name":{"kind":"Name","value":"returned"}},{"kind":"Field","name":{"kind":"Name","value":"note"}}]}}]}}]} as unknown as DocumentNode<ListedFlagFragment, unknown>;
export const AuditTrailDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AuditTrail"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AuditFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"50"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"auditTrail"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sequence"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"principal"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"agency"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"onBehalfOf"}},{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"justification"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"recordIds"}},{"kind":"Field","name":{"kind":"Name","value":"coordinates"}},{"kind":"Field","name":{"kind":"Name","value":"withheld"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}}]}}]}}]}}]}}]} as unknown as DocumentNode<AuditTrailQuery, AuditTrailQueryVariables>;
export const BehaviourProfileDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"BehaviourProfile"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asAt"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"suspect"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"behaviour"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"asAt"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asAt"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asAt"}},{"kind":"Field","name":{"kind":"Name","value":"timeline"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"Field","name":{"kind":"Name","value":"timeKnown"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"behaviours"}},{"kind":"Field","name":{"kind":"Name","value":"victim"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"coursesOfConduct"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"group"}},{"kind":"Field","name":{"kind":"Name","value":"coveredFamilies"}},{"kind":"Field","name":{"kind":"Name","value":"consideredFamilies"}},{"kind":"Field","name":{"kind":"Name","value":"victims"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"occasions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"day"}},{"kind":"Field","name":{"kind":"Name","value":"behaviours"}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"candidates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"family"}},{"kind":"Field","name":{"kind":"Name","value":"timeLimitExpiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"because"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"flags"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"ruleVersion"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"variants"}},{"kind":"Field","name":{"kind":"Name","value":"missingFamilies"}},{"kind":"Field","name":{"kind":"Name","value":"victims"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"because"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"notConsidered"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"thresholds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"guidance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"Field","name":{"kind":"Name","value":"review"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"reviewedAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"harm"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"components"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"because"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"network"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"firstOn"}},{"kind":"Field","name":{"kind":"Name","value":"lastOn"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<BehaviourProfileQuery, BehaviourProfileQueryVariables>;
export const CaseFileDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CaseFile"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"urn"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"case"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"urn"},"value":{"kind":"Variable","name":{"kind":"Name","value":"urn"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"urn"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"openedOn"}},{"kind":"Field","name":{"kind":"Name","value":"classification"}},{"kind":"Field","name":{"kind":"Name","value":"suspects"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"behaviour"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"flags"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"victims"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}},{"kind":"Field","name":{"kind":"Name","value":"riskAssessments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"grade"}}]}},{"kind":"Field","name":{"kind":"Name","value":"history"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"actor"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"before"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<CaseFileQuery, CaseFileQueryVariables>;
export const CaseStatisticsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CaseStatistics"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"measure"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CaseMeasure"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"rows"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CaseDimension"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"columns"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"CaseDimension"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"CaseFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"caseStatistics"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"measure"},"value":{"kind":"Variable","name":{"kind":"Name","value":"measure"}}},{"kind":"Argument","name":{"kind":"Name","value":"rows"},"value":{"kind":"Variable","name":{"kind":"Name","value":"rows"}}},{"kind":"Argument","name":{"kind":"Name","value":"columns"},"value":{"kind":"Variable","name":{"kind":"Name","value":"columns"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Table"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Table"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StatTable"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"columns"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"cells"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"suppressed"}}]}},{"kind":"Field","name":{"kind":"Name","value":"total"}}]}},{"kind":"Field","name":{"kind":"Name","value":"columnTotals"}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"denominator"}},{"kind":"Field","name":{"kind":"Name","value":"notes"}},{"kind":"Field","name":{"kind":"Name","value":"comparabilityBreaks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}}]} as unknown as DocumentNode<CaseStatisticsQuery, CaseStatisticsQueryVariables>;
export const CasesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Cases"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"CaseFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"50"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cases"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"urn"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"openedOn"}},{"kind":"Field","name":{"kind":"Name","value":"force"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<CasesQuery, CasesQueryVariables>;
export const DrawSampleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DrawSample"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DrawSampleInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"drawSample"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sample"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"seed"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"frameSize"}},{"kind":"Field","name":{"kind":"Name","value":"strata"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"frame"}},{"kind":"Field","name":{"kind":"Name","value":"drawn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"files"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"case"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"urn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"availability"}}]}}]}}]}}]}}]} as unknown as DocumentNode<DrawSampleMutation, DrawSampleMutationVariables>;
export const ExamineFileDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ExamineFile"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ExamineFileInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"examineFile"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"examination"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"codeCompliant"}},{"kind":"Field","name":{"kind":"Name","value":"appropriateFamily"}},{"kind":"Field","name":{"kind":"Name","value":"answers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"question"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rating"}},{"kind":"Field","name":{"kind":"Name","value":"yes"}},{"kind":"Field","name":{"kind":"Name","value":"family"}},{"kind":"Field","name":{"kind":"Name","value":"judgedByGuidanceInForce"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ExamineFileMutation, ExamineFileMutationVariables>;
export const ExplainAccessDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ExplainAccess"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"keyId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"operation"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"variables"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"JSON"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"explainAccess"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"keyId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"keyId"}}},{"kind":"Argument","name":{"kind":"Name","value":"operation"},"value":{"kind":"Variable","name":{"kind":"Name","value":"operation"}}},{"kind":"Argument","name":{"kind":"Name","value":"variables"},"value":{"kind":"Variable","name":{"kind":"Name","value":"variables"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"coordinate"}},{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"scope"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rowRules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}}]}}]} as unknown as DocumentNode<ExplainAccessQuery, ExplainAccessQueryVariables>;
export const FindSuspectsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FindSuspects"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"text"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"SuspectFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"suspects"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"text"},"value":{"kind":"Variable","name":{"kind":"Name","value":"text"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"dateOfBirth"}},{"kind":"Field","name":{"kind":"Name","value":"forces"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"possibleDuplicates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"because"}},{"kind":"Field","alias":{"kind":"Name","value":"other"},"name":{"kind":"Name","value":"suspect"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<FindSuspectsQuery, FindSuspectsQueryVariables>;
export const FlagQueueDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FlagQueue"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"FlagFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"50"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"flagQueue"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"raisedAt"}},{"kind":"Field","name":{"kind":"Name","value":"suspect"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"victims"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"force"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"review"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<FlagQueueQuery, FlagQueueQueryVariables>;
export const InspectionTableDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"InspectionTable"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"inspectionId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"table"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"InspectionTableKind"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"InspectionTableBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"inspection"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"inspectionId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"table"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"kind"},"value":{"kind":"Variable","name":{"kind":"Name","value":"table"}}},{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Table"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Table"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StatTable"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"columns"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"cells"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"suppressed"}}]}},{"kind":"Field","name":{"kind":"Name","value":"total"}}]}},{"kind":"Field","name":{"kind":"Name","value":"columnTotals"}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"denominator"}},{"kind":"Field","name":{"kind":"Name","value":"notes"}},{"kind":"Field","name":{"kind":"Name","value":"comparabilityBreaks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}}]} as unknown as DocumentNode<InspectionTableQuery, InspectionTableQueryVariables>;
export const IssueKeyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"IssueKey"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"IssueKeyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issueKey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"key"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"prefix"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}}]}}]}}]} as unknown as DocumentNode<IssueKeyMutation, IssueKeyMutationVariables>;
export const MeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"agency"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"key"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"prefix"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"purposes"}},{"kind":"Field","name":{"kind":"Name","value":"forces"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"areas"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"limits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestsPerSecond"}},{"kind":"Field","name":{"kind":"Name","value":"costPerMinute"}},{"kind":"Field","name":{"kind":"Name","value":"maxCost"}},{"kind":"Field","name":{"kind":"Name","value":"maxDepth"}}]}},{"kind":"Field","name":{"kind":"Name","value":"withhold"}}]}}]}}]} as unknown as DocumentNode<MeQuery, MeQueryVariables>;
export const RecommendationsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Recommendations"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"RecommendationFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recommendations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"report"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"owner"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"history"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"on"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"note"}}]}}]}}]}}]} as unknown as DocumentNode<RecommendationsQuery, RecommendationsQueryVariables>;
export const ReviewFlagDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReviewFlag"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReviewFlagInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reviewFlag"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"flag"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"review"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"reviewedAt"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ReviewFlagMutation, ReviewFlagMutationVariables>;
export const RevokeKeyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokeKey"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RevokeKeyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeKey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"revokedAt"}}]}}]}}]}}]} as unknown as DocumentNode<RevokeKeyMutation, RevokeKeyMutationVariables>;
export const RotateKeyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RotateKey"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RotateKeyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rotateKey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"key"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"previousUsableUntil"}}]}}]}}]}}]} as unknown as DocumentNode<RotateKeyMutation, RotateKeyMutationVariables>;
export const SuspectActivityDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"SuspectActivity"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"suspectId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"since"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"suspectActivity"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"suspectId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"suspectId"}}},{"kind":"Argument","name":{"kind":"Name","value":"since"},"value":{"kind":"Variable","name":{"kind":"Name","value":"since"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"suspect"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"behaviour"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"flags"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<SuspectActivitySubscription, SuspectActivitySubscriptionVariables>;
export const SuspectGraphDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SuspectGraph"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"suspect"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"dateOfBirth"}},{"kind":"Field","name":{"kind":"Name","value":"identifiers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scheme"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"forces"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cases"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"urn"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"openedOn"}},{"kind":"Field","name":{"kind":"Name","value":"relationship"}},{"kind":"Field","name":{"kind":"Name","value":"domestic"}},{"kind":"Field","name":{"kind":"Name","value":"flags"}},{"kind":"Field","name":{"kind":"Name","value":"force"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"area"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"victims"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"incidents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"occurredFrom"}},{"kind":"Field","name":{"kind":"Name","value":"timeKnown"}},{"kind":"Field","name":{"kind":"Name","value":"behaviours"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"basis"}},{"kind":"Field","name":{"kind":"Name","value":"evidence"}},{"kind":"Field","name":{"kind":"Name","value":"fearOfViolence"}},{"kind":"Field","name":{"kind":"Name","value":"dayToDayEffects"}},{"kind":"Field","name":{"kind":"Name","value":"narrative"}},{"kind":"Field","name":{"kind":"Name","value":"victim"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"recordedCrimes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"recordedOn"}},{"kind":"Field","name":{"kind":"Name","value":"outcomeCode"}},{"kind":"Field","name":{"kind":"Name","value":"principalOffence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"homeOfficeCode"}},{"kind":"Field","name":{"kind":"Name","value":"family"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"includedClassifications"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"homeOfficeCode"}},{"kind":"Field","name":{"kind":"Name","value":"family"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"charges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"chargedOn"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"offence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cjsCode"}},{"kind":"Field","name":{"kind":"Name","value":"family"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"modeOfTrial"}},{"kind":"Field","name":{"kind":"Name","value":"maximumSentence"}}]}},{"kind":"Field","name":{"kind":"Name","value":"incidents"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"breaches"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"decisions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"decidedOn"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"test"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"considered"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"family"}},{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"rationale"}}]}},{"kind":"Field","name":{"kind":"Name","value":"guidanceInForce"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"inForceFrom"}},{"kind":"Field","name":{"kind":"Name","value":"datePrecision"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"earlyAdvice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"respondedAt"}},{"kind":"Field","name":{"kind":"Name","value":"topics"}}]}},{"kind":"Field","name":{"kind":"Name","value":"actionPlans"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issuedOn"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"doneOn"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"examinations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"examinedOn"}},{"kind":"Field","name":{"kind":"Name","value":"codeCompliant"}},{"kind":"Field","name":{"kind":"Name","value":"inspection"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"answers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"question"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rating"}}]}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"madeOn"}},{"kind":"Field","name":{"kind":"Name","value":"servedOn"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveFrom"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveTo"}},{"kind":"Field","name":{"kind":"Name","value":"untilFurtherOrder"}},{"kind":"Field","name":{"kind":"Name","value":"inForce"}},{"kind":"Field","name":{"kind":"Name","value":"court"}},{"kind":"Field","name":{"kind":"Name","value":"protectedPersons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"conditions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"history"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"on"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}},{"kind":"Field","name":{"kind":"Name","value":"breaches"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"Field","name":{"kind":"Name","value":"reportedAt"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"incident"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"conditions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"riskAssessments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"assessedAt"}},{"kind":"Field","name":{"kind":"Name","value":"trigger"}},{"kind":"Field","name":{"kind":"Name","value":"grade"}},{"kind":"Field","name":{"kind":"Name","value":"computedGrade"}},{"kind":"Field","name":{"kind":"Name","value":"overrideReason"}},{"kind":"Field","name":{"kind":"Name","value":"instrument"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"victim"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"currentRisk"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"grade"}},{"kind":"Field","name":{"kind":"Name","value":"assessedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"referrals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"forum"}},{"kind":"Field","name":{"kind":"Name","value":"referredOn"}},{"kind":"Field","name":{"kind":"Name","value":"heardOn"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}}]}}]}}]}}]} as unknown as DocumentNode<SuspectGraphQuery, SuspectGraphQueryVariables>;
export const CasePageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CasePage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"case"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"urn"}},{"kind":"Field","name":{"kind":"Name","value":"recordVersion"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"availableActions"}},{"kind":"Field","name":{"kind":"Name","value":"openedOn"}},{"kind":"Field","name":{"kind":"Name","value":"relationship"}},{"kind":"Field","name":{"kind":"Name","value":"domestic"}},{"kind":"Field","name":{"kind":"Name","value":"classification"}},{"kind":"Field","name":{"kind":"Name","value":"restricted"}},{"kind":"Field","name":{"kind":"Name","value":"force"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"area"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"suspects"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"victims"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"incidents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"occurredFrom"}},{"kind":"Field","name":{"kind":"Name","value":"timeKnown"}},{"kind":"Field","name":{"kind":"Name","value":"behaviours"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"basis"}},{"kind":"Field","name":{"kind":"Name","value":"evidence"}},{"kind":"Field","name":{"kind":"Name","value":"narrative"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"recordedCrimes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"reference"}},{"kind":"Field","name":{"kind":"Name","value":"recordedOn"}},{"kind":"Field","name":{"kind":"Name","value":"principalOffence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"charges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"chargedOn"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"offence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"maximumSentence"}}]}},{"kind":"Field","name":{"kind":"Name","value":"incidents"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"breaches"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"decisions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"decidedOn"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"considered"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"family"}},{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"rationale"}}]}},{"kind":"Field","name":{"kind":"Name","value":"guidanceInForce"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"earlyAdvice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"recordVersion"}},{"kind":"Field","name":{"kind":"Name","value":"requestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"respondedAt"}},{"kind":"Field","name":{"kind":"Name","value":"topics"}},{"kind":"Field","name":{"kind":"Name","value":"advice"}}]}},{"kind":"Field","name":{"kind":"Name","value":"actionPlans"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"recordVersion"}},{"kind":"Field","name":{"kind":"Name","value":"issuedOn"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"doneOn"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}},{"kind":"Field","name":{"kind":"Name","value":"riskAssessments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"recordVersion"}},{"kind":"Field","name":{"kind":"Name","value":"instrumentKey"}},{"kind":"Field","name":{"kind":"Name","value":"instrumentVersion"}},{"kind":"Field","name":{"kind":"Name","value":"suspect"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"victim"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"grade"}},{"kind":"Field","name":{"kind":"Name","value":"assessedAt"}},{"kind":"Field","name":{"kind":"Name","value":"trigger"}}]}},{"kind":"Field","name":{"kind":"Name","value":"history"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"actor"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<CasePageQuery, CasePageQueryVariables>;
export const RequestEarlyAdviceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RequestEarlyAdvice"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RequestEarlyAdviceInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestEarlyAdvice"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"earlyAdvice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<RequestEarlyAdviceMutation, RequestEarlyAdviceMutationVariables>;
export const AnswerEarlyAdviceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AnswerEarlyAdvice"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AnswerEarlyAdviceInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"answerEarlyAdvice"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"earlyAdvice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<AnswerEarlyAdviceMutation, AnswerEarlyAdviceMutationVariables>;
export const IssueActionPlanDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"IssueActionPlan"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"IssueActionPlanInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issueActionPlan"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"actionPlan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<IssueActionPlanMutation, IssueActionPlanMutationVariables>;
export const ExtendActionPlanDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ExtendActionPlan"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ExtendActionPlanInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"extendActionPlan"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"actionPlan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<ExtendActionPlanMutation, ExtendActionPlanMutationVariables>;
export const CompleteActionPlanItemDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CompleteActionPlanItem"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CompleteActionPlanItemInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"completeActionPlanItem"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"actionPlan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<CompleteActionPlanItemMutation, CompleteActionPlanItemMutationVariables>;
export const ReportBreachDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReportBreach"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReportBreachInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reportBreach"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"breach"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<ReportBreachMutation, ReportBreachMutationVariables>;
export const MoveBreachDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"MoveBreach"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MoveBreachInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"moveBreach"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"breach"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<MoveBreachMutation, MoveBreachMutationVariables>;
export const RiskInstrumentsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RiskInstruments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"riskInstruments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"rightsHolder"}},{"kind":"Field","name":{"kind":"Name","value":"licence"}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"domain"}},{"kind":"Field","name":{"kind":"Name","value":"highRisk"}}]}},{"kind":"Field","name":{"kind":"Name","value":"answers"}},{"kind":"Field","name":{"kind":"Name","value":"grades"}},{"kind":"Field","name":{"kind":"Name","value":"grading"}}]}}]}}]} as unknown as DocumentNode<RiskInstrumentsQuery, RiskInstrumentsQueryVariables>;
export const CompleteAssessmentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CompleteAssessment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CompleteAssessmentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"completeAssessment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"riskAssessment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<CompleteAssessmentMutation, CompleteAssessmentMutationVariables>;
export const ReviewAssessmentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReviewAssessment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReviewAssessmentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reviewAssessment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"riskAssessment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<ReviewAssessmentMutation, ReviewAssessmentMutationVariables>;
export const BreachIncidentsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"BreachIncidents"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"order"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"order"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"order"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"case"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"incidents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"occurredFrom"}},{"kind":"Field","name":{"kind":"Name","value":"timeKnown"}},{"kind":"Field","name":{"kind":"Name","value":"behaviours"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<BreachIncidentsQuery, BreachIncidentsQueryVariables>;
export const FindDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Find"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"text"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"suspects"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"text"},"value":{"kind":"Variable","name":{"kind":"Name","value":"text"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"matched"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"how"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"dateOfBirth"}},{"kind":"Field","name":{"kind":"Name","value":"forces"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"cases"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"text"},"value":{"kind":"Variable","name":{"kind":"Name","value":"text"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"matched"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"snippet"}}]}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"urn"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"openedOn"}},{"kind":"Field","name":{"kind":"Name","value":"force"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<FindQuery, FindQueryVariables>;
export const InspectionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Inspections"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"inspections"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"openedOn"}},{"kind":"Field","name":{"kind":"Name","value":"samples"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"progress"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Progress"}}]}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Progress"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SampleProgress"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"files"}},{"kind":"Field","name":{"kind":"Name","value":"replacements"}},{"kind":"Field","name":{"kind":"Name","value":"unavailable"}},{"kind":"Field","name":{"kind":"Name","value":"examined"}},{"kind":"Field","name":{"kind":"Name","value":"examinedTwice"}},{"kind":"Field","name":{"kind":"Name","value":"moderated"}},{"kind":"Field","name":{"kind":"Name","value":"outstanding"}}]}}]} as unknown as DocumentNode<InspectionsQuery, InspectionsQueryVariables>;
export const InspectionPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"InspectionPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"inspection"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"openedOn"}},{"kind":"Field","name":{"kind":"Name","value":"themes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AskedTheme"}}]}},{"kind":"Field","name":{"kind":"Name","value":"agreement"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"question"}},{"kind":"Field","name":{"kind":"Name","value":"pairs"}},{"kind":"Field","name":{"kind":"Name","value":"agreed"}},{"kind":"Field","name":{"kind":"Name","value":"kappa"}}]}},{"kind":"Field","name":{"kind":"Name","value":"samples"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"frameSize"}},{"kind":"Field","name":{"kind":"Name","value":"drawnAt"}},{"kind":"Field","name":{"kind":"Name","value":"progress"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Progress"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AskedTheme"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InspectionTheme"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"questions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Progress"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SampleProgress"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"files"}},{"kind":"Field","name":{"kind":"Name","value":"replacements"}},{"kind":"Field","name":{"kind":"Name","value":"unavailable"}},{"kind":"Field","name":{"kind":"Name","value":"examined"}},{"kind":"Field","name":{"kind":"Name","value":"examinedTwice"}},{"kind":"Field","name":{"kind":"Name","value":"moderated"}},{"kind":"Field","name":{"kind":"Name","value":"outstanding"}}]}}]} as unknown as DocumentNode<InspectionPageQuery, InspectionPageQueryVariables>;
export const PlacesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Places"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"forces"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"areas"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<PlacesQuery, PlacesQueryVariables>;
export const SamplePageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SamplePage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sample"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"frame"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"forces"}},{"kind":"Field","name":{"kind":"Name","value":"areas"}},{"kind":"Field","name":{"kind":"Name","value":"stages"}},{"kind":"Field","name":{"kind":"Name","value":"families"}},{"kind":"Field","name":{"kind":"Name","value":"relationships"}},{"kind":"Field","name":{"kind":"Name","value":"openedFrom"}},{"kind":"Field","name":{"kind":"Name","value":"openedTo"}},{"kind":"Field","name":{"kind":"Name","value":"decidedFrom"}},{"kind":"Field","name":{"kind":"Name","value":"decidedTo"}},{"kind":"Field","name":{"kind":"Name","value":"recordedFrom"}},{"kind":"Field","name":{"kind":"Name","value":"recordedTo"}},{"kind":"Field","name":{"kind":"Name","value":"domestic"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stratifyBy"}},{"kind":"Field","name":{"kind":"Name","value":"allocation"}},{"kind":"Field","name":{"kind":"Name","value":"given"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"size"}}]}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"frameSize"}},{"kind":"Field","name":{"kind":"Name","value":"seed"}},{"kind":"Field","name":{"kind":"Name","value":"algorithm"}},{"kind":"Field","name":{"kind":"Name","value":"drawnAt"}},{"kind":"Field","name":{"kind":"Name","value":"drawnBy"}},{"kind":"Field","name":{"kind":"Name","value":"strata"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"frame"}},{"kind":"Field","name":{"kind":"Name","value":"drawn"}},{"kind":"Field","name":{"kind":"Name","value":"reserve"}},{"kind":"Field","name":{"kind":"Name","value":"digest"}}]}},{"kind":"Field","name":{"kind":"Name","value":"files"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"case"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"urn"}},{"kind":"Field","name":{"kind":"Name","value":"examinations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"examinedOn"}},{"kind":"Field","name":{"kind":"Name","value":"examiner"}},{"kind":"Field","name":{"kind":"Name","value":"inspection"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"stratum"}},{"kind":"Field","name":{"kind":"Name","value":"place"}},{"kind":"Field","name":{"kind":"Name","value":"availability"}},{"kind":"Field","name":{"kind":"Name","value":"replaces"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"urn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replacedBecause"}}]}},{"kind":"Field","name":{"kind":"Name","value":"progress"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Progress"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Progress"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SampleProgress"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"files"}},{"kind":"Field","name":{"kind":"Name","value":"replacements"}},{"kind":"Field","name":{"kind":"Name","value":"unavailable"}},{"kind":"Field","name":{"kind":"Name","value":"examined"}},{"kind":"Field","name":{"kind":"Name","value":"examinedTwice"}},{"kind":"Field","name":{"kind":"Name","value":"moderated"}},{"kind":"Field","name":{"kind":"Name","value":"outstanding"}}]}}]} as unknown as DocumentNode<SamplePageQuery, SamplePageQueryVariables>;
export const RecordFileAvailabilityDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RecordFileAvailability"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SampleFileInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordFileAvailability"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"replacement"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"case"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"urn"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"sample"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"progress"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Progress"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Progress"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SampleProgress"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"files"}},{"kind":"Field","name":{"kind":"Name","value":"replacements"}},{"kind":"Field","name":{"kind":"Name","value":"unavailable"}},{"kind":"Field","name":{"kind":"Name","value":"examined"}},{"kind":"Field","name":{"kind":"Name","value":"examinedTwice"}},{"kind":"Field","name":{"kind":"Name","value":"moderated"}},{"kind":"Field","name":{"kind":"Name","value":"outstanding"}}]}}]} as unknown as DocumentNode<RecordFileAvailabilityMutation, RecordFileAvailabilityMutationVariables>;
export const ExamineFormDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ExamineForm"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"inspection"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"case"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"inspection"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"inspection"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"openedOn"}},{"kind":"Field","name":{"kind":"Name","value":"themes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AskedTheme"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"case"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"case"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"urn"}},{"kind":"Field","name":{"kind":"Name","value":"examinations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"examinedOn"}},{"kind":"Field","name":{"kind":"Name","value":"examiner"}},{"kind":"Field","name":{"kind":"Name","value":"moderates"}},{"kind":"Field","name":{"kind":"Name","value":"inspection"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"guidance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"inForceFrom"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AskedTheme"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InspectionTheme"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"questions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}}]}}]} as unknown as DocumentNode<ExamineFormQuery, ExamineFormQueryVariables>;
export const InspectionTablePageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"InspectionTablePage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"kind"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"InspectionTableKind"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"InspectionTableBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"inspection"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"table"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"kind"},"value":{"kind":"Variable","name":{"kind":"Name","value":"kind"}}},{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WholeTable"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WholeTable"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StatTable"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"columns"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"cells"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"suppressed"}},{"kind":"Field","name":{"kind":"Name","value":"of"}},{"kind":"Field","name":{"kind":"Name","value":"percent"}},{"kind":"Field","name":{"kind":"Name","value":"low"}},{"kind":"Field","name":{"kind":"Name","value":"high"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"score"}}]}},{"kind":"Field","name":{"kind":"Name","value":"columnTotals"}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"denominator"}},{"kind":"Field","name":{"kind":"Name","value":"notes"}},{"kind":"Field","name":{"kind":"Name","value":"comparabilityBreaks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"svg"}}]}}]} as unknown as DocumentNode<InspectionTablePageQuery, InspectionTablePageQueryVariables>;
export const FilesBehindCellDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FilesBehindCell"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"kind"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"InspectionTableKind"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"InspectionTableBy"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"row"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"column"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"inspection"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"filesBehind"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"kind"},"value":{"kind":"Variable","name":{"kind":"Name","value":"kind"}}},{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}},{"kind":"Argument","name":{"kind":"Name","value":"row"},"value":{"kind":"Variable","name":{"kind":"Name","value":"row"}}},{"kind":"Argument","name":{"kind":"Name","value":"column"},"value":{"kind":"Variable","name":{"kind":"Name","value":"column"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"cases"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"urn"}}]}}]}}]}}]}}]} as unknown as DocumentNode<FilesBehindCellQuery, FilesBehindCellQueryVariables>;
export const RecommendationPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RecommendationPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recommendation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"recordVersion"}},{"kind":"Field","name":{"kind":"Name","value":"report"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"owner"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"topics"}},{"kind":"Field","name":{"kind":"Name","value":"availableActions"}},{"kind":"Field","name":{"kind":"Name","value":"history"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"on"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"note"}}]}},{"kind":"Field","name":{"kind":"Name","value":"indicators"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"why"}},{"kind":"Field","name":{"kind":"Name","value":"table"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WholeTable"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WholeTable"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"StatTable"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"columns"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"cells"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"suppressed"}},{"kind":"Field","name":{"kind":"Name","value":"of"}},{"kind":"Field","name":{"kind":"Name","value":"percent"}},{"kind":"Field","name":{"kind":"Name","value":"low"}},{"kind":"Field","name":{"kind":"Name","value":"high"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"score"}}]}},{"kind":"Field","name":{"kind":"Name","value":"columnTotals"}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"denominator"}},{"kind":"Field","name":{"kind":"Name","value":"notes"}},{"kind":"Field","name":{"kind":"Name","value":"comparabilityBreaks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"svg"}}]}}]} as unknown as DocumentNode<RecommendationPageQuery, RecommendationPageQueryVariables>;
export const RecordRecommendationProgressDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RecordRecommendationProgress"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RecordRecommendationProgressInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordRecommendationProgress"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recommendation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"recordVersion"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}}]} as unknown as DocumentNode<RecordRecommendationProgressMutation, RecordRecommendationProgressMutationVariables>;
export const OrderPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OrderPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"order"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"court"}},{"kind":"Field","name":{"kind":"Name","value":"appliedOn"}},{"kind":"Field","name":{"kind":"Name","value":"madeOn"}},{"kind":"Field","name":{"kind":"Name","value":"servedOn"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveFrom"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveTo"}},{"kind":"Field","name":{"kind":"Name","value":"untilFurtherOrder"}},{"kind":"Field","name":{"kind":"Name","value":"inForce"}},{"kind":"Field","name":{"kind":"Name","value":"force"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"suspect"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"case"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"urn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"protectedPersons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"conditions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"ref"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}},{"kind":"Field","name":{"kind":"Name","value":"history"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"on"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"note"}}]}},{"kind":"Field","name":{"kind":"Name","value":"breaches"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"recordVersion"}},{"kind":"Field","name":{"kind":"Name","value":"availableActions"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"Field","name":{"kind":"Name","value":"reportedAt"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]} as unknown as DocumentNode<OrderPageQuery, OrderPageQueryVariables>;
export const SessionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Session"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"agency"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"purposes"}}]}}]}}]} as unknown as DocumentNode<SessionQuery, SessionQueryVariables>;
export const SuspectPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SuspectPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asAt"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"suspect"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"dateOfBirth"}},{"kind":"Field","name":{"kind":"Name","value":"pncId"}},{"kind":"Field","name":{"kind":"Name","value":"names"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"given"}},{"kind":"Field","name":{"kind":"Name","value":"family"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}},{"kind":"Field","name":{"kind":"Name","value":"forces"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"currentRisk"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"grade"}},{"kind":"Field","name":{"kind":"Name","value":"assessedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"riskAssessments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"grade"}},{"kind":"Field","name":{"kind":"Name","value":"assessedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"orders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"madeOn"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveFrom"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveTo"}},{"kind":"Field","name":{"kind":"Name","value":"untilFurtherOrder"}},{"kind":"Field","name":{"kind":"Name","value":"inForce"}}]}},{"kind":"Field","name":{"kind":"Name","value":"possibleDuplicates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"because"}},{"kind":"Field","name":{"kind":"Name","value":"suspect"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"cases"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"urn"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"openedOn"}},{"kind":"Field","name":{"kind":"Name","value":"charges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"chargedOn"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"offence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"family"}}]}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"behaviour"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"asAt"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asAt"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"asAt"}},{"kind":"Field","name":{"kind":"Name","value":"suspects"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"coursesOfConduct"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"group"}},{"kind":"Field","name":{"kind":"Name","value":"victims"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"occasions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"day"}},{"kind":"Field","name":{"kind":"Name","value":"behaviours"}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"candidates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"family"}},{"kind":"Field","name":{"kind":"Name","value":"timeLimitExpiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"because"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"coveredFamilies"}},{"kind":"Field","name":{"kind":"Name","value":"consideredFamilies"}}]}},{"kind":"Field","name":{"kind":"Name","value":"flags"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ListedFlag"}},{"kind":"Field","name":{"kind":"Name","value":"ruleVersion"}},{"kind":"Field","name":{"kind":"Name","value":"variants"}},{"kind":"Field","name":{"kind":"Name","value":"missingFamilies"}},{"kind":"Field","name":{"kind":"Name","value":"restsOn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"thresholds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"notConsidered"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"guidance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"notConsidered"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"harm"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"components"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"because"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"network"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"firstOn"}},{"kind":"Field","name":{"kind":"Name","value":"lastOn"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ListedFlag"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Flag"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"raisedAt"}},{"kind":"Field","name":{"kind":"Name","value":"force"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"suspect"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"because"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"review"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"reviewedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reviewedBy"}},{"kind":"Field","name":{"kind":"Name","value":"returned"}},{"kind":"Field","name":{"kind":"Name","value":"note"}}]}}]}}]} as unknown as DocumentNode<SuspectPageQuery, SuspectPageQueryVariables>;
export const SuspectTimelineDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SuspectTimeline"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asAt"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"suspect"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"behaviour"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"asAt"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asAt"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"timeline"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"occurredAt"}},{"kind":"Field","name":{"kind":"Name","value":"timeKnown"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"behaviours"}},{"kind":"Field","name":{"kind":"Name","value":"victim"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<SuspectTimelineQuery, SuspectTimelineQueryVariables>;
export const SuspectNewsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"SuspectNews"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"suspectId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"suspectActivity"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"suspectId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"suspectId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"recordType"}}]}}]}}]} as unknown as DocumentNode<SuspectNewsSubscription, SuspectNewsSubscriptionVariables>;
export const WorkListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WorkList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"FlagFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"flagQueue"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"lagSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"pending"}},{"kind":"Field","name":{"kind":"Name","value":"rebuilding"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ListedFlag"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ListedFlag"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Flag"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"raisedAt"}},{"kind":"Field","name":{"kind":"Name","value":"force"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"suspect"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"because"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"review"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"reviewedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reviewedBy"}},{"kind":"Field","name":{"kind":"Name","value":"returned"}},{"kind":"Field","name":{"kind":"Name","value":"note"}}]}}]}}]} as unknown as DocumentNode<WorkListQuery, WorkListQueryVariables>;
export const ReviewDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Review"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReviewFlagInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reviewFlag"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"flag"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ListedFlag"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ListedFlag"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Flag"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"rule"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"raisedAt"}},{"kind":"Field","name":{"kind":"Name","value":"force"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"suspect"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"because"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"review"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"reviewedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reviewedBy"}},{"kind":"Field","name":{"kind":"Name","value":"returned"}},{"kind":"Field","name":{"kind":"Name","value":"note"}}]}}]}}]} as unknown as DocumentNode<ReviewMutation, ReviewMutationVariables>;