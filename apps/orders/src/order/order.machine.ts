import { type Machine, enumeration } from '@throughline/subgraph';
import type { OrderState } from './order.model';

export const OrderAction = enumeration('OrderAction', 'What can be done to an order.', {
  APPLY: 'Apply for it.',
  INTERIM: 'Record that the court made an interim order.',
  MAKE: 'Record that the court made it.',
  REFUSE: 'Record that the court refused it.',
  WITHDRAW: 'Withdraw the application.',
  SERVE: 'Record that it was served.',
  VARY: 'Record that the court varied its terms.',
  APPLY_TO_RENEW: 'Apply for its renewal.',
  RENEW: 'Record that the court renewed it.',
  APPEAL: 'Record that it was appealed against.',
  QUASH: 'Record that it was set aside on appeal.',
  DISCHARGE: 'Record that the court discharged it.',
  EXPIRE: 'Record that its term has ended.',
});
export type OrderAction = keyof typeof OrderAction;

/** Moves of an order. Kinds differ in who applies to which court; the moves themselves they share. */
export const orderMachine: Machine<OrderState, OrderAction> = {
  APPLY: { from: ['DRAFT'], to: 'APPLIED', law: 'Stalking Protection Act 2019 s.1' },
  INTERIM: { from: ['APPLIED'], law: 'Stalking Protection Act 2019 s.5' },
  MAKE: { from: ['DRAFT', 'APPLIED'], to: 'MADE', law: 'Stalking Protection Act 2019 s.2; Sentencing Act 2020 s.360' },
  REFUSE: { from: ['APPLIED'], to: 'REFUSED', law: 'Stalking Protection Act 2019 s.7' },
  WITHDRAW: { from: ['DRAFT', 'APPLIED'], to: 'WITHDRAWN', law: 'the applicant’s choice' },
  SERVE: { from: ['MADE'], to: 'IN_FORCE', law: 'Stalking Protection Act 2019 s.9: duties run from service' },
  VARY: {
    from: ['IN_FORCE', 'VARIED'],
    to: 'VARIED',
    law: 'Stalking Protection Act 2019 s.4; Sentencing Act 2020 s.361',
  },
  APPLY_TO_RENEW: { from: ['IN_FORCE', 'VARIED'], law: 'Stalking Protection Act 2019 s.4' },
  RENEW: { from: ['IN_FORCE', 'VARIED'], law: 'Stalking Protection Act 2019 s.4' },
  APPEAL: { from: ['MADE', 'IN_FORCE', 'VARIED'], law: 'Stalking Protection Act 2019 s.7' },
  QUASH: { from: ['MADE', 'IN_FORCE', 'VARIED'], to: 'QUASHED', law: 'Stalking Protection Act 2019 s.7' },
  DISCHARGE: {
    from: ['MADE', 'IN_FORCE', 'VARIED'],
    to: 'DISCHARGED',
    law: 'Stalking Protection Act 2019 s.4; Sentencing Act 2020 s.361',
  },
  EXPIRE: { from: ['IN_FORCE', 'VARIED'], to: 'EXPIRED', law: 'the term of the order' },
};
