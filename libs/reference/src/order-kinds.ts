import { BehaviourCode } from './behaviours';

/** A protective order, or a notice or set of conditions that protects as one does. */
export enum OrderKind {
  SPO = 'SPO',
  INTERIM_SPO = 'INTERIM_SPO',
  RO_CONVICTION = 'RO_CONVICTION',
  RO_ACQUITTAL = 'RO_ACQUITTAL',
  NMO = 'NMO',
  DVPN = 'DVPN',
  DVPO = 'DVPO',
  DAPN = 'DAPN',
  DAPO = 'DAPO',
  CIVIL_INJUNCTION = 'CIVIL_INJUNCTION',
  BAIL_CONDITIONS = 'BAIL_CONDITIONS',
}

/** One description for each order kind. */
export const orderKindTitles: Record<OrderKind, string> = {
  [OrderKind.SPO]: 'Stalking protection order',
  [OrderKind.INTERIM_SPO]: 'Interim stalking protection order',
  [OrderKind.RO_CONVICTION]: 'Restraining order on conviction',
  [OrderKind.RO_ACQUITTAL]: 'Restraining order on acquittal',
  [OrderKind.NMO]: 'Non-molestation order',
  [OrderKind.DVPN]: 'Domestic violence protection notice',
  [OrderKind.DVPO]: 'Domestic violence protection order',
  [OrderKind.DAPN]: 'Domestic abuse protection notice',
  [OrderKind.DAPO]: 'Domestic abuse protection order',
  [OrderKind.CIVIL_INJUNCTION]: 'Civil injunction against harassment',
  [OrderKind.BAIL_CONDITIONS]: 'Conditions of bail',
};

/**
 * The provision under which each kind is made today; null where conditions rest on several. Restraining orders on
 * conviction before 1 December 2020 were made under Protection from Harassment Act 1997 s.5.
 */
export const orderKindStatutes: Record<OrderKind, string | null> = {
  [OrderKind.SPO]: 'Stalking Protection Act 2019 ss.1–2',
  [OrderKind.INTERIM_SPO]: 'Stalking Protection Act 2019 s.5',
  [OrderKind.RO_CONVICTION]: 'Sentencing Act 2020 s.360',
  [OrderKind.RO_ACQUITTAL]: 'Protection from Harassment Act 1997 s.5A',
  [OrderKind.NMO]: 'Family Law Act 1996 s.42',
  [OrderKind.DVPN]: 'Crime and Security Act 2010 ss.24–28',
  [OrderKind.DVPO]: 'Crime and Security Act 2010 ss.24–28',
  [OrderKind.DAPN]: 'Domestic Abuse Act 2021 ss.22–39',
  [OrderKind.DAPO]: 'Domestic Abuse Act 2021 ss.22–39',
  [OrderKind.CIVIL_INJUNCTION]: 'Protection from Harassment Act 1997 s.3',
  [OrderKind.BAIL_CONDITIONS]: null,
};

/** The behaviour that a breach of such an order is. */
export function breachBehaviourOf(kind: OrderKind): BehaviourCode {
  switch (kind) {
    case OrderKind.SPO:
    case OrderKind.INTERIM_SPO:
      return BehaviourCode.BREACH_SPO;
    case OrderKind.RO_CONVICTION:
    case OrderKind.RO_ACQUITTAL:
      return BehaviourCode.BREACH_RO;
    case OrderKind.NMO:
      return BehaviourCode.BREACH_NMO;
    case OrderKind.DVPN:
    case OrderKind.DVPO:
      return BehaviourCode.BREACH_DVPO;
    case OrderKind.DAPN:
    case OrderKind.DAPO:
      return BehaviourCode.BREACH_DAPO;
    case OrderKind.CIVIL_INJUNCTION:
      return BehaviourCode.BREACH_INJUNCTION;
    case OrderKind.BAIL_CONDITIONS:
      return BehaviourCode.BREACH_BAIL;
  }
}

