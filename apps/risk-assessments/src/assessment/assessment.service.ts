import { type Context, type Transaction, invalidInput, write } from '@throughline/subgraph';
import type { RiskInstrument } from '../instrument/instrument.model';
import { registerSql } from '../instrument/instrument.queries';
import type { CompleteAssessmentInput, ReviewAssessmentInput, RiskFindingsInput } from './assessment.inputs';
import { RiskAssessment, type RiskTrigger } from './assessment.model';
import { computedGrade, isBefore, problemsOf, unknownInstrument } from './assessment.rules';

/** What an assessment is about and by which instrument. */
interface Subject {
  suspect: string;
  victim: string;
  case?: string | null;
  instrument: string;
  instrumentVersion: string;
  trigger: RiskTrigger;
}

/** Adds an assessment. Throws `INVALID_INPUT` where it is not as its instrument has it. */
export function complete(
  context: Context,
  input: CompleteAssessmentInput,
): Promise<{ riskAssessment: RiskAssessment }> {
  return write(context, 'completeAssessment', input, async (transaction) => ({
    riskAssessment: await record(transaction, 'COMPLETE', input, input),
  }));
}

/** Adds the review of an assessment. The earlier one stays as it was made; the history of the review says which it is. */
export function review(context: Context, input: ReviewAssessmentInput): Promise<{ riskAssessment: RiskAssessment }> {
  const reason = [`Review of the assessment ${input.id}.`, ...(input.reason ? [input.reason] : [])].join(' ');
  return write(context, 'reviewAssessment', { ...input, reason }, async (transaction) => {
    const earlier = await transaction.lock(RiskAssessment, input.id, input.expectedVersion);
    const made = await record(transaction, 'REVIEW', input, {
      suspect: input.suspect ?? earlier.suspectId,
      victim: input.victim ?? earlier.victimId,
      case: input.case ?? earlier.caseId,
      instrument: input.instrument ?? earlier.instrument,
      instrumentVersion: input.instrumentVersion ?? earlier.instrumentVersion,
      trigger: 'REVIEW',
    });
    if (isBefore(made, earlier)) {
      throw invalidInput([{ field: 'assessedAt', reason: `is before the earlier assessment, ${earlier.assessedAt}` }]);
    }
    return { riskAssessment: made };
  });
}

async function record(
  transaction: Transaction,
  action: string,
  { assessedAt, answers, grade, overrideReason = null, assessorRole, respondsTo }: RiskFindingsInput,
  subject: Subject,
): Promise<RiskAssessment> {
  const instrument = await registered(transaction, subject.instrument, subject.instrumentVersion);
  const problems = problemsOf(instrument, { answers, grade, overrideReason });
  if (problems.length > 0) throw invalidInput(problems);
  const { suspect, victim, case: ofCase, instrument: key, instrumentVersion, trigger } = subject;
  return transaction.insert(RiskAssessment, action, {
    suspect,
    victim,
    case: ofCase,
    instrument: key,
    instrumentVersion,
    assessedAt,
    trigger,
    answers,
    grade,
    computedGrade: computedGrade(instrument, answers),
    overrideReason,
    assessorRole,
    respondsTo,
  });
}

async function registered(transaction: Transaction, key: string, version: string): Promise<RiskInstrument> {
  const register = await transaction.query<RiskInstrument>(registerSql);
  const found = register.find((instrument) => instrument.key === key && instrument.version === version);
  if (found) return found;
  throw invalidInput([{ field: 'instrument', reason: unknownInstrument(key, version, register) }]);
}
