/**
 * The known code that a mistyped one most likely meant, for "did you mean".
 *
 * Distance is Damerau–Levenshtein with adjacent transpositions (optimal string alignment), ignoring case. Of equally
 * near codes the first wins. `undefined` where none lies within max(2, ⌈length of value / 3⌉) edits.
 */
export function nearest(value: string, known: Iterable<string>): string | undefined {
  const wanted = value.toLowerCase();
  const rows: Rows = [[], [], []];
  let limit = Math.max(2, Math.ceil(wanted.length / 3));
  let best: string | undefined;
  for (const candidate of known) {
    if (Math.abs(candidate.length - wanted.length) > limit) continue;
    const distance = distanceWithin(wanted, candidate.toLowerCase(), limit, rows);
    if (distance > limit) continue;
    best = candidate;
    if (distance === 0) break;
    // Only something strictly nearer can still win, so the search grows cheaper with every find.
    limit = distance - 1;
  }
  return best;
}

/** Working space, shared by all comparisons of a search: allocating it anew each time costs more than the comparing. */
type Rows = [number[], number[], number[]];

/** Edits between `a` and `b`, or any number past `limit` once they must exceed it. */
function distanceWithin(a: string, b: string, limit: number, rows: Rows): number {
  const tooFar = limit + 1;
  let [twoBack, previous, current] = rows;
  for (let j = 0; j <= b.length; j++) previous[j] = j;
  let leastBefore = 0;
  for (let i = 1; i <= a.length; i++) {
    // A path through a cell more than `limit` off the diagonal is too long already.
    const first = Math.max(1, i - limit);
    const last = Math.min(b.length, i + limit);
    current[first - 1] = first === 1 ? i : tooFar;
    let least = current[first - 1]!;
    const character = a.charCodeAt(i - 1);
    for (let j = first; j <= last; j++) {
      const other = b.charCodeAt(j - 1);
      let edits = previous[j - 1]! + (character === other ? 0 : 1);
      if (previous[j]! + 1 < edits) edits = previous[j]! + 1;
      if (current[j - 1]! + 1 < edits) edits = current[j - 1]! + 1;
      const swapped = i > 1 && j > 1 && character === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other;
      if (swapped && twoBack[j - 2]! + 1 < edits) edits = twoBack[j - 2]! + 1;
      current[j] = edits;
      if (edits < least) least = edits;
    }
    if (last < b.length) current[last + 1] = tooFar;
    // A transposition reaches back two rows, so it takes two rows past the limit to be sure.
    if (least > limit && leastBefore > limit) return tooFar;
    leastBefore = least;
    [twoBack, previous, current] = [previous, current, twoBack];
  }
  return previous[b.length]!;
}
