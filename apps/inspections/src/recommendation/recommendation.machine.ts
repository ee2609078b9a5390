import type { Machine } from '@throughline/subgraph';
import type { RecommendationStatus } from './recommendation.model';

/** Where a recommendation stands: `NONE` until its owner has said anything of it. */
export type RecommendationState = RecommendationStatus | 'NONE';

/** Moves of a recommendation, each named by the status that it leads to. */
export const recommendationMachine: Machine<RecommendationState, RecommendationStatus> = {
  ACCEPTED: { from: ['NONE', 'REJECTED'], to: 'ACCEPTED', law: 'the owner’s response to the report' },
  IN_PROGRESS: {
    from: ['ACCEPTED', 'IN_PROGRESS', 'COMPLETE'],
    to: 'IN_PROGRESS',
    law: 'work begins on what was accepted, goes on, or is taken up again',
  },
  COMPLETE: { from: ['ACCEPTED', 'IN_PROGRESS'], to: 'COMPLETE', law: 'what is done was accepted first' },
  REJECTED: { from: ['NONE', 'ACCEPTED'], to: 'REJECTED', law: 'the owner’s response to the report' },
  SUPERSEDED: { from: ['ACCEPTED', 'IN_PROGRESS'], to: 'SUPERSEDED', law: 'what is overtaken was still to be done' },
};
