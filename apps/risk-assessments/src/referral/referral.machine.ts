import { type Machine, enumeration } from '@throughline/subgraph';
import type { Referral } from './referral.model';

/** Where a referral stands; derived, not stored. */
export type ReferralState = 'REFERRED' | 'HEARD';

export const ReferralAction = enumeration('ReferralAction', 'What can be done about a referral.', {
  RECORD_OUTCOME: 'Record what the forum settled on.',
});
export type ReferralAction = keyof typeof ReferralAction;

/** Moves of a referral. */
export const referralMachine: Machine<ReferralState, ReferralAction> = {
  RECORD_OUTCOME: { from: ['REFERRED'], to: 'HEARD', law: 'a forum settles a referral once' },
};

/** Heard is what has an outcome: a source may know the day of the hearing before it knows that. */
export function stateOf({ outcome }: Pick<Referral, 'outcome'>): ReferralState {
  return outcome === null ? 'REFERRED' : 'HEARD';
}
