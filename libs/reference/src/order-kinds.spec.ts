import { BehaviourCode, DayToDayEffect, behaviourTitles, dayToDayEffectTitles } from './behaviours';
import { findOffence } from './offences';
import {
  OrderKind,
  applicationCodes,
  breachBehaviourOf,
  findApplicationCode,
  findResultCode,
  orderKindStatutes,
  orderKindTitles,
  resultCodes,
} from './order-kinds';

test('the breach of each order kind is one behaviour', () => {
  expect(Object.fromEntries(Object.values(OrderKind).map((kind) => [kind, breachBehaviourOf(kind)]))).toEqual({
    SPO: 'BREACH_SPO',
    INTERIM_SPO: 'BREACH_SPO',
    RO_CONVICTION: 'BREACH_RO',
    RO_ACQUITTAL: 'BREACH_RO',
    NMO: 'BREACH_NMO',
    DVPN: 'BREACH_DVPO',
    DVPO: 'BREACH_DVPO',
    DAPN: 'BREACH_DAPO',
    DAPO: 'BREACH_DAPO',
    CIVIL_INJUNCTION: 'BREACH_INJUNCTION',
    BAIL_CONDITIONS: 'BREACH_BAIL',
  });
});

test('every breach behaviour is the breach of some order kind', () => {
  const breaches = Object.values(BehaviourCode).filter((code) => code.startsWith('BREACH_'));
  expect(new Set(Object.values(OrderKind).map(breachBehaviourOf))).toEqual(new Set(breaches));
});

test('enum names equal their values, and each value has a title of its own', () => {
  for (const [values, titles] of [
    [BehaviourCode, behaviourTitles],
    [DayToDayEffect, dayToDayEffectTitles],
    [OrderKind, orderKindTitles],
  ] as const) {
    for (const [name, value] of Object.entries(values)) expect(name).toBe(value);
    expect(new Set(Object.values(titles)).size).toBe(Object.keys(values).length);
  }
});

test('each act associated with stalking cites its paragraph of s.2A(3)', () => {
  for (const letter of ['A', 'B', 'C', 'D', 'E', 'F', 'G'] as const) {
    const paragraph = `Protection from Harassment Act 1997 s.2A(3)(${letter.toLowerCase()})`;
    expect(behaviourTitles[BehaviourCode[`S2A_${letter}`]]).toContain(paragraph);
  }
});

test('only bail conditions rest on no single provision', () => {
  expect(Object.values(OrderKind).filter((kind) => orderKindStatutes[kind] === null)).toEqual(['BAIL_CONDITIONS']);
});

test('court results tell the order made, where they can', () => {
  expect(Object.fromEntries(resultCodes.map(({ code, orderKind }) => [code, orderKind]))).toEqual({
    3047: 'RO_CONVICTION',
    3260: 'RO_ACQUITTAL',
    3263: null,
    3306: 'INTERIM_SPO',
    3307: 'SPO',
    3326: 'DAPO',
    3081: null,
  });
  expect(findResultCode('3307')?.title).toBe('Stalking protection order');
  expect(findResultCode('9999')).toBeUndefined();
});

test('applications are known as applications and never as offences', () => {
  expect(applicationCodes).toHaveLength(24);
  expect(new Set(applicationCodes.map(({ code }) => code)).size).toBe(24);
  for (const { code } of applicationCodes) expect(findOffence(code)).toBeUndefined();
  expect(findApplicationCode('ST19503')?.orderKind).toBe('SPO');
  expect(findApplicationCode('ST19001')).toBeUndefined();
});
