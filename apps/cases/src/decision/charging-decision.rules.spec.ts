import { OffenceFamily } from '@throughline/reference';
import { PROSECUTORS_ONLY, actionOf, againstDeciding } from './charging-decision.rules';

const byPolice = { kind: 'CHARGE', outcome: 'CHARGE', decidedBy: 'POLICE' } as const;
const families = (...all: OffenceFamily[]) => all.map((family) => ({ family }));
const PLAIN = { domestic: false };

describe('the police may not charge', () => {
  it.each(PROSECUTORS_ONLY.map((family) => [family]))('%s', (family) => {
    const because = againstDeciding({ ...byPolice, considered: families(OffenceFamily.ASSAULT, family) }, PLAIN);
    expect(because).toEqual([
      `A prosecutor, not the police, decides whether to charge ${family} (Director’s Guidance on Charging).`,
    ]);
  });

  it('domestic abuse, whatever the family', () => {
    const because = againstDeciding({ ...byPolice, considered: [] }, { domestic: true });
    expect(because).toEqual([expect.stringContaining('domestic abuse (Director’s Guidance on Charging)')]);
  });
});

it.each([
  ['another family, by the police', { considered: families(OffenceFamily.CRIMINAL_DAMAGE) }],
  ['stalking, by a prosecutor', { considered: families(OffenceFamily.STALKING), decidedBy: 'CPS' }],
  ['stalking, by the police, but not to charge', { considered: families(OffenceFamily.STALKING), outcome: 'CONTINUE' }],
] as const)('nothing is against %s', (_what, decided) => {
  expect(againstDeciding({ ...byPolice, ...decided, considered: [...decided.considered] }, PLAIN)).toEqual([]);
});

it.each([{ evidentialStageMet: false }, { publicInterestStageMet: false }])(
  'nobody is charged where a stage is not met: %j',
  (stages) => {
    const decided = { ...byPolice, decidedBy: 'CPS', considered: [], ...stages } as const;
    expect(againstDeciding(decided, PLAIN)).toEqual([expect.stringContaining('Code for Crown Prosecutors')]);
  },
);

describe('a decision', () => {
  const alone = { suspectIds: ['a'], stage: 'REFERRED' } as const;
  const two = { suspectIds: ['a', 'b'], stage: 'REFERRED' } as const;
  const charged = { suspectIds: ['a', 'b'], stage: 'CHARGED' } as const;
  const nfa = { suspectId: 'a', kind: 'CHARGE', outcome: 'NFA_EVIDENTIAL' } as const;
  const stop = { suspectId: 'a', kind: 'DISCONTINUANCE', outcome: 'STOP' } as const;
  const open = (suspectId: string) => ({ suspectId, verdict: null, disposedOn: null });

  it.each([
    ['ends a case of one suspect', nfa, alone, [], [], 'TAKE_NO_FURTHER_ACTION'],
    ['leaves a case with another suspect', nfa, two, [], [], 'DECIDE'],
    [
      'ends a case when the other’s was the same',
      nfa,
      two,
      [{ suspectId: 'b', outcome: 'NFA_PUBLIC_INTEREST' }],
      [],
      'TAKE_NO_FURTHER_ACTION',
    ],
    [
      'leaves a case when the other’s came out otherwise later',
      nfa,
      two,
      [
        { suspectId: 'b', outcome: 'NFA_EVIDENTIAL' },
        { suspectId: 'b', outcome: 'CHARGE' },
      ],
      [],
      'DECIDE',
    ],
    ['stops a case', stop, charged, [], [open('a')], 'STOP'],
    ['does not stop a case in which another is charged', stop, charged, [], [open('a'), open('b')], 'DECIDE'],
    [
      'does not stop a case that has a conviction',
      stop,
      charged,
      [],
      [open('a'), { suspectId: 'b', verdict: 'GUILTY', disposedOn: '2024-01-01' }],
      'DECIDE',
    ],
    [
      'upholds what was decided',
      { ...nfa, kind: 'VICTIM_RIGHT_TO_REVIEW' },
      { ...alone, stage: 'NFA' },
      [],
      [],
      'REVIEW',
    ],
    [
      'overturns what was decided',
      { ...nfa, kind: 'REVIEW', outcome: 'CHARGE' },
      { ...alone, stage: 'NFA' },
      [],
      [],
      'REVIEW',
    ],
    ['lets a case go on', { ...nfa, outcome: 'CONTINUE' }, alone, [], [], 'DECIDE'],
  ] as const)('%s', (_what, decision, ofCase, earlier, charges, action) => {
    expect(actionOf(decision, { ...ofCase, suspectIds: [...ofCase.suspectIds] }, earlier, charges)).toBe(action);
  });
});
