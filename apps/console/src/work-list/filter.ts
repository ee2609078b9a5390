import { type FlagFilter, FlagReviewStatus, FlagRule, FlagSeverity } from '@throughline/client';

export const RULES = Object.values(FlagRule);
export const STATUSES = Object.values(FlagReviewStatus);
/** The gravest first. */
export const SEVERITIES = Object.values(FlagSeverity).reverse();

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
