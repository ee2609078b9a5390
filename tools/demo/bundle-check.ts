import { BehaviourCode, OffenceFamily } from '@throughline/reference';

/**
 * The interchange format, written down once more for the tests and apart from the types that the generator is compiled
 * against, so that a mistake in those shows. One line a record type: `field`, `field*` (required), `field:kind`, and
 * `[]` for lists. Kinds: a date or moment that has to lie in the past (`day`, `time`), a day that need not (`anyday`),
 * `bool`, `int`, `>type` for a reference, `=A|B` for a closed list, `{part}` for a part below; text without a kind.
 */
const records: Record<string, string> = {
  suspect: 'names*:{name}[] dateOfBirth:day sex pncId identifiers:{identifier}[]',
  victim: 'names*:{name}[] dateOfBirth:day sex',
  case: `
    urn* crimeReferences[] force* area* openedOn*:day
    stage*:=INVESTIGATION|EARLY_ADVICE|REFERRED|CHARGED|NFA|DISCONTINUED|CONVICTED|ACQUITTED|CLOSED
    suspects*:>suspect[] victims*:>victim[]
    relationship*:=STRANGER|ACQUAINTANCE|NEIGHBOUR|COLLEAGUE|FAMILY|PARTNER|FORMER_PARTNER|PUBLIC_FIGURE|OTHER|UNKNOWN
    domestic*:bool flags[] classification:=OFFICIAL|OFFICIAL_SENSITIVE restricted:bool
    fileAvailability:=AVAILABLE|PARTIAL|ARCHIVED|DESTROYED|NOT_FOUND victimPersonalStatementOn:day
    policeInformationNoticeOn:day reportedOn:day referredOn:day closedOn:day
    closedReason:=VICTIM_WITHDREW|EVIDENTIAL|PUBLIC_INTEREST|ADMINISTRATIVE|CONCLUDED|OTHER`,
  recordedCrime: `
    reference* force* recordedOn*:day principalOffence crimeType includedClassifications[] case:>case outcomeCode
    outcome outcomeOn:day`,
  incident: `
    case*:>case suspect*:>suspect victim*:>victim occurredFrom*:time occurredTo:time reportedAt:time
    behaviours*:=BEHAVIOUR[] channel:=IN_PERSON|PHONE|TEXT|EMAIL|SOCIAL_MEDIA|POST|GIFT|THIRD_PARTY|DEVICE|OTHER
    cyber:bool narrative basis*:=FACT|ALLEGATION|OPINION evidence*:=ACCEPTED|UNVERIFIED|DISPROVED
    fearOfViolence:bool seriousAlarmOrDistress:bool
    dayToDayEffects:=CHANGED_ROUTINE|MOVED_HOME|CHANGED_WORK|SLEEP_LOSS|COUNSELLING|SECURITY_MEASURES|SOCIAL_WITHDRAWAL|CHANGED_CONTACT_DETAILS|OTHER[]`,
  charge: `
    case*:>case suspect*:>suspect victim:>victim offence* chargedOn*:day incidents:>incident[] breaches:>breach[]
    plea verdict:=GUILTY|NOT_GUILTY|GUILTY_OF_ALTERNATIVE|NO_VERDICT disposedOn:day`,
  chargingDecision: `
    case*:>case suspect*:>suspect decidedOn*:day
    kind*:=EARLY_ADVICE|CHARGE|REVIEW|DISCONTINUANCE|PLEA_ACCEPTED|VICTIM_RIGHT_TO_REVIEW
    test:=FULL_CODE|THRESHOLD evidentialStageMet:bool publicInterestStageMet:bool
    outcome*:=CHARGE|NFA_EVIDENTIAL|NFA_PUBLIC_INTEREST|ACTION_PLAN|OUT_OF_COURT|CONTINUE|STOP
    considered:{considered}[] guidanceCited:{guidance}[] rationale orderConsidered:=YES|NO|NOT_RECORDED
    decidedBy*:=CPS|POLICE`,
  earlyAdvice: 'case*:>case requestedAt*:time requestedBy* respondedAt:time topics[] advice',
  fileQualityCheck: 'case*:>case checkedOn*:day standard* compliant*:bool gaps[]',
  actionPlan: 'case*:>case issuedOn*:day dueOn*:anyday items*:{item}[]',
  order: `
    suspect*:>suspect case:>case force
    kind*:=SPO|INTERIM_SPO|RO_CONVICTION|RO_ACQUITTAL|NMO|DVPN|DVPO|DAPN|DAPO|CIVIL_INJUNCTION|BAIL_CONDITIONS
    protectedPersons*:>victim[] court appliedOn:day madeOn:day servedOn:day effectiveFrom:day effectiveTo:anyday
    untilFurtherOrder:bool
    state*:=DRAFT|APPLIED|MADE|IN_FORCE|VARIED|EXPIRED|DISCHARGED|QUASHED|SUPERSEDED|REFUSED|WITHDRAWN
    conditions:{condition}[]`,
  orderEvent: `
    order*:>order on*:day
    kind*:=APPLICATION|INTERIM|MADE|SERVED|VARIATION|RENEWAL_APPLIED|RENEWED|DISCHARGE|APPEAL|EXPIRY resultCode
    note`,
  breach: `
    order*:>order occurredAt*:time incident:>incident conditions[] reportedAt*:time
    state*:=REPORTED|CRIMED|INVESTIGATED|REFERRED|CHARGED|NFA|CONVICTED|ACQUITTED reason`,
  riskInstrument: `
    key* version* title* rightsHolder licence items*:{question}[] answers*[] grades*[]
    grading:=PROFESSIONAL_JUDGEMENT|COUNT|WEIGHTED`,
  riskAssessment: `
    suspect*:>suspect victim*:>victim case:>case instrument* instrumentVersion* assessedAt*:time
    trigger*:=INITIAL|BREACH|NEW_INCIDENT|ORDER|RELEASE|REVIEW|FORUM answers:{answer}[]
    grade*:=STANDARD|MEDIUM|HIGH computedGrade:=STANDARD|MEDIUM|HIGH overrideReason assessorRole
    respondsTo:{response}[]`,
  referral: `
    forum*:=MARAC|MAPPA|MATAC|STAC|FTAC|OTHER suspect:>suspect victim:>victim case:>case referredOn*:day reason
    heardOn:day outcome`,
  guidance: 'key* version* title* publisher* inForceFrom*:day inForceTo:anyday datePrecision:=DAY|MONTH topics[]',
  inspection: 'title* body* openedOn*:day themes*:{theme}[]',
  fileExamination: `
    inspection*:>inspection case*:>case examinedOn*:day answers*:{finding}[] codeCompliant:=YES|NO|NOT_ASSESSED
    appropriateFamily:=FAMILY`,
  recommendation: 'report* number* text* owner* dueOn:anyday history*:{status}[] topics[]',
  definition: `
    key* version* title* publisher* inForceFrom*:day inForceTo:anyday combine*:=ALL|ANY criteria*:{criterion}[]`,
  protocol: 'key* version* title* publisher* inForceFrom*:day inForceTo:anyday checks*:{check}[]',
  stalkingLead: 'force area organisation* role* contact from*:day to:anyday',
  identityLink: 'a*:>suspect b*:>suspect decision*:=SAME|DIFFERENT decidedBy* reason*',
};
const parts: Record<string, string> = {
  name: 'given family* kind:=LEGAL|ALIAS',
  identifier: 'scheme* value*',
  considered: 'family*:=FAMILY accepted*:bool rationale',
  guidance: 'key* version*',
  item: 'text* doneOn:day',
  condition: 'ref* kind*:=PROHIBITION|REQUIREMENT text* from:anyday to:anyday',
  question: 'code* domain highRisk:bool',
  answer: 'item* answer*',
  response: 'type*:=incident|breach|order ref*:>TYPE',
  theme: 'key* title* questions*:{asked}[]',
  asked: 'key* text* kind*:=RATING|YES_NO|FAMILY',
  finding: `
    question* rating:=FULLY_MEETING|PARTIALLY_MEETING|NOT_MEETING|NOT_APPLICABLE yes:bool family:=FAMILY comment
    guidance:{guidance}`,
  status: 'on*:day status*:=ACCEPTED|IN_PROGRESS|COMPLETE|REJECTED|SUPERSEDED note',
  criterion: `
    key* measure*:=VICTIMS|FORCES|BREACHES|OCCASIONS|CONVICTIONS|CHARGES|RISK_GRADE families:=FAMILY[]
    atLeast*:int withinMonths:int`,
  check: `
    key* text*
    test*:=RISK_ASSESSED|VICTIM_STATEMENT|ORDER_CONSIDERED|HISTORY_PRESENT|LEAD_NAMED|NO_INFORMATION_NOTICE|EARLY_ADVICE_ANSWERED|ACTION_PLAN_DONE|BREACHES_REFERRED`,
};

