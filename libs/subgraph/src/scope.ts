/** What a field's classification can be: the scope that opens it. */
export type Scope =
  /** Structure and codes, which say nothing about anybody. */
  | 'open'
  | 'case:read'
  | 'case:write'
  | 'order:read'
  | 'order:write'
  | 'risk:read'
  | 'risk:write'
  | 'inspection:read'
  | 'inspection:write'
  | 'behaviour:read'
  | 'behaviour:review'
  | 'suspect:identify'
  | 'victim:identify'
  | 'narrative:read'
  | 'statistics:read';
