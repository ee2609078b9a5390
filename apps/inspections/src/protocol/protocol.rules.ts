import type { Protocol, ProtocolTest } from './protocol.model';

/** What became of a check: met, not met, not applicable to the case, or nothing says. */
export const checkStatuses = ['MET', 'NOT_MET', 'NOT_APPLICABLE', 'NOT_RECORDED'] as const;
export type CheckStatus = (typeof checkStatuses)[number];

/** What a check found: its status and the facts it rests on, each as a sentence. */
export interface Finding {
  status: CheckStatus;
  facts: string[];
}

/** Everything that the checks look at in one case; days are `YYYY-MM-DD`. See the cases' `protocolFacts`. */
export interface CaseFacts {
  id: string;
  force: string;
  area: string;
  openedOn: string;
  victimStatementOn: string | null;
  informationNoticeOn: string | null;
  incidents: number;
  decisions: { on: string; considered: string }[];
  advice: { requestedOn: string; respondedOn: string | null }[];
  plans: { dueOn: string; open: number }[];
  /** Days of the risk assessments that name the case. */
  assessedOn: string[];
  breaches: { on: string; state: string }[];
  /** Stalking leads of the force and the area, in post when the case was opened. */
  leads: string[];
}

const met = (facts: string[]): Finding => ({ status: 'MET', facts });
const notMet = (facts: string[]): Finding => ({ status: 'NOT_MET', facts });
const notRecorded = (fact: string): Finding => ({ status: 'NOT_RECORDED', facts: [fact] });
const notApplicable = (fact: string): Finding => ({ status: 'NOT_APPLICABLE', facts: [fact] });

/** States of a breach from which on a prosecutor has it. */
const REFERRED = ['REFERRED', 'CHARGED', 'CONVICTED', 'ACQUITTED'];

/** How each test of a protocol is answered from the facts of a case. What is missing is not taken for a no. */
const tests: Record<ProtocolTest, (facts: CaseFacts) => Finding> = {
  RISK_ASSESSED: ({ assessedOn }) =>
    assessedOn.length > 0
      ? met(assessedOn.map((on) => `The risk was assessed on ${on}.`))
      : notRecorded('No risk assessment names the case.'),
  VICTIM_STATEMENT: ({ victimStatementOn }) =>
    victimStatementOn === null
      ? notRecorded('No day of a victim personal statement is recorded.')
      : met([`The victim personal statement was taken on ${victimStatementOn}.`]),
  ORDER_CONSIDERED: ({ decisions }) => {
    if (decisions.length === 0) return notApplicable('Nothing was decided yet.');
    const yes = decisions.filter(({ considered }) => considered === 'YES');
    if (yes.length > 0) return met(yes.map(({ on }) => `The decision of ${on} considered an order.`));
    const no = decisions.filter(({ considered }) => considered === 'NO');
    if (no.length > 0) return notMet(no.map(({ on }) => `The decision of ${on} did not consider an order.`));
    return notRecorded('No decision says whether an order was considered.');
  },
  HISTORY_PRESENT: ({ incidents }) => {
    if (incidents > 1) return met([`${incidents} incidents are on the file.`]);
    return incidents === 1
      ? notMet(['One incident alone is on the file.'])
      : notRecorded('No incident is on the file.');
  },
  LEAD_NAMED: ({ leads, openedOn }) =>
    leads.length > 0 ? met(leads) : notMet([`No stalking lead of the force or area was in post on ${openedOn}.`]),
  NO_INFORMATION_NOTICE: ({ informationNoticeOn }) =>
    informationNoticeOn === null
      ? met(['No police information notice is recorded.'])
      : notMet([`A police information notice was given on ${informationNoticeOn}.`]),
  EARLY_ADVICE_ANSWERED: ({ advice }) => {
    if (advice.length === 0) return notApplicable('No early advice was asked for.');
    const open = advice.filter(({ respondedOn }) => respondedOn === null);
    if (open.length > 0)
      return notMet(open.map(({ requestedOn }) => `Advice asked for on ${requestedOn} was not given.`));
    return met(
      advice.map(({ requestedOn, respondedOn }) => `Advice asked for on ${requestedOn} was given on ${respondedOn!}.`),
    );
  },
  ACTION_PLAN_DONE: ({ plans }) => {
    if (plans.length === 0) return notApplicable('There is no action plan.');
    const open = plans.filter((plan) => plan.open > 0);
    if (open.length > 0) return notMet(open.map(({ dueOn, open: n }) => `Of the plan due on ${dueOn}, ${n} are open.`));
    return met(plans.map(({ dueOn }) => `The plan due on ${dueOn} was carried out.`));
  },
  BREACHES_REFERRED: ({ breaches }) => {
    if (breaches.length === 0) return notApplicable('No breach of an order of the case is recorded.');
    const kept = breaches.filter(({ state }) => !REFERRED.includes(state));
    if (kept.length > 0) return notMet(kept.map(({ on, state }) => `The breach of ${on} stands at ${state}.`));
    return met(breaches.map(({ on, state }) => `The breach of ${on} was referred; it stands at ${state}.`));
  },
};

/** What a check of a protocol finds in a case. */
export function findingOf(test: ProtocolTest, facts: CaseFacts): Finding {
  return tests[test](facts);
}

type Version = Pick<Protocol, 'key' | 'version' | 'inForceFrom' | 'inForceTo'>;

/** Of each protocol, the version in force on a day: until its own last day, or the day before the next begins. */
export function protocolsInForce<Of extends Version>(versions: readonly Of[], day: string): Of[] {
  const latest = new Map<string, Of>();
  for (const version of versions) {
    if (version.inForceFrom > day) continue;
    const held = latest.get(version.key);
    if (!held || held.inForceFrom < version.inForceFrom) latest.set(version.key, version);
  }
  return [...latest.values()].filter(({ inForceTo }) => inForceTo === null || day <= inForceTo);
}