/** Every record type of the format. */
export const recordTypes = Object.keys(records);

interface FieldRule {
  name: string;
  required: boolean;
  kind: string;
  list: boolean;
}

type Fields = Record<string, unknown>;

/** What checking found: what is wrong in plain words, and where the references point, as `type|source|ref`. */
export interface Findings {
  problems: string[];
  targets: string[];
}

const codes: Record<string, readonly string[]> = {
  BEHAVIOUR: Object.values(BehaviourCode),
  FAMILY: Object.values(OffenceFamily),
};
const parsed = new Map<string, FieldRule[]>();

/** Checks one record against the format; `asAt` is the ISO date on and after which nothing may have happened. */
export function checkRecord(record: { type: string; source: string; ref: string }, asAt: string): Findings {
  const findings: Findings = { problems: [], targets: [] };
  const line = records[record.type];
  if (line === undefined) return { problems: [`unknown type ${record.type}`], targets: [] };
  const { type, source, ref, ...fields } = record;
  if (!/^(police:\d\d|cps|hmcts|hmcpsi)$/.test(source)) findings.problems.push(`${ref}: source ${source}`);
  checkFields(fields, line, `${type} ${ref}`, { source, asAt, findings });
  return findings;
}

interface Checking {
  source: string;
  asAt: string;
  findings: Findings;
}

