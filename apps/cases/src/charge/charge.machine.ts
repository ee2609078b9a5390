import { type Machine, enumeration } from '@throughline/subgraph';

/** Whether a charge has ended: read off it, not stored. */
export type ChargeState = 'OPEN' | 'DISPOSED';

export const ChargeAction = enumeration('ChargeAction', 'What can be done to a charge.', {
  AMEND_CHARGE: 'Amend it.',
  RECORD_PLEA: 'Record the plea.',
  RECORD_VERDICT: 'Record how it ended at court.',
  DISCONTINUE_CHARGE: 'Discontinue it.',
});
export type ChargeAction = keyof typeof ChargeAction;

/** Moves of a charge. Each is a move of its case too, and must be legal there. */
export const chargeMachine: Machine<ChargeState, ChargeAction> = {
  AMEND_CHARGE: { from: ['OPEN'], law: 'Code for Crown Prosecutors' },
  RECORD_PLEA: { from: ['OPEN'], law: 'Magistrates’ Courts Act 1980 ss.9, 17A; Criminal Law Act 1967 s.6' },
  RECORD_VERDICT: { from: ['OPEN'], to: 'DISPOSED', law: 'verdict of the court' },
  DISCONTINUE_CHARGE: { from: ['OPEN'], to: 'DISPOSED', law: 'Prosecution of Offences Act 1985 s.23' },
};
