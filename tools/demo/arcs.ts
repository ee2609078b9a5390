import type { Relationship } from './bundle-record';
import type { ActName } from './narratives';
import { conduct } from './proportions';
import type { Random } from './random';

/** The four stages of a story: making contact, watching, threatening, attacking. Each lists what may happen in it. */
export type Arc = readonly [readonly ActName[], readonly ActName[], readonly ActName[], readonly ActName[]];

const LETTERS: Arc = [
  ['letters', 'gifts', 'calls'],
  ['following', 'loitering', 'watching', 'property'],
  ['threatHarm', 'damage', 'threatSelf', 'thirdParty'],
  ['entry', 'weapon', 'assault'],
];
const DIGITAL: Arc = [
  ['messages', 'messages', 'calls'],
  ['accountAccess', 'publishing', 'tracker', 'viaFriend'],
  ['threatImages', 'images', 'threatSexual', 'thirdParty'],
  ['loitering', 'threatKill', 'entry'],
];
const SEPARATION: Arc = [
  ['messages', 'calls', 'children', 'gifts'],
  ['watching', 'viaFriend', 'economic', 'following'],
  ['threatHarm', 'suicide', 'tracker', 'damage'],
  ['entry', 'strangulation', 'assault', 'threatKill'],
];
const WORKPLACE: Arc = [
  ['messages', 'gifts', 'letters'],
  ['loitering', 'following', 'complaint'],
  ['publishing', 'falseReport', 'confrontation', 'threatHarm'],
  ['weapon', 'threatKill', 'entry'],
];
const FENCE: Arc = [
  ['letters', 'confrontation', 'complaint'],
  ['watching', 'property', 'falseReport'],
  ['damage', 'threatProperty', 'threatHarm'],
  ['weapon', 'assault', 'damage'],
];

const arcs = { LETTERS, DIGITAL, SEPARATION, WORKPLACE, FENCE };

/** A story for a case between two people who stand in this relationship. */
export function arcFor(random: Random, relationship: Relationship): Arc {
  return arcs[random.weighted(conduct.arcs[relationship])];
}
