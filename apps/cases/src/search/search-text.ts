import { invalidInput, isDate } from '@throughline/subgraph';

/** What somebody typed into a search box, sorted by what it can be. */
export interface SearchText {
  /** As typed, trimmed. */
  text: string;
  /** What may be words of a name, separated by spaces. */
  words: string;
  /** Days, `YYYY-MM-DD`. */
  dates: string[];
  /** What may be a number or another identifier: numbers are typed with spaces in them, so runs of words too. */
  keys: string[];
  /** Whether some of it can be nothing but an identifier. */
  numbered: boolean;
}

const LONGEST = 300;
const MOST_TOKENS = 30;
/** A number typed in groups, such as 07700 900 123. */
const LONGEST_RUN = 4;
/** Shorter ones are everybody’s. */
const SHORTEST_KEY = 4;

/** Sorts a text; undefined where it is blank, which is no search. Throws `INVALID_INPUT` where it is too long. */
export function searchText(given: string | null | undefined): SearchText | undefined {
  const text = given?.trim() ?? '';
  if (text === '') return undefined;
  if (text.length > LONGEST) {
    throw invalidInput([{ field: 'text', reason: `has ${text.length} characters; ${LONGEST} are the most` }]);
  }
  const tokens = text.split(/\s+/).slice(0, MOST_TOKENS);
  const dates = tokens.flatMap((token) => dayOf(token) ?? []);
  const others = tokens.filter((token) => dayOf(token) === undefined);
  const isNumbered = (token: string) => /[\p{N}@]/u.test(token);
  return {
    text,
    words: others.filter((token) => !isNumbered(token)).join(' '),
    dates,
    keys: runs(others).filter((run) => run.replace(/[^\p{L}\p{N}]/gu, '').length >= SHORTEST_KEY),
    numbered: others.some(isNumbered),
  };
}

function runs(tokens: string[]): string[] {
  const found = tokens.flatMap((_token, from) =>
    Array.from({ length: LONGEST_RUN }, (_none, more) => tokens.slice(from, from + more + 1).join('')),
  );
  return [...new Set([...found, tokens.join('')])];
}

/** `1980-03-31`, and `31/03/1980` as people here write it. */
function dayOf(token: string): string | undefined {
  const plain = token.replace(/[,;]$/, '');
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(plain) ?? [];
  const iso = year ? `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}` : plain;
  return isDate(iso) ? iso : undefined;
}
