import { areas } from '@throughline/reference';
import type {
  BundleRecord,
  DefinitionRecord,
  GuidanceRecord,
  ProtocolRecord,
  StalkingLeadRecord,
} from './bundle-record';
import { isoDay, type Day } from './calendar';
import { carriedGuidance } from './guidance-citation';
import { demoInspection, demoRecommendations } from './inspection-register';
import { forceWeights } from './proportions';
import { riskScreen } from './risk-screen';

/** Everything that belongs to no suspect: guidance, the risk screen, the inspection, definitions, protocol, leads. */
export function* registers(asAt: Day): Generator<BundleRecord> {
  yield* guidance();
  yield riskScreen;
  yield demoInspection(asAt);
  yield* demoRecommendations(asAt);
  yield* definitions(asAt);
  yield protocol(asAt);
  yield* stalkingLeads(asAt);
}

function guidance(): GuidanceRecord[] {
  return carriedGuidance.map(({ key, version, title, publisher, inForceFrom, inForceTo, datePrecision, topics }) => ({
    type: 'guidance',
    source: 'cps',
    ref: `demo/guidance/${key}/${version}`,
    key,
    version,
    title,
    publisher,
    inForceFrom,
    inForceTo: inForceTo ?? undefined,
    datePrecision,
    topics: [...topics],
  }));
}

const secondCriteria: DefinitionRecord['criteria'] = [
  { key: 'TWO_VICTIMS', measure: 'VICTIMS', atLeast: 2, withinMonths: 36 },
  { key: 'TWO_FORCES', measure: 'FORCES', atLeast: 2, withinMonths: 36 },
  { key: 'THREE_BREACHES', measure: 'BREACHES', atLeast: 3, withinMonths: 24 },
  {
    key: 'CONVICTED_BEFORE',
    measure: 'CONVICTIONS',
    families: ['STALKING', 'STALKING_FEAR', 'STALKING_SERIOUS_ALARM', 'BREACH_RESTRAINING_ORDER'],
    atLeast: 1,
  },
];

/** Two versions, so that a reader sees that the meaning of such a term changes with its version. */
function definitions(asAt: Day): DefinitionRecord[] {
  const common = {
    type: 'definition',
    source: 'cps',
    key: 'DEMO-REPEAT-HARM',
    publisher: 'Throughline project',
  } as const;
  return [
    {
      ...common,
      ref: 'demo/definition/repeat-harm-1',
      version: '1',
      title: 'Demonstration definition of repeat harm (invented values)',
      inForceFrom: isoDay(asAt - 900),
      inForceTo: isoDay(asAt - 401),
      combine: 'ALL',
      criteria: [
        { key: 'TWO_VICTIMS', measure: 'VICTIMS', atLeast: 2, withinMonths: 36 },
        { key: 'ONE_BREACH', measure: 'BREACHES', atLeast: 1, withinMonths: 36 },
      ],
    },
    {
      ...common,
      ref: 'demo/definition/repeat-harm-2',
      version: '2',
      title: 'Demonstration definition of repeat harm (invented values)',
      inForceFrom: isoDay(asAt - 400),
      combine: 'ANY',
      criteria: secondCriteria,
    },
  ];
}

function protocol(asAt: Day): ProtocolRecord {
  return {
    type: 'protocol',
    source: 'cps',
    ref: 'demo/protocol/1',
    key: 'DEMO-PROTOCOL',
    version: '1',
    title: 'Demonstration checklist of police and prosecutors (invented)',
    publisher: 'Throughline project',
    inForceFrom: isoDay(asAt - 2000),
    checks: [
      { key: 'RISK', text: 'The risk was assessed.', test: 'RISK_ASSESSED' },
      { key: 'STATEMENT', text: 'The victim was offered a personal statement.', test: 'VICTIM_STATEMENT' },
      { key: 'ORDER', text: 'A protective order was thought of.', test: 'ORDER_CONSIDERED' },
      { key: 'HISTORY', text: 'Earlier incidents are on the file.', test: 'HISTORY_PRESENT' },
      { key: 'LEAD', text: 'A stalking lead is named.', test: 'LEAD_NAMED' },
      { key: 'NO_NOTICE', text: 'No information notice was used.', test: 'NO_INFORMATION_NOTICE' },
      { key: 'ADVICE', text: 'Early advice was answered.', test: 'EARLY_ADVICE_ANSWERED' },
      { key: 'PLAN', text: 'The action plan was carried out.', test: 'ACTION_PLAN_DONE' },
      { key: 'BREACHES', text: 'Breaches were referred.', test: 'BREACHES_REFERRED' },
    ],
  };
}

/** Leads by role and shared mailbox: no names, at a domain that belongs to nobody (RFC 2606). */
function stalkingLeads(asAt: Day): StalkingLeadRecord[] {
  const ofAreas = areas.map<StalkingLeadRecord>(({ code }) => ({
    type: 'stalkingLead',
    source: 'cps',
    ref: `demo/lead/${code}`,
    area: code,
    organisation: 'CPS',
    role: 'Area stalking lead',
    contact: `stalking-lead.${code.toLowerCase().replaceAll('_', '-')}@example.org`,
    from: isoDay(asAt - 800),
  }));
  const ofForces = forceWeights.flatMap(([force], i) => forceLeads(asAt, force, i % 5 === 0));
  return [...ofAreas, ...ofForces];
}

/** The lead of a force; where the post changed hands, the former one too. */
function forceLeads(asAt: Day, force: string, changed: boolean): StalkingLeadRecord[] {
  const lead = {
    type: 'stalkingLead',
    source: `police:${force}`,
    force,
    organisation: `Police force ${force}`,
    contact: `stalking-lead.${force}@example.org`,
  } as const;
  const role = 'Stalking coordinator';
  if (!changed) return [{ ...lead, ref: 'demo/lead/1', role, from: isoDay(asAt - 900) }];
  return [
    { ...lead, ref: 'demo/lead/1', role: 'Domestic abuse lead', from: isoDay(asAt - 1500), to: isoDay(asAt - 501) },
    { ...lead, ref: 'demo/lead/2', role, from: isoDay(asAt - 500) },
  ];
}
