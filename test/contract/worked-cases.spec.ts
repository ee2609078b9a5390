import path from 'node:path';
import { evaluate } from '../../tools/evaluate/evaluate';
import { workedCases } from '../../tools/evaluate/worked-case';
import { aGraph } from '../support';
import { describeShared, shared } from './shared';

async function agreement(folder: string) {
  const cases = workedCases(folder);
  await using graph = await aGraph();
  const { suspects, outcomes, disagreements } = await evaluate(graph.door, cases);
  expect(disagreements).toEqual([]);
  return { cases: cases.length, suspects, of: outcomes.filter(({ expected }) => expected > 0).map(({ of }) => of) };
}

const RULES = [
  'BREACH_CHARGED_ALONE',
  'BREACH_NOT_ACTIONED',
  'COURSE_OF_CONDUCT',
  'GUIDANCE_NOT_IN_FORCE',
  'ORDER_EXPIRING',
  'POSSIBLY_MISLABELLED',
  'REPEAT_HIGH_HARM',
  'RISK_NOT_REASSESSED',
  'UNCHARGED_COURSE_OF_CONDUCT',
];

describe('worked cases, asked through the gateway', () => {
  it('agree at the boundaries of every rule', async () => {
    const { suspects, of } = await agreement(path.resolve(__dirname, '../worked-cases'));
    expect(suspects).toBeGreaterThan(150);
    expect(of).toEqual(RULES);
  });
});

describeShared('the worked cases of the contract', () => {
  it('agree in flags, severities, variants, missing families, courses of conduct and time limits', async () => {
    const { cases, of } = await agreement(path.join(shared, 'contract/scenarios'));
    expect(cases).toBeGreaterThan(0);
    expect(of).toEqual(RULES);
  });
});
