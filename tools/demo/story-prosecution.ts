import type { CaseRecord, ChargeRecord, IncidentRecord } from './bundle-record';
import type { Scene } from './story-scene';

/** A decision to charge on the Full Code Test. */
export const FULL_CODE_CHARGE = {
  kind: 'CHARGE',
  test: 'FULL_CODE',
  evidentialStageMet: true,
  publicInterestStageMet: true,
  outcome: 'CHARGE',
} as const;
/** What a decision after April 2023 rightly cites. */
export const CURRENT_GUIDANCE = [{ key: 'cps-stalking-or-harassment', version: '2023-04-24' }];

/** A charge of so many days ago and, where a court has disposed of it, of a conviction. */
export interface ChargeFacts {
  offence: string;
  ago: number;
  incidents: readonly IncidentRecord[];
  convictedAgo?: number;
}

/** Charges the one suspect of a case with conduct towards its one victim. */
export function chargeConduct(scene: Scene, file: CaseRecord, facts: ChargeFacts): ChargeRecord {
  const { offence, ago, incidents, convictedAgo } = facts;
  const [suspect] = file.suspects;
  if (suspect === undefined) throw new RangeError(`nobody in ${file.ref}`);
  const result: Partial<ChargeRecord> =
    convictedAgo === undefined
      ? { plea: 'NONE' }
      : { plea: 'G', verdict: 'GUILTY', disposedOn: scene.ago(convictedAgo) };
  return scene.add('charge', file.source, `charge-${offence}`, {
    case: file.ref,
    suspect,
    victim: file.victims[0],
    offence,
    chargedOn: scene.ago(ago),
    incidents: incidents.map(({ ref }) => ref),
    ...result,
  });
}
