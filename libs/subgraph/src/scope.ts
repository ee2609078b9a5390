/** What a field's classification can be: the scope that opens it. */
export type { Classification as Scope } from '@throughline/access';
