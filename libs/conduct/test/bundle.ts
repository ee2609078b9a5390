import { readFileSync } from 'node:fs';
// eslint-disable-next-line @nx/enforce-module-boundaries -- tests only: facts come with families, as subgraphs will send them
import {
  type OrderKind,
  breachBehaviourOf,
  findHomeOfficeCode,
  findOffence,
  forceAliases,
} from '@throughline/reference';
import type * as F from '../src/facts';
import { startOfLondonDay } from '../src/london';

type Reference = string | { source: string; ref: string };
/** A record of a bundle, whose fields the contract fixes; worked cases are trusted to keep to it. */
interface BundleRecord {
  readonly type: string;
  readonly source: string;
  readonly ref: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as many shapes as there are record types
  readonly [field: string]: any;
}

export const readBundle = (path: string): BundleRecord[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as BundleRecord);

/** The id of a record of worked cases: what it is made of, which is easier to read than a UUID. */
export const idOf = (type: string, source: string, ref: string): string => `${type}|${source}|${ref}`;

const own = ({ type, source, ref }: BundleRecord): string => idOf(type, source, ref);

const id = (record: BundleRecord, type: string, given: Reference): string =>
  typeof given === 'string' ? idOf(type, record.source, given) : idOf(type, given.source, given.ref);

const idOrNull = (record: BundleRecord, type: string, given?: Reference): string | null =>
  given === undefined ? null : id(record, type, given);

const ids = (record: BundleRecord, type: string, given: Reference[] = []): string[] =>
  given.map((reference) => id(record, type, reference));

function moment(when: string): { at: string; timeKnown: boolean } {
  if (when.length === 10) return { at: new Date(startOfLondonDay(when)).toISOString(), timeKnown: false };
  if (!/(Z|[+-]\d\d:\d\d)$/.test(when)) throw new Error(`A worked case has a time without a zone: ${when}`);
  return { at: when, timeKnown: true };
}

/** What subgraphs would say about one suspect, from the records of a bundle. */
export function factsOf(records: readonly BundleRecord[], suspectId: string): F.SuspectFacts {
  const of = (type: string): BundleRecord[] => records.filter((record) => record.type === type);
  const suspectIds = joined(of('identityLink'), suspectId);
  const mine = (record: BundleRecord): boolean =>
    suspectIds.includes(id(record, 'suspect', record.suspect as Reference));
  const incidents = of('incident').filter(mine);
  const cases = of('case').filter(
    (record) =>
      ids(record, 'suspect', record.suspects as Reference[]).some((one) => suspectIds.includes(one)) ||
      incidents.some((incident) => id(incident, 'case', incident.case as Reference) === own(record)),
  );
  const caseIds = cases.map(own);
  const inCase = (record: BundleRecord): boolean =>
    record.case !== undefined && caseIds.includes(id(record, 'case', record.case as Reference));
  const orders = of('order').filter(mine);
  return {
    suspectIds,
    cases: cases.map(caseFact),
    incidents: incidents.map(incidentFact),
    recordedCrimes: of('recordedCrime').filter(inCase).map(crimeFact),
    charges: of('charge').filter(mine).map(chargeFact),
    decisions: of('chargingDecision').filter(mine).map(decisionFact),
    orders: orders.map((order) => orderFact(order, of('orderEvent'))),
    breaches: of('breach')
      .filter((breach) => orders.map(own).includes(id(breach, 'order', breach.order as Reference)))
      .map(breachFact),
    assessments: of('riskAssessment').filter(mine).map(assessmentFact),
    guidanceVersions: of('guidance').map(guidanceFact),
    examinations: of('fileExamination').filter(inCase).map(examinationFact),
  };
}

function joined(links: readonly BundleRecord[], suspectId: string): string[] {
  const same = new Set([suspectId]);
  for (let before = 0; before < same.size;) {
    before = same.size;
    for (const link of links.filter(({ decision }) => decision === 'SAME')) {
      const pair = [id(link, 'suspect', link.a as Reference), id(link, 'suspect', link.b as Reference)];
      if (pair.some((one) => same.has(one))) for (const one of pair) same.add(one);
    }
  }
  return [...same];
}

/* eslint-disable @typescript-eslint/no-unsafe-assignment -- fields of worked cases go into facts as they stand */
const caseFact = (record: BundleRecord): F.CaseFact => ({
  id: own(record),
  urn: record.urn,
  force: forceAliases[record.force as string] ?? record.force,
  victimIds: ids(record, 'victim', record.victims as Reference[]),
  relationship: record.relationship,
});

