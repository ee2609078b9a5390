/** What a grant can open. */
export const scopes = [
  'case:read',
  'case:write',
  'order:read',
  'order:write',
  'risk:read',
  'risk:write',
  'inspection:read',
  'inspection:write',
  'behaviour:read',
  'behaviour:review',
  'suspect:identify',
  'victim:identify',
  'narrative:read',
  'statistics:read',
  'export:create',
  'key:admin',
  'audit:read',
] as const;
export type Scope = (typeof scopes)[number];

/** What a field can be classified as: the scope that opens it, or `open`: structure and codes that say nothing about anybody. */
export type Classification = 'open' | Scope;

/** True for the name of a scope. */
export function isScope(text: string): text is Scope {
  return (scopes as readonly string[]).includes(text);
}