function checkFields(fields: Fields, line: string, where: string, checking: Checking): void {
  const rules = rulesOf(line);
  const { problems } = checking.findings;
  for (const name of Object.keys(fields)) {
    if (!rules.some((rule) => rule.name === name)) problems.push(`${where}: unknown field ${name}`);
  }
  for (const { name, required, kind, list } of rules) {
    const value = fields[name];
    if (value === undefined) {
      if (required) problems.push(`${where}: ${name} missing`);
      continue;
    }
    const resolvedKind = kind === '>TYPE' ? `>${String(fields.type)}` : kind;
    if (list !== Array.isArray(value)) problems.push(`${where}: ${name} list or not`);
    for (const item of Array.isArray(value) ? value : [value]) {
      checkValue(item, resolvedKind, `${where}.${name}`, checking);
    }
  }
}

function checkValue(value: unknown, kind: string, where: string, checking: Checking): void {
  const { source, asAt, findings } = checking;
  const wrong = (): void => void findings.problems.push(`${where}: ${JSON.stringify(value)} is no ${kind || 'text'}`);
  const part = /^\{(\w+)\}$/.exec(kind)?.[1];
  if (part !== undefined) checkFields(value as Fields, parts[part] ?? '', where, checking);
  else if (kind.startsWith('>')) findings.targets.push(`${kind.slice(1)}|${targetOf(value, source)}`);
  else if (kind.startsWith('=')) {
    const allowed = codes[kind.slice(1)] ?? kind.slice(1).split('|');
    if (!allowed.includes(String(value))) wrong();
  } else if (kind === 'bool' || kind === 'int') {
    if (kind === 'bool' ? typeof value !== 'boolean' : !Number.isInteger(value)) wrong();
  } else if (typeof value !== 'string' || value === '') wrong();
  else if (kind !== '' && !isMoment(value, kind)) wrong();
  else if ((kind === 'day' || kind === 'time') && value.slice(0, 10) >= asAt) wrong();
}

function isMoment(text: string, kind: string): boolean {
  const shape = kind === 'time' ? /^\d{4}-\d\d-\d\d(T\d\d:\d\d:00Z)?$/ : /^\d{4}-\d\d-\d\d$/;
  const time = Date.parse(text);
  return shape.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text.slice(0, 10));
}

function targetOf(value: unknown, source: string): string {
  if (typeof value === 'string') return `${source}|${value}`;
  const { source: other, ref, ...rest } = value as { source: string; ref: string };
  return Object.keys(rest).length > 0 ? 'nothing' : `${other}|${ref}`;
}

function rulesOf(line: string): FieldRule[] {
  const known = parsed.get(line);
  if (known) return known;
  const rules = line
    .trim()
    .split(/\s+/)
    .map((field) => {
      const [, name = '', star, kind = '', list] = /^(\w+)(\*)?(?::([^[]+))?(\[\])?$/.exec(field) ?? [];
      return { name, required: star === '*', kind, list: list === '[]' };
    });
  parsed.set(line, rules);
  return rules;
}
