import type { Rule } from '../rule';
import { breachChargedAlone } from './breach-charged-alone';
import { breachNotActioned } from './breach-not-actioned';
import { guidanceNotInForce } from './guidance-not-in-force';
import { orderExpiring } from './order-expiring';
import { possiblyMislabelled } from './possibly-mislabelled';
import { repeatHighHarm } from './repeat-high-harm';
import { riskNotReassessed } from './risk-not-reassessed';
import { unchargedCourseOfConduct } from './uncharged-course-of-conduct';

/** All the rules, in the order of the contract. */
export const rules: readonly Rule[] = [
  unchargedCourseOfConduct,
  breachChargedAlone,
  breachNotActioned,
  riskNotReassessed,
  orderExpiring,
  possiblyMislabelled,
  repeatHighHarm,
  guidanceNotInForce,
];
