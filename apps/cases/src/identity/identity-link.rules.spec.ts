import fc from 'fast-check';
import { type Decided, againstDeciding } from './identity-link.rules';

const link = (id: string, aId: string, bId: string, decision: Decided['decision'] = 'SAME'): Decided => ({
  id,
  aId,
  bId,
  decision,
  decidedBy: 'bureau',
});

describe('a decision about two records', () => {
  it('needs two of them', () => {
    expect(againstDeciding([], 'a', 'a', 'SAME')).toEqual([
      'A record is always the same as itself: a decision needs two records.',
    ]);
  });

  it('may be made where nothing stands, or something about others', () => {
    for (const decision of ['SAME', 'DIFFERENT'] as const) {
      expect(againstDeciding([], 'a', 'b', decision)).toEqual([]);
      expect(againstDeciding([link('1', 'a', 'c', 'DIFFERENT'), link('2', 'b', 'd')], 'a', 'b', decision)).toEqual([]);
    }
  });

  it.each([
    ['SAME', 'SAME', 'That was decided already: decision 1 by bureau says that suspects b and a are the same.'],
    ['DIFFERENT', 'SAME', 'It contradicts a decision about the same two records: decision 1 by bureau'],
    ['SAME', 'DIFFERENT', 'It contradicts a decision about the same two records: decision 1 by bureau'],
  ] as const)('that stands as %s is not made again as %s, whichever way round', (standing, decision, because) => {
    expect(againstDeciding([link('1', 'b', 'a', standing)], 'a', 'b', decision)).toEqual([
      expect.stringContaining(because),
    ]);
  });

  it('may confirm what others lead to', () => {
    expect(againstDeciding([link('1', 'a', 'c'), link('2', 'c', 'b')], 'a', 'b', 'SAME')).toEqual([]);
  });

  it('may not join people of whom two are decided to differ, and names that decision', () => {
    const links = [link('1', 'a', 'c'), link('2', 'd', 'b'), link('3', 'd', 'c', 'DIFFERENT')];
    expect(againstDeciding(links, 'a', 'b', 'SAME')).toEqual([
      'It would join two records that are decided to be two people: decision 3 by bureau says that suspects d and c are different. Withdraw that first.',
    ]);
  });

  it('may not part two who are joined by way of others, and names the decisions that join them', () => {
    const links = [link('1', 'a', 'c'), link('2', 'd', 'c'), link('3', 'd', 'b'), link('4', 'c', 'b'), link('5', 'a', 'x')]; // prettier-ignore
    const [because, ...more] = againstDeciding(links, 'a', 'b', 'DIFFERENT');
    expect(because).toContain('decision 1 by');
    expect(because).toContain('decision 4 by');
    expect(because).not.toMatch(/decision [235]/);
    expect(more).toEqual([]);
  });

  it('made only where nothing speaks against it never leaves one person with two who differ', () => {
    const id = fc.constantFrom(...'abcdefg');
    const decision = fc.constantFrom('SAME' as const, 'DIFFERENT' as const);
    fc.assert(
      fc.property(fc.array(fc.tuple(id, id, decision), { maxLength: 40 }), (wanted) => {
        const made: Decided[] = [];
        for (const [a, b, what] of wanted)
          if (againstDeciding(made, a, b, what).length === 0) made.push(link(String(made.length), a, b, what));
        const person = new Map([...'abcdefg'].map((one) => [one, one]));
        for (const { aId, bId, decision: what } of made) {
          if (what !== 'SAME') continue;
          const [from, to] = [person.get(aId), person.get(bId)!];
          for (const [one, own] of person) if (own === from) person.set(one, to);
        }
        return made.every(
          ({ aId, bId, decision: what }) => (what === 'SAME') === (person.get(aId) === person.get(bId)),
        );
      }),
    );
  });
});
