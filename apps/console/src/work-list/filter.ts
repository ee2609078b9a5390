import type { FlagFilter, FlagReviewStatus, FlagRule, FlagSeverity } from '@throughline/client';

export const RULES: FlagRule[] = [
  'UNCHARGED_COURSE_OF_CONDUCT',
  'BREACH_CHARGED_ALONE',
  'BREACH_NOT_ACTIONED',
  'RISK_NOT_REASSESSED',
  'ORDER_EXPIRING',
  'POSSIBLY_MISLABELLED',
  'REPEAT_HIGH_HARM',
  'GUIDANCE_NOT_IN_FORCE',
];
export const SEVERITIES: FlagSeverity[] = ['HIGH', 'MEDIUM', 'LOW', 'INFO'];
export const STATUSES: FlagReviewStatus[] = ['OPEN', 'ACCEPTED', 'REFERRED', 'DISMISSED'];

/** The filter that an address holds; what it does not know is left out. Flags that nobody has reviewed, unless it says otherwise. */
export function filterOf(address: URLSearchParams): FlagFilter {
  const among = <Value extends string>(name: string, known: readonly Value[]) =>
    address.getAll(name).filter((value): value is Value => (known as readonly string[]).includes(value));
  const rules = among('rule', RULES);
  const [severityAtLeast] = among('severity', SEVERITIES);
  const status = among('status', STATUSES);
  const force = address.get('force');
  return {
    ...(rules.length > 0 ? { rules } : {}),
    ...(severityAtLeast ? { severityAtLeast } : {}),
    ...(force && /^\d\d$/.test(force) ? { forces: [force] } : {}),
    reviewStatus: status.length > 0 ? status : ['OPEN'],
  };
}
