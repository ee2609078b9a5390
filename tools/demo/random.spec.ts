import { Random } from './random';

describe('Random', () => {
  it('draws the same numbers from the same seed on every machine', () => {
    const random = new Random('throughline');
    expect([random.bits(), random.bits(), random.bits()]).toEqual([469980558, 983072503, 1651212086]);
  });

  it('draws every value of a range, and both of its ends', () => {
    const random = new Random('range');
    const drawn = new Set(Array.from({ length: 500 }, () => random.between(3, 7)));
    expect([...drawn].sort()).toEqual([3, 4, 5, 6, 7]);
    expect(random.between(9, 9)).toBe(9);
  });

  it('draws by weight', () => {
    const random = new Random('weights');
    const drawn = Array.from({ length: 10_000 }, () =>
      random.weighted([
        ['often', 9],
        ['seldom', 1],
        ['never', 0],
      ]),
    );
    expect(drawn).not.toContain('never');
    expect(Math.abs(drawn.filter((value) => value === 'often').length - 9000)).toBeLessThan(200);
  });

  it('samples different items in their order', () => {
    const random = new Random('sample');
    for (let i = 0; i < 50; i++) {
      const sample = random.sample([1, 2, 3, 4, 5], 3);
      expect(sample).toHaveLength(3);
      expect([...new Set(sample)].sort()).toEqual(sample);
    }
    expect(random.sample([1, 2], 5)).toEqual([1, 2]);
  });
});
