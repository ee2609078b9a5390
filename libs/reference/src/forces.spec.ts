import { areaForces, areas, findArea, findForce, forceAliases, forces } from './forces';

const territorial = forces.filter(({ kind }) => kind === 'TERRITORIAL');

test('there are 43 territorial forces, each with an ONS code of its own, and three without a territory', () => {
  expect(territorial).toHaveLength(43);
  expect(new Set(territorial.map(({ onsCode }) => onsCode)).size).toBe(43);
  expect(territorial.every(({ onsCode }) => /^(E23|W15)\d{6}$/.test(onsCode ?? ''))).toBe(true);
  expect(forces.filter(({ kind }) => kind === 'NON_TERRITORIAL').map(({ code, onsCode }) => [code, onsCode])).toEqual([
    ['93', null],
    ['59', null],
    ['24', null],
  ]);
});

test('no force code stands twice, and each is two digits', () => {
  expect(new Set(forces.map(({ code }) => code)).size).toBe(forces.length);
  expect(forces.every(({ code }) => /^\d{2}$/.test(code))).toBe(true);
});

test('code 02 is the Metropolitan Police under its second code', () => {
  const { code, ...metropolitan } = findForce('01')!;
  expect(code).toBe('01');
  expect(findForce('02')).toEqual({ ...metropolitan, code: '02' });
  expect(forceAliases).toEqual({ '02': '01' });
  expect(forces.map((force) => force.code)).not.toContain('02');
});

test('a code that is no force of these finds nothing', () => {
  for (const code of ['', '1', '09', '97', 'B01DU']) expect(findForce(code)).toBeUndefined();
});

test('only the Ministry of Defence entry is unverified among forces', () => {
  expect(forces.filter(({ verified }) => !verified).map(({ code }) => code)).toEqual(['24']);
});

test('there are 14 areas, found by code', () => {
  expect(new Set(areas.map(({ code }) => code)).size).toBe(14);
  expect(findArea('NORTH_WEST')?.name).toBe('North West');
  expect(findArea('North West')).toBeUndefined();
});

test('every area has a force and every territorial force an area', () => {
  expect(new Set(areaForces.map(({ area }) => area))).toEqual(new Set(areas.map(({ code }) => code)));
  expect(new Set(areaForces.map(({ force }) => force))).toEqual(new Set(territorial.map(({ code }) => code)));
});

test('London is many to many, and no other force is divided', () => {
  const areasOf = (code: string) => areaForces.filter(({ force }) => force === code).map(({ area }) => area);
  expect(areasOf('01')).toEqual(['LONDON_NORTH', 'LONDON_SOUTH']);
  expect(areaForces).toHaveLength(44);
});

test('the pairing of areas and forces is unverified and claims no dates', () => {
  expect(areaForces.every((pair) => !pair.verified && pair.validFrom === null && pair.validTo === null)).toBe(true);
});
