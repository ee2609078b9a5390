import { createHash } from 'node:crypto';
import type { Flag } from '@throughline/conduct';

/** What a flag says and rests on, as a hash. A dismissal holds until it is another, unless time alone made it so. */
export function factsHash({
  rule,
  ruleVersion,
  severity,
  variants,
  missingFamilies,
  consideredFamilies,
  outcome,
  restsOn,
}: Flag): string {
  const sources = restsOn.map(({ type, id }) => `${type}:${id}`).sort();
  const facts = [rule, ruleVersion, severity, variants, missingFamilies, consideredFamilies, outcome, sources];
  return hashOf(facts);
}

/** The same for the same content. */
export function hashOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url');
}
