import { type ChangeInput, type Context, type Transaction, invalidInput, move } from '@throughline/subgraph';
import type { CaseAction } from '../case/case.machine';
import type { Case } from '../case/case.model';
import { moveCase, notBefore, onPart, requireReason } from '../case/case.service';
import { allInCase } from '../case/in-case.queries';
import { Incident } from '../incident/incident.model';
import { type ChargeAction, chargeMachine } from './charge.machine';
import { Charge, type Verdict } from './charge.model';
import { againstCharge, endOf, lastDay, stateOf } from './charge.rules';

/** A charge as it would be. */
type Charged = Pick<Charge, 'suspectId' | 'offence' | 'chargedOn' | 'incidentIds' | 'breachIds'>;

/**
 * Reasons of law against a charge. Its conduct is what it names; without incidents, all that the suspect did in the case.
 * Where it names breaches alone nothing is known of its days: they are kept elsewhere. Throws `INVALID_INPUT` where it
 * is dated before what it names.
 */
export async function against(
  { codes }: Context,
  transaction: Transaction,
  ofCase: Case,
  charge: Charged,
): Promise<string[]> {
  const all = await incidentsBy(transaction, ofCase, charge.suspectId);
  const named = all.filter(({ id }) => charge.incidentIds.includes(id));
  notBefore('chargedOn', charge.chargedOn, lastDay(named), 'the last incident that the charge names');
  const conductOn = lastDay(named) ?? (charge.breachIds.length > 0 ? null : lastDay(all));
  return againstCharge(codes.tables.offence.get(charge.offence), charge.chargedOn, conductOn);
}

/** Refuses incidents that a charge of the suspect in the case cannot rest on; gives their ids. */
export async function namedIncidents(
  transaction: Transaction,
  ofCase: Case,
  suspectId: string,
  ids: readonly string[],
): Promise<string[]> {
  const all = ids.length === 0 ? [] : await incidentsBy(transaction, ofCase, suspectId);
  return ids.map((id, n) => {
    const incident = all.find((one) => one.id === id.toLowerCase());
    const field = `incidents[${n}]`;
    if (!incident) throw invalidInput([{ field, reason: 'the case has no incident with this id by the suspect' }]);
    if (incident.evidence === 'DISPROVED')
      throw invalidInput([{ field, reason: 'the incident is disproved: it counts for nothing' }]);
    return incident.id;
  });
}

async function incidentsBy(transaction: Transaction, ofCase: Case, suspectId: string): Promise<Incident[]> {
  const incidents = await transaction.query<Incident>(allInCase(Incident), [ofCase.id]);
  return incidents.filter((incident) => incident.suspectId === suspectId);
}

/** Changes a charge, leaving its case at its stage. */
export function act(
  context: Context,
  operation: string,
  action: ChargeAction,
  input: ChangeInput,
  plan: (
    charge: Charge,
    transaction: Transaction,
    ofCase: Case,
  ) => Promise<{ facts: Record<string, unknown>; because?: string[] }>,
): Promise<{ charge: Charge }> {
  return onPart(context, operation, Charge, input, async (transaction, ofCase, charge) => {
    await moveCase(transaction, ofCase, action);
    const { facts, because } = await plan(charge, transaction, ofCase);
    move(chargeMachine, stateOf(charge), action, because);
    return { charge: await transaction.update(Charge, charge, action, facts) };
  });
}

/** Ends a charge; with the last one the case ends too, as the charges did. */
export function dispose(
  context: Context,
  operation: string,
  action: 'RECORD_VERDICT' | 'DISCONTINUE_CHARGE',
  input: ChangeInput & { disposedOn: string },
  verdict: Verdict,
): Promise<{ charge: Charge }> {
  return onPart(context, operation, Charge, input, async (transaction, ofCase, charge) => {
    if (action === 'DISCONTINUE_CHARGE') requireReason(input);
    await moveCase(transaction, ofCase, action);
    move(chargeMachine, stateOf(charge), action);
    const { disposedOn } = input;
    notBefore('disposedOn', disposedOn, charge.chargedOn, 'the day of the charge');
    const ended = await transaction.update(Charge, charge, action, { verdict, disposedOn });
    await moveCase(transaction, ofCase, await consequence(transaction, ofCase, action));
    return { charge: ended };
  });
}

async function consequence(transaction: Transaction, ofCase: Case, action: CaseAction): Promise<CaseAction> {
  // A case that was stopped has ended: discontinuing what is left of it changes nothing about that.
  if (ofCase.stage !== 'CHARGED') return action;
  return endOf(await transaction.query<Charge>(allInCase(Charge), [ofCase.id])) ?? action;
}
