import { type Machine, enumeration } from '@throughline/subgraph';
import { CaseStage } from './case.model';

export const CaseAction = enumeration('CaseAction', 'What can be done to a case and to what belongs to it.', {
  ADD_SUSPECT: 'Name another suspect.',
  ADD_VICTIM: 'Name another victim.',
  RECORD_INCIDENT: 'Record an incident.',
  RECORD_EFFECTS: 'Amend what an incident did to the victim.',
  MARK_EVIDENCE: 'Say what is made of the evidence of an incident.',
  REQUEST_EARLY_ADVICE: 'Ask a prosecutor for early advice.',
  ANSWER_EARLY_ADVICE: 'Record the advice that was given.',
  REFER: 'Refer it to a prosecutor for a decision.',
  ISSUE_ACTION_PLAN: 'Record what a prosecutor asked to be done.',
  EXTEND_ACTION_PLAN: 'Give an action plan more time.',
  COMPLETE_ACTION_PLAN_ITEM: 'Record that something of an action plan was done.',
  DECIDE: 'Record a decision that leaves the case at its stage.',
  REVIEW: 'Record the review of a decision, on which the case may have ended.',
  TAKE_NO_FURTHER_ACTION: 'Record the decision that ends it before any charge.',
  STOP: 'Stop it after a charge.',
  CHARGE: 'Charge a suspect.',
  AMEND_CHARGE: 'Amend a charge.',
  RECORD_PLEA: 'Record the plea to a charge.',
  RECORD_VERDICT: 'Record how a charge ended at court, while others go on.',
  CONVICT: 'Record how the last charge ended, somebody having been convicted.',
  ACQUIT: 'Record how the last charge ended, nobody having been convicted.',
  DISCONTINUE_CHARGE: 'Discontinue a charge, while others go on or the case has been stopped.',
  CLOSE: 'Close it before any charge, for another reason than a decision.',
  CONCLUDE: 'Close the file of a case that has ended; its stage still says how.',
  REOPEN: 'Take it up again.',
});
export type CaseAction = keyof typeof CaseAction;

const UNCHARGED = ['INVESTIGATION', 'EARLY_ADVICE', 'REFERRED'] as const;
const LIVE = [...UNCHARGED, 'CHARGED'] as const;
const ENDED = ['NFA', 'DISCONTINUED', 'CONVICTED', 'ACQUITTED'] as const;

const INVESTIGATION = 'Criminal Procedure and Investigations Act 1996 s.23: duty to record what is relevant';
const GUIDANCE = 'Director’s Guidance on Charging';
const CODE = 'Code for Crown Prosecutors';
const VERDICT = 'verdict of the court';

/** Moves of a case. What is done to an incident, a charge or a plan of a case depends on the stage of the case too. */
export const caseMachine: Machine<CaseStage, CaseAction> = {
  ADD_SUSPECT: { from: LIVE, law: INVESTIGATION },
  ADD_VICTIM: { from: LIVE, law: INVESTIGATION },
  RECORD_INCIDENT: { from: LIVE, law: INVESTIGATION },
  RECORD_EFFECTS: { from: LIVE, law: 'Protection from Harassment Act 1997 s.4A(1)(b)' },
  // What is inaccurate is put right whenever it is found out.
  MARK_EVIDENCE: { from: Object.keys(CaseStage) as CaseStage[], law: 'Data Protection Act 2018 s.38' },
  REQUEST_EARLY_ADVICE: { from: ['INVESTIGATION', 'EARLY_ADVICE'], to: 'EARLY_ADVICE', law: GUIDANCE },
  ANSWER_EARLY_ADVICE: { from: LIVE, law: GUIDANCE },
  REFER: { from: ['INVESTIGATION', 'EARLY_ADVICE'], to: 'REFERRED', law: GUIDANCE },
  ISSUE_ACTION_PLAN: { from: ['EARLY_ADVICE', 'REFERRED', 'CHARGED'], law: GUIDANCE },
  EXTEND_ACTION_PLAN: { from: LIVE, law: GUIDANCE },
  COMPLETE_ACTION_PLAN_ITEM: { from: LIVE, law: GUIDANCE },
  DECIDE: { from: LIVE, law: CODE },
  REVIEW: { from: [...LIVE, 'NFA', 'DISCONTINUED'], law: 'victims’ right to review' },
  TAKE_NO_FURTHER_ACTION: { from: UNCHARGED, to: 'NFA', law: CODE },
  STOP: { from: ['CHARGED'], to: 'DISCONTINUED', law: 'Prosecution of Offences Act 1985 s.23' },
  CHARGE: {
    from: LIVE,
    to: 'CHARGED',
    law: 'Police and Criminal Evidence Act 1984 s.37B; Criminal Justice Act 2003 s.29',
  },
  AMEND_CHARGE: { from: ['CHARGED'], law: CODE },
  RECORD_PLEA: { from: ['CHARGED'], law: 'Magistrates’ Courts Act 1980 ss.9, 17A; Criminal Law Act 1967 s.6' },
  RECORD_VERDICT: { from: ['CHARGED'], law: VERDICT },
  CONVICT: { from: ['CHARGED'], to: 'CONVICTED', law: VERDICT },
  ACQUIT: { from: ['CHARGED'], to: 'ACQUITTED', law: VERDICT },
  DISCONTINUE_CHARGE: { from: ['CHARGED', 'DISCONTINUED'], law: 'Prosecution of Offences Act 1985 s.23' },
  CLOSE: { from: UNCHARGED, to: 'CLOSED', law: 'the choice of who investigates' },
  CONCLUDE: { from: ENDED, law: 'the outcome of the case' },
  REOPEN: {
    from: ['NFA', 'DISCONTINUED', 'CLOSED'],
    to: 'INVESTIGATION',
    law: 'victims’ right to review; new evidence',
  },
};

/** The action that closing a case is: one that has ended keeps the stage that says how. */
export function closing(stage: CaseStage): CaseAction {
  return caseMachine.CONCLUDE.from.includes(stage) ? 'CONCLUDE' : 'CLOSE';
}
