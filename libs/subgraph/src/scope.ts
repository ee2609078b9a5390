/** What a field's classification can be: the scope that opens it. */
export type Scope =
  /** Structure and codes, which say nothing about anybody. */
  | 'open'
  | 'case:read'
  | 'order:read'
  | 'risk:read'
  | 'inspection:read'
  | 'behaviour:read'
  | 'suspect:identify'
  | 'victim:identify'
  | 'narrative:read'
  | 'statistics:read';
