import { type Context, invalidInput, londonToday } from '@throughline/subgraph';
import type { Definition } from './definition.model';
import { definitionsBy } from './definition.queries';
import { inForceOn } from './definition.rules';

/** The version asked for, or the one in force at a moment. Throws `INVALID_INPUT` where there is none. */
export async function findDefinition(
  context: Context,
  key: string,
  version: string | null | undefined,
  asAt: string,
): Promise<Definition> {
  const versions = await context.load(definitionsBy, 'all', { key });
  if (versions.length === 0)
    throw invalidInput([{ field: 'definition', reason: 'there is no definition of this key' }]);
  const known = [...new Set(versions.map((one) => one.version))].join(', ');
  if (version) {
    const found = versions.findLast((one) => one.version === version);
    if (!found)
      throw invalidInput([{ field: 'version', reason: `the definition has no such version; it has ${known}` }]);
    return found;
  }
  const day = londonToday(new Date(asAt));
  const found = inForceOn(versions, day);
  if (!found)
    throw invalidInput([
      { field: 'definition', reason: `no version of it is in force on ${day}; give one of ${known} as version` },
    ]);
  return found;
}