/** A court result or an application about an order. `orderKind` is null where the code does not tell the kind. */
export interface OrderCode {
  code: string;
  /** A short description of ours, not the official wording. */
  title: string;
  orderKind: OrderKind | null;
  source: string;
  verified: boolean;
}

const { SPO, INTERIM_SPO, RO_CONVICTION, RO_ACQUITTAL, DVPO, DAPN, DAPO } = OrderKind;

const result = (code: string, orderKind: OrderKind | null, title: string): OrderCode => ({
  code,
  title,
  orderKind,
  source: 'Court result table, bichard7-next-data',
  verified: true,
});

/** Court results that make, vary or end an order. */
export const resultCodes: readonly OrderCode[] = [
  // Acquittal has a code of its own, so this one is read as conviction.
  result('3047', RO_CONVICTION, 'Restraining order'),
  result('3260', RO_ACQUITTAL, 'Restraining order on acquittal'),
  result('3263', null, 'Restraining order varied or discharged'),
  result('3306', INTERIM_SPO, 'Interim stalking protection order'),
  result('3307', SPO, 'Stalking protection order'),
  result('3326', DAPO, 'Domestic abuse protection order'),
  result('3081', null, 'Restraining order for a sexual offence (legacy)'),
];

const application = (code: string, orderKind: OrderKind | null, title: string): OrderCode => ({
  code,
  title,
  orderKind,
  source: 'CJS offence table, bichard7-next-data',
  verified: true,
});

/** Applications and steps in the CJS offence table: proceedings about an order, never offences. */
export const applicationCodes: readonly OrderCode[] = [
  application('PH97501', null, 'To vary a restraining order'),
  application('PH97502', null, 'To discharge a restraining order'),
  application('PH97503', RO_ACQUITTAL, 'To consider a restraining order on acquittal'),
  application('PH97504', RO_ACQUITTAL, 'To vary a restraining order made on acquittal'),
  application('PH97505', RO_ACQUITTAL, 'To discharge a restraining order made on acquittal'),
  application('SE20559', RO_CONVICTION, 'To vary a restraining order made on conviction'),
  application('SE20560', RO_CONVICTION, 'To discharge a restraining order made on conviction'),
  application('ST19501', SPO, 'For a stalking protection order'),
  application('ST19502', SPO, 'To vary a stalking protection order'),
  application('ST19503', SPO, 'To renew a stalking protection order'),
  application('ST19504', SPO, 'To discharge a stalking protection order'),
  application('ST19505', INTERIM_SPO, 'To vary an interim stalking protection order'),
  application('ST19506', INTERIM_SPO, 'To renew an interim stalking protection order'),
  application('ST19507', INTERIM_SPO, 'To discharge an interim stalking protection order'),
  application('DA21501', DAPO, 'By police for a domestic abuse protection order, without notice'),
  application('DA21502', DAPO, 'By police for a domestic abuse protection order, with notice'),
  application('DA21503', DAPN, 'Arrest for breach of a domestic abuse protection notice'),
  application('DA21504', DAPO, 'Adjournment of an application for a domestic abuse protection order'),
  application('DA21505', DAPO, 'To consider a domestic abuse protection order on acquittal'),
  application('DA21506', DAPO, 'To vary a domestic abuse protection order that police obtained'),
  application('DA21507', DAPO, 'To vary a domestic abuse protection order that a third party obtained'),
  application('DA21508', DAPO, 'To discharge a domestic abuse protection order that police obtained'),
  application('DA21509', DAPO, 'To discharge a domestic abuse protection order that a third party obtained'),
  application('CS10501', DVPO, 'For a domestic violence protection order'),
];

const resultsByCode = new Map(resultCodes.map((known) => [known.code, known]));
const applicationsByCode = new Map(applicationCodes.map((known) => [known.code, known]));

/** The court result about an order with this code, or undefined where the result is about something else. */
export const findResultCode = (code: string): OrderCode | undefined => resultsByCode.get(code);

/** The application about an order with this code, or undefined where the code is not one. */
export const findApplicationCode = (code: string): OrderCode | undefined => applicationsByCode.get(code);
