import { type Conditions, connection, listOf } from '@throughline/subgraph';
import { Referral } from './referral.model';
import type { ReferralFilter } from './referral.resolver';

const newestFirst = 't.referred_on DESC, t.id DESC';

export const referralsOfSuspects = listOf(Referral, 'suspect_id', newestFirst);
export const referralsOfCases = listOf(Referral, 'case_id', newestFirst);

const where: Conditions<ReferralFilter> = {
  forums: 't.forum = ANY(?::text[])',
  suspectId: 't.suspect_id = ?::uuid',
  victimId: 't.victim_id = ?::uuid',
  caseId: 't.case_id = ?::uuid',
  heard: '(t.heard_on IS NOT NULL) = ?::boolean',
  referredFrom: 't.referred_on >= ?::date',
  referredTo: 't.referred_on <= ?::date',
};

export const allReferrals = connection<Referral, ReferralFilter>(Referral, {
  where,
  sorts: { REFERRED_ON_DESC: { sql: 't.referred_on', type: 'date', direction: 'DESC' } },
});
