import type { BundleRecord } from './bundle-record';
import type { Day } from './calendar';
import { Scene } from './story-scene';
import { consideredAndRefused, guidanceNotInForce, possiblyMislabelled, unchargedCourse } from './story-charging';
import { repeatHighHarm } from './story-people';
import { breachChargedAlone, breachNotActioned, orderExpiring, riskNotReassessed } from './story-orders';

/**
 * Hand-composed cases, one for each behaviour rule and one against, told so that a reader knows beforehand which flag
 * to expect. Their days count back from the world's day, except where guidance of a certain date matters.
 */
export function* stories(asAt: Day): Generator<BundleRecord> {
  yield* unchargedCourse(new Scene('uncharged-course', asAt, '05', 'MERSEY_CHESHIRE'));
  yield* breachChargedAlone(new Scene('breach-charged-alone', asAt, '06', 'NORTH_WEST'));
  yield* breachNotActioned(new Scene('breach-not-actioned', asAt, '20', 'WEST_MIDLANDS'));
  yield* riskNotReassessed(new Scene('risk-not-reassessed', asAt, '44', 'WESSEX'));
  yield* orderExpiring(new Scene('order-expiring', asAt, '62', 'CYMRU_WALES'));
  yield* possiblyMislabelled(new Scene('possibly-mislabelled', asAt, '13', 'YORKSHIRE_AND_HUMBERSIDE'));
  yield* repeatHighHarm(new Scene('repeat-high-harm', asAt, '01', 'LONDON_SOUTH'));
  yield* guidanceNotInForce(new Scene('guidance-not-in-force', asAt, '46', 'SOUTH_EAST'));
  yield* consideredAndRefused(new Scene('considered-and-refused', asAt, '50', 'SOUTH_WEST'));
}
