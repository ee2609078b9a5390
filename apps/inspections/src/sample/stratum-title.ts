import { offenceFamilyTitles } from '@throughline/reference';
import type { CaseDimension, CodeBook } from '@throughline/subgraph';

/** Key of cases for which nothing was recorded, and of everything where there are no strata or groups. */
export const NOT_RECORDED = 'NOT_RECORDED';
export const ALL = 'ALL';

/** What the value of a dimension is in words. */
export function stratumTitle(dimension: CaseDimension | null, key: string, { tables }: CodeBook): string {
  if (dimension === null) return 'All files';
  if (key === NOT_RECORDED) return 'Not recorded';
  switch (dimension) {
    case 'FORCE':
      return tables.force.get(key)?.name ?? key;
    case 'AREA':
      return tables.area.get(key)?.name ?? key;
    case 'HOME_OFFICE_CODE':
      return tables.homeOfficeCode.get(key)?.title ?? key;
    case 'FAMILY':
      return (offenceFamilyTitles as Record<string, string>)[key] ?? key;
    case 'STAGE':
    case 'RELATIONSHIP':
    case 'DECISION_OUTCOME':
    case 'OUTCOME':
      return /^[A-Z_]+$/.test(key) ? inWords(key) : key;
    case 'YEAR':
    case 'QUARTER':
    case 'MONTH':
    case 'CRIME_TYPE':
      return key || '(blank)';
  }
}

/** `NOT_MEETING` → `Not meeting`, with the initialisms of the field kept. */
export function inWords(code: string): string {
  const words = code
    .toLowerCase()
    .replaceAll('_', ' ')
    .replace(/\bnfa\b/, 'NFA:');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