function incidentFact(record: BundleRecord): F.IncidentFact {
  const { at, timeKnown } = moment(record.occurredFrom as string);
  return {
    id: own(record),
    caseId: id(record, 'case', record.case as Reference),
    suspectId: id(record, 'suspect', record.suspect as Reference),
    victimId: id(record, 'victim', record.victim as Reference),
    occurredFrom: at,
    timeKnown,
    behaviours: record.behaviours,
    evidence: record.evidence,
    fearOfViolence: record.fearOfViolence ?? false,
    seriousAlarmOrDistress: record.seriousAlarmOrDistress ?? false,
    dayToDayEffects: record.dayToDayEffects ?? [],
  };
}

const familyOfCode = (code: string): F.OffenceFamily => findHomeOfficeCode(code)?.family ?? 'OTHER';

const crimeFact = (record: BundleRecord): F.RecordedCrimeFact => ({
  id: own(record),
  caseId: idOrNull(record, 'case', record.case as Reference | undefined),
  recordedOn: record.recordedOn,
  principalFamily: record.principalOffence === undefined ? null : familyOfCode(record.principalOffence as string),
  includedFamilies: ((record.includedClassifications ?? []) as string[]).map(familyOfCode),
});

const chargeFact = (record: BundleRecord): F.ChargeFact => ({
  id: own(record),
  caseId: id(record, 'case', record.case as Reference),
  suspectId: id(record, 'suspect', record.suspect as Reference),
  victimId: idOrNull(record, 'victim', record.victim as Reference | undefined),
  family: findOffence(record.offence as string)?.family ?? 'OTHER',
  chargedOn: record.chargedOn,
  breachIds: ids(record, 'breach', record.breaches as Reference[] | undefined),
  verdict: record.verdict ?? null,
  disposedOn: record.disposedOn ?? null,
});

const decisionFact = (record: BundleRecord): F.DecisionFact => ({
  id: own(record),
  caseId: id(record, 'case', record.case as Reference),
  suspectId: id(record, 'suspect', record.suspect as Reference),
  decidedOn: record.decidedOn,
  kind: record.kind,
  considered: ((record.considered ?? []) as { family: F.OffenceFamily; accepted: boolean; rationale?: string }[]).map(
    ({ family, accepted, rationale = '' }) => ({ family, accepted, reasoned: rationale.trim() !== '' }),
  ),
  guidanceCited: record.guidanceCited ?? [],
});

const orderFact = (record: BundleRecord, events: readonly BundleRecord[]): F.OrderFact => ({
  id: own(record),
  suspectId: id(record, 'suspect', record.suspect as Reference),
  caseId: idOrNull(record, 'case', record.case as Reference | undefined),
  kind: record.kind,
  breachBehaviour: breachBehaviourOf(record.kind as OrderKind),
  protectedPersonIds: ids(record, 'victim', record.protectedPersons as Reference[]),
  madeOn: record.madeOn ?? null,
  effectiveFrom: record.effectiveFrom ?? null,
  effectiveTo: record.effectiveTo ?? null,
  state: record.state,
  events: events
    .filter((event) => id(event, 'order', event.order as Reference) === own(record))
    .map((event) => ({ id: own(event), on: event.on, kind: event.kind })),
});

function breachFact(record: BundleRecord): F.BreachFact {
  const { at, timeKnown } = moment(record.occurredAt as string);
  return {
    id: own(record),
    orderId: id(record, 'order', record.order as Reference),
    occurredAt: at,
    timeKnown,
    incidentId: idOrNull(record, 'incident', record.incident as Reference | undefined),
    reportedAt: moment(record.reportedAt as string).at,
    state: record.state,
  };
}

function assessmentFact(record: BundleRecord): F.AssessmentFact {
  const { at, timeKnown } = moment(record.assessedAt as string);
  return {
    id: own(record),
    suspectId: id(record, 'suspect', record.suspect as Reference),
    victimId: id(record, 'victim', record.victim as Reference),
    assessedAt: at,
    timeKnown,
    grade: record.grade,
    respondsTo: ((record.respondsTo ?? []) as { type: 'incident' | 'breach' | 'order'; ref: Reference }[]).map(
      ({ type, ref }) => ({ type, id: id(record, type, ref) }),
    ),
  };
}

const guidanceFact = (record: BundleRecord): F.GuidanceFact => ({
  id: own(record),
  key: record.key,
  version: record.version,
  inForceFrom: record.inForceFrom,
  inForceTo: record.inForceTo ?? null,
  datePrecision: record.datePrecision ?? 'DAY',
});

const examinationFact = (record: BundleRecord): F.ExaminationFact => ({
  id: own(record),
  caseId: id(record, 'case', record.case as Reference),
  examinedOn: record.examinedOn,
  guidance: (record.answers as { guidance?: F.GuidanceReference }[]).flatMap(({ guidance }) => guidance ?? []),
});
