import {
  type ChangeInput,
  type Class,
  type Context,
  type Transaction,
  type WriteInput,
  invalidInput,
  isUuid,
  move,
  write,
} from '@throughline/subgraph';
import type { InCaseInput } from './case.inputs';
import { type CaseAction, caseMachine } from './case.machine';
import { Case } from './case.model';
import { type InCase, caseOf } from './in-case.queries';

/** Runs a mutation that adds something to a case. */
export function inCase<Result extends object>(
  context: Context,
  operation: string,
  input: InCaseInput,
  work: (transaction: Transaction, ofCase: Case) => Promise<Result>,
): Promise<Result> {
  return write(context, operation, input, async (transaction) => {
    await transaction.find(Case, input.case, 'case');
    return work(transaction, await transaction.lock(Case, input.case, input.expectedVersion));
  });
}

/** Runs a mutation that changes the case itself. */
export function onCase(
  context: Context,
  operation: string,
  input: ChangeInput,
  work: (transaction: Transaction, ofCase: Case) => Promise<Case>,
): Promise<{ case: Case }> {
  return write(context, operation, input, async (transaction) => ({
    case: await work(transaction, await transaction.lock(Case, input.id, input.expectedVersion)),
  }));
}

/** Runs a mutation that changes a record of a case. The case is always locked first, so that nobody waits in a ring. */
export function onPart<Part extends InCase, Result extends object>(
  context: Context,
  operation: string,
  type: Class<Part>,
  input: ChangeInput,
  work: (transaction: Transaction, ofCase: Case, part: Part) => Promise<Result>,
): Promise<Result> {
  return write(context, operation, input, async (transaction) => {
    const [found] = isUuid(input.id) ? await transaction.query<InCase>(caseOf(type), [input.id]) : [];
    // Without the record there is no case to lock: locking the record says that it is not there.
    if (!found) await transaction.lock(type, input.id);
    const ofCase = await transaction.lock(Case, found!.caseId);
    return work(transaction, ofCase, await transaction.lock(type, input.id, input.expectedVersion));
  });
}

/** Makes a move on a locked case; writes it only where the move or `facts` alter it. Throws `RULE_REFUSED`. */
export async function moveCase(
  transaction: Transaction,
  ofCase: Case,
  action: CaseAction,
  { facts, because }: { facts?: Record<string, unknown>; because?: string[] } = {},
): Promise<Case> {
  const stage = move(caseMachine, ofCase.stage, action, because);
  if (stage === ofCase.stage && !facts) return ofCase;
  return transaction.update(Case, ofCase, action, { ...facts, stage });
}

/** The id of somebody whom the case must name. Throws `INVALID_INPUT` naming `field`. */
export function named(ofCase: Case, field: 'suspect' | 'victim', id: string): string {
  const ids = field === 'suspect' ? ofCase.suspectIds : ofCase.victimIds;
  if (ids.includes(id.toLowerCase())) return id.toLowerCase();
  throw invalidInput([{ field, reason: `the case does not name this ${field}` }]);
}

/** Refuses what is done without a reason where the record must say why. */
export function requireReason({ reason }: WriteInput): void {
  if (!reason?.trim()) throw invalidInput([{ field: 'reason', reason: 'is required: the record must say why' }]);
}

/** Refuses days out of order, naming the field that is too early. */
export function notBefore(field: string, day: string, earliest: string | null, what: string): void {
  if (earliest !== null && day < earliest) throw invalidInput([{ field, reason: `is before ${what}, ${earliest}` }]);
}
