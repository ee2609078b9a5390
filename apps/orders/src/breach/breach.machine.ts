import { type Machine, enumeration } from '@throughline/subgraph';
import type { BreachState } from './breach.model';

export const BreachAction = enumeration('BreachAction', 'What can be done about a breach.', {
  CRIME: 'Record it as a crime.',
  INVESTIGATE: 'Investigate it.',
  REFER: 'Refer it to a prosecutor.',
  CHARGE: 'Record that it was charged.',
  DROP: 'Take no further action.',
  CONVICT: 'Record a conviction.',
  ACQUIT: 'Record an acquittal.',
  REOPEN: 'Take it up again.',
});
export type BreachAction = keyof typeof BreachAction;

const OPEN = ['REPORTED', 'CRIMED', 'INVESTIGATED', 'REFERRED'] as const;

/** Moves of a breach. The offence is in the statute of its order: Stalking Protection Act 2019 s.8, Sentencing Act 2020 s.363 and their like. */
export const breachMachine: Machine<BreachState, BreachAction> = {
  CRIME: { from: ['REPORTED'], to: 'CRIMED', law: 'Home Office counting rules: a report of a breach is recorded' },
  INVESTIGATE: { from: ['REPORTED', 'CRIMED'], to: 'INVESTIGATED', law: 'police investigation' },
  REFER: { from: ['CRIMED', 'INVESTIGATED'], to: 'REFERRED', law: 'Director’s Guidance on Charging' },
  CHARGE: { from: [...OPEN], to: 'CHARGED', law: 'Police and Criminal Evidence Act 1984 s.37A' },
  DROP: { from: [...OPEN, 'CHARGED'], to: 'NFA', law: 'Code for Crown Prosecutors' },
  CONVICT: { from: ['CHARGED'], to: 'CONVICTED', law: 'verdict of the court' },
  ACQUIT: { from: ['CHARGED'], to: 'ACQUITTED', law: 'verdict of the court' },
  REOPEN: { from: ['NFA'], to: 'INVESTIGATED', law: 'victims’ right to review' },
};
