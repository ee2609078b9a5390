import type { OrderKind } from './bundle-record';
import { addYears, type Day } from './calendar';
import type { Random } from './random';

/** What the law and the courts' practice say about a kind of order, as far as the demo needs it. */
export interface OrderTerms {
  /** Notices and bail are given by the police here; everything else is made by a court. */
  madeBy: 'hmcts' | 'police';
  /** Last day of an order with a term, or undefined where another event ends it. */
  lastDay?: (random: Random, made: Day) => Day;
  mayBeIndefinite: boolean;
  /** Restraining orders prohibit and cannot require (Sentencing Act 2020 s.359). */
  mayRequire: boolean;
  mayBeRenewed: boolean;
  applicationCode?: string;
  resultCode?: string;
  variationCode?: string;
  dischargeCode?: string;
}

/** A stalking protection order runs for at least two years (Stalking Protection Act 2019 s.3). */
const twoYearsOrMore = (random: Random, made: Day): Day => addYears(made, random.pick([2, 2, 2, 3, 5]));
const years = (low: number, high: number) => (random: Random, made: Day) => addYears(made, random.between(low, high));
const days = (low: number, high: number) => (random: Random, made: Day) => made + random.between(low, high);

const court: Pick<OrderTerms, 'madeBy' | 'mayBeIndefinite' | 'mayRequire' | 'mayBeRenewed'> = {
  madeBy: 'hmcts',
  mayBeIndefinite: true,
  mayRequire: false,
  mayBeRenewed: true,
};
const notice: Pick<OrderTerms, 'madeBy' | 'mayBeIndefinite' | 'mayRequire' | 'mayBeRenewed'> = {
  madeBy: 'police',
  mayBeIndefinite: false,
  mayRequire: false,
  mayBeRenewed: false,
};

/** Terms by kind; the codes are those of the court result and application tables. */
export const orderTerms: Record<OrderKind, OrderTerms> = {
  SPO: {
    ...court,
    lastDay: twoYearsOrMore,
    mayRequire: true,
    applicationCode: 'ST19501',
    resultCode: '3307',
    variationCode: 'ST19502',
    dischargeCode: 'ST19504',
  },
  INTERIM_SPO: {
    ...court,
    lastDay: days(42, 84),
    mayBeIndefinite: false,
    mayBeRenewed: false,
    resultCode: '3306',
  },
  RO_CONVICTION: {
    ...court,
    lastDay: years(1, 5),
    mayBeRenewed: false,
    resultCode: '3047',
    variationCode: 'SE20559',
    dischargeCode: 'SE20560',
  },
  RO_ACQUITTAL: {
    ...court,
    lastDay: years(1, 3),
    mayBeRenewed: false,
    applicationCode: 'PH97503',
    resultCode: '3260',
    variationCode: 'PH97504',
    dischargeCode: 'PH97505',
  },
  NMO: { ...court, lastDay: days(180, 365) },
  DVPN: { ...notice, lastDay: days(2, 2) },
  DVPO: { ...court, lastDay: days(14, 28), mayBeIndefinite: false, mayBeRenewed: false, applicationCode: 'CS10501' },
  DAPN: { ...notice, lastDay: days(2, 2) },
  DAPO: {
    ...court,
    lastDay: years(1, 2),
    mayRequire: true,
    applicationCode: 'DA21501',
    resultCode: '3326',
    variationCode: 'DA21506',
    dischargeCode: 'DA21508',
  },
  CIVIL_INJUNCTION: { ...court, lastDay: years(1, 2) },
  BAIL_CONDITIONS: { ...notice },
};

/** Stalking protection orders exist since 20 January 2020. */
export const SPO_BEGINS = '2020-01-20';
/** Domestic abuse protection notices and orders: pilot areas only, since 27 November 2024. */
export const DAPO_BEGINS = '2024-11-27';
export const DAPO_FORCES: readonly string[] = ['06', '01'];
