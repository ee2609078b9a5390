import { invalidInput } from '@throughline/subgraph';
import type { Stratum } from './allocation';
import type { DrawSampleInput } from './sample.inputs';
import type { SampleAllocation } from './sample.model';

export const MOST_FILES = 5_000;
/** More strata than this are not a stratified sample but a list. */
const MOST_STRATA = 500;

interface Problem {
  field: string;
  reason: string;
}

/** How files are shared among strata: in proportion where the input does not say. */
export function allocationOf({ allocation }: Pick<DrawSampleInput, 'allocation'>): SampleAllocation {
  return allocation ?? 'PROPORTIONAL';
}

/** Refuses what can be seen to be wrong without the frame. Throws `INVALID_INPUT`. */
export function checkDrawing({ size, seed, given, stratifyBy, ...input }: DrawSampleInput): void {
  const allocation = allocationOf(input);
  const problems: Problem[] = [];
  if (size < 1 || size > MOST_FILES) problems.push({ field: 'size', reason: `must be from 1 to ${MOST_FILES}` });
  if (seed.trim() === '' || seed.length > 200) {
    problems.push({ field: 'seed', reason: 'must have from 1 to 200 characters' });
  }
  if (allocation !== 'GIVEN' && given) problems.push({ field: 'given', reason: 'is for the allocation GIVEN alone' });
  if (allocation === 'GIVEN' && !given)
    problems.push({ field: 'given', reason: 'is required for the allocation GIVEN' });
  if (allocation !== 'PROPORTIONAL' && !stratifyBy) {
    problems.push({ field: 'stratifyBy', reason: `is required for the allocation ${allocation}` });
  }
  const keys = new Set<string>();
  for (const [index, one] of (given ?? []).entries()) {
    if (one.size < 0) problems.push({ field: `given[${index}].size`, reason: 'is less than none' });
    if (keys.has(one.key)) problems.push({ field: `given[${index}].key`, reason: 'names this stratum again' });
    keys.add(one.key);
  }
  const together = (given ?? []).reduce((sum, one) => sum + one.size, 0);
  if (given && together !== size)
    problems.push({ field: 'given', reason: `adds up to ${together}, not to size, ${size}` });
  if (problems.length > 0) throw invalidInput(problems);
}

/** Refuses what the frame cannot give. Throws `INVALID_INPUT`. */
export function checkFrame({ size, given }: DrawSampleInput, strata: readonly Stratum[]): void {
  const problems: Problem[] = [];
  const frame = strata.reduce((sum, stratum) => sum + stratum.size, 0);
  if (size > frame) problems.push({ field: 'size', reason: `is more than the frame has: ${frame}` });
  if (strata.length > MOST_STRATA) {
    problems.push({ field: 'stratifyBy', reason: `makes ${strata.length} strata, more than ${MOST_STRATA}` });
  }
  for (const [index, one] of (given ?? []).entries()) {
    const stratum = strata.find(({ key }) => key === one.key);
    if (!stratum) problems.push({ field: `given[${index}].key`, reason: 'is not a stratum of this frame' });
    else if (one.size > stratum.size) {
      problems.push({ field: `given[${index}].size`, reason: `is more than the stratum has: ${stratum.size}` });
    }
  }
  if (problems.length > 0) throw invalidInput(problems);
}
