import type { ProgressFragment } from '@throughline/client';

/** How far a sample has come, in a few words. */
export const inShort = ({ examined, outstanding, unavailable }: ProgressFragment): string =>
  `${examined} examined, ${outstanding} to go${unavailable > 0 ? `, ${unavailable} not to be had` : ''}`;

/** The same in full, as names and values. */
export const inFull = (progress: ProgressFragment): [string, number][] => [
  ['Files', progress.files],
  ['Of these in the place of others', progress.replacements],
  ['Not to be had', progress.unavailable],
  ['Examined', progress.examined],
  ['Examined by two', progress.examinedTwice],
  ['Settled by moderation', progress.moderated],
  ['Still to be examined', progress.outstanding],
];
