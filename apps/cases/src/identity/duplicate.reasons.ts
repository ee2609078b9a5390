import type { CodeBook } from '@throughline/subgraph';
import { displayName } from '../suspect/person-name';
import type { Duplicate } from './duplicate.queries';

/** What says that two records are of one person, then what speaks against it, in sentences. */
export function reasons(duplicate: Duplicate, codes: CodeBook): string[] {
  const { of, pncId, sex, otherPnc, otherSex } = duplicate;
  return [
    ...numbers(duplicate),
    named(duplicate),
    born(duplicate),
    ...forces(duplicate, codes),
    ...(otherPnc ? [`The PNC ids differ: ${of.pncId!} and ${pncId!}.`] : []),
    ...(otherSex ? [`The sexes differ: ${of.sex!} and ${sex!}.`] : []),
  ];
}

function numbers({ numbers: shared }: Duplicate): string[] {
  return shared.map(({ scheme, value, theirScheme, holders }) => {
    const same = scheme === theirScheme ? `The same ${scheme}` : `${scheme} here and ${theirScheme} there are the same`;
    return `${same}: ${value}.${others(holders - 1, 'has it too', 'have it too')}`;
  });
}

function named({ of, names, named: how, mine, theirs, alike }: Duplicate): string {
  if (how === 'OTHER') return `The names differ: ${displayName(of.names)!} and ${displayName(names)!}.`;
  const [own, other] = [displayName([of.names[mine! - 1]!])!, displayName([names[theirs! - 1]!])!];
  const rest = others(alike! - 1, 'is named as much alike', 'are named as much alike');
  switch (how) {
    case 'EXACT':
      return own.toLowerCase() === other.toLowerCase()
        ? `The same name: ${other}.${rest}`
        : `The same words in a name: ${own} and ${other}.${rest}`;
    case 'SPELLING':
      return `Names spelt nearly alike: ${own} and ${other}.${rest}`;
    case 'SOUND':
      return `Names that sound alike: ${own} and ${other}.${rest}`;
    case 'PART':
      return `A word of a name in common: ${own} and ${other}.${others(alike! - 1, 'has such a word', 'have such a word')}`;
  }
}

function born({ of: { dateOfBirth: own }, dateOfBirth: other, born: how }: Duplicate): string {
  const both = `${own ?? ''} and ${other ?? ''}`;
  switch (how) {
    case 'EQUAL':
      return `Born on the same day, ${own!}.`;
    case 'SWAPPED':
      return `Day and month of birth changed places: ${both}.`;
    case 'ONE_PART':
      return `Dates of birth that differ only in the ${partThatDiffers(own!, other!)}: ${both}.`;
    case 'SAME_YEAR':
      return `Born in the same year, on different days: ${both}.`;
    case 'DIFFERENT':
      return `The dates of birth differ: ${both}.`;
    case 'UNKNOWN':
      return (own ?? other) ? 'Of one of them the date of birth is not known.' : 'The dates of birth are not known.';
  }
}

function partThatDiffers(own: string, other: string): string {
  const parts = other.split('-');
  const at = own.split('-').findIndex((part, n) => part !== parts[n]);
  return ['year', 'month', 'day'][at]!;
}

/** Two records of one force speak against it: that force would have joined them. */
function forces({ forces: other, forcesOf: own }: Duplicate, codes: CodeBook): string[] {
  if (own.length === 0 || other.length === 0) return [];
  const named = (all: string[]) => all.map((code) => codes.tables.force.get(code)?.name ?? code).join(', ');
  const shared = own.filter((code) => other.includes(code));
  return shared.length > 0
    ? [`Both are known to ${named(shared)}.`]
    : [`Known to different forces: ${named(own)}; ${named(other)}.`];
}

function others(count: number, one: string, many: string): string {
  if (count === 0) return '';
  return count === 1 ? ` 1 other record ${one}.` : ` ${count} other records ${many}.`;
}
