import type { OffenceFamily } from '@throughline/reference';
import { CaseFilter, type CodeBook } from '@throughline/subgraph';

export { CaseFilter };

/** The filter as its SQL takes it: families spelt out in every code that belongs to them. */
export function spelledOut(filter: CaseFilter | undefined, codes: CodeBook): CaseFilter | undefined {
  return filter?.families ? { ...filter, families: codes.codesOf(filter.families) as OffenceFamily[] } : filter;
}
