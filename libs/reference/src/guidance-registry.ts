import { OffenceFamily as Family, isBreachFamily } from './offence-family';
import { OrderKind as Order } from './order-kinds';

/** One version of a guidance document, so that a decision is judged by what was in force on its day. */
export interface GuidanceSeed {
  /** The same for all versions of a document. */
  key: string;
  version: string;
  title: string;
  publisher: string;
  /** First day, YYYY-MM-DD; the first of the month where only the month is known. */
  inForceFrom: string;
  /** Last day; null where the next version that is not minor ends it, or nothing has yet. */
  inForceTo: string | null;
  datePrecision: 'DAY' | 'MONTH';
  /** Offence families, order kinds, `CHARGING`, `RECORDING`. */
  topics: readonly string[];
  /** A minor revision or companion: it does not end the version before it. */
  minor: boolean;
  source: string;
  verified: boolean;
}

type Version = Pick<GuidanceSeed, 'version' | 'inForceFrom'> & Partial<GuidanceSeed>;

const versionsOf = (
  document: Pick<GuidanceSeed, 'key' | 'title' | 'publisher' | 'topics' | 'source'>,
  versions: readonly Version[],
): GuidanceSeed[] =>
  versions.map((version) => ({
    ...document,
    inForceTo: null,
    // A version named by its month is known by its month.
    datePrecision: /^\d{4}-\d{2}$/.test(version.version) ? 'MONTH' : 'DAY',
    minor: false,
    verified: true,
    ...version,
  }));

const stalkingAndHarassment = [
  Family.HARASSMENT,
  Family.STALKING,
  Family.HARASSMENT_FEAR,
  Family.STALKING_FEAR,
  Family.STALKING_SERIOUS_ALARM,
];

const breaches = Object.values(Family).filter(isBreachFamily);

/**
 * Guidance known by public documents. Left out, because a start would have to be made up: the CPS "Stalking and
 * Harassment" guidance that ran until 23 April 2023, and the police–CPS protocol of 2014, known by its year alone.
 * A decision in their time finds no guidance of that key, rather than the wrong one.
 */
export const guidanceRegistry: readonly GuidanceSeed[] = [
  ...versionsOf(
    {
      key: 'cps-stalking-or-harassment',
      title: 'Stalking or Harassment: prosecution guidance',
      publisher: 'CPS',
      topics: [...stalkingAndHarassment, 'CHARGING'],
      source: 'CPS prosecution guidance page',
    },
    [
      { version: '2023-04-24', inForceFrom: '2023-04-24' },
      { version: '2023-10-06', inForceFrom: '2023-10-06', minor: true },
    ],
  ),
  ...versionsOf(
    {
      key: 'cps-restraining-orders',
      title: 'Restraining Orders: prosecution guidance',
      publisher: 'CPS',
      topics: [Order.RO_CONVICTION, Order.RO_ACQUITTAL, Family.BREACH_RESTRAINING_ORDER],
      source: 'CPS prosecution guidance page',
    },
    [
      { version: '2019-12-03', inForceFrom: '2019-12-03' },
      { version: '2022-06-22', inForceFrom: '2022-06-22' },
      // Promised for January 2025; the day it came into force is not known.
      { version: '2025-01', inForceFrom: '2025-01-01', verified: false },
    ],
  ),
  ...versionsOf(
    {
      key: 'directors-guidance-on-charging',
      title: "Director's Guidance on Charging",
      publisher: 'CPS',
      topics: ['CHARGING'],
      source: "Director's Guidance (Police and Criminal Evidence Act 1984 s.37A)",
    },
    [
      {
        version: 'DG5',
        title: "Director's Guidance on Charging, fifth edition",
        inForceFrom: '2013-05-01',
        inForceTo: '2020-12-30',
        datePrecision: 'MONTH',
      },
      { version: 'DG6', title: "Director's Guidance on Charging, sixth edition", inForceFrom: '2020-12-31' },
      // A condensed guide that stands beside the sixth edition.
      {
        version: 'DG6-condensed-2025-07',
        title: "Director's Guidance on Charging, sixth edition: condensed guide",
        inForceFrom: '2025-07-01',
        datePrecision: 'MONTH',
        minor: true,
      },
    ],
  ),
  ...versionsOf(
    {
      key: 'police-cps-protocol',
      title: 'Protocol between police and CPS on stalking or harassment',
      publisher: 'NPCC and CPS',
      topics: [...stalkingAndHarassment, 'CHARGING'],
      source: 'Police–CPS protocol',
    },
    [{ version: '2018-05-23', inForceFrom: '2018-05-23' }],
  ),
  ...versionsOf(
    {
      key: 'spo-statutory-guidance',
      title: 'Stalking protection orders: statutory guidance for police',
      publisher: 'Home Office',
      topics: [Order.SPO, Order.INTERIM_SPO, Family.BREACH_SPO],
      source: 'Home Office statutory guidance',
    },
    [
      { version: '2021-01', inForceFrom: '2021-01-01' },
      { version: '2024-04', inForceFrom: '2024-04-01' },
    ],
  ),
  ...versionsOf(
    {
      key: 'dapo-guidance',
      title: 'Domestic abuse protection notices and orders: guidance',
      publisher: 'Home Office',
      topics: [Order.DAPN, Order.DAPO, Family.BREACH_DAPO],
      source: 'Home Office guidance',
    },
    [{ version: '2024-11-27', inForceFrom: '2024-11-27' }],
  ),
  ...versionsOf(
    {
      key: 'crime-recording-rules',
      title: 'Crime recording and counting rules: stalking, harassment and related offences',
      publisher: 'Home Office',
      topics: [...stalkingAndHarassment, Family.COERCIVE_CONTROL, Family.MALICIOUS_COMMUNICATIONS, 'RECORDING'],
      source: 'Home Office counting rules, as described with the published crime statistics',
    },
    [
      { version: '2014-04', inForceFrom: '2014-04-01' },
      { version: '2015-04', inForceFrom: '2015-04-01' },
      { version: '2018-04', inForceFrom: '2018-04-01' },
      { version: '2020-04-01', inForceFrom: '2020-04-01' },
    ],
  ),
  ...versionsOf(
    {
      key: 'domestic-abuse-joint-justice-plan',
      title: 'Domestic Abuse Joint Justice Plan',
      publisher: 'CPS and NPCC',
      topics: [...stalkingAndHarassment, ...breaches, 'CHARGING'],
      source: 'Domestic Abuse Joint Justice Plan',
    },
    [{ version: '2024-11', inForceFrom: '2024-11-01' }],
  ),
];
