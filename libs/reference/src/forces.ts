/** A police force. */
export interface Force {
  /** Two-digit CJS force code, which also begins case references. */
  code: string;
  name: string;
  /** ONS police force area code; null for a force without a territory. */
  onsCode: string | null;
  kind: 'TERRITORIAL' | 'NON_TERRITORIAL';
  source: string;
  verified: boolean;
}

/** A CPS area. */
export interface Area {
  code: string;
  name: string;
  source: string;
  verified: boolean;
}

/** That an area prosecutes a force's cases. Null dates: not known to have begun or ended. */
export interface AreaForce {
  area: string;
  force: string;
  validFrom: string | null;
  validTo: string | null;
  source: string;
  verified: false;
}

const territorial = (code: string, onsCode: string, name: string): Force => ({
  code,
  name,
  onsCode,
  kind: 'TERRITORIAL',
  source: 'CJS force table, bichard7-next-data; ONS police force areas',
  verified: true,
});

const nonTerritorial = (code: string, name: string, verified: boolean): Force => ({
  code,
  name,
  onsCode: null,
  kind: 'NON_TERRITORIAL',
  source: 'CJS force table, bichard7-next-data',
  verified,
});

/** The 43 territorial forces of England and Wales, then the three without a territory. */
export const forces: readonly Force[] = [
  territorial('01', 'E23000001', 'Metropolitan Police'),
  territorial('03', 'E23000002', 'Cumbria'),
  territorial('04', 'E23000003', 'Lancashire'),
  territorial('05', 'E23000004', 'Merseyside'),
  territorial('06', 'E23000005', 'Greater Manchester'),
  territorial('07', 'E23000006', 'Cheshire'),
  territorial('10', 'E23000007', 'Northumbria'),
  territorial('11', 'E23000008', 'Durham'),
  territorial('12', 'E23000009', 'North Yorkshire'),
  territorial('13', 'E23000010', 'West Yorkshire'),
  territorial('14', 'E23000011', 'South Yorkshire'),
  territorial('16', 'E23000012', 'Humberside'),
  territorial('17', 'E23000013', 'Cleveland'),
  territorial('20', 'E23000014', 'West Midlands'),
  territorial('21', 'E23000015', 'Staffordshire'),
  territorial('22', 'E23000016', 'West Mercia'),
  territorial('23', 'E23000017', 'Warwickshire'),
  territorial('30', 'E23000018', 'Derbyshire'),
  territorial('31', 'E23000019', 'Nottinghamshire'),
  territorial('32', 'E23000020', 'Lincolnshire'),
  territorial('33', 'E23000021', 'Leicestershire'),
  territorial('34', 'E23000022', 'Northamptonshire'),
  territorial('35', 'E23000023', 'Cambridgeshire'),
  territorial('36', 'E23000024', 'Norfolk'),
  territorial('37', 'E23000025', 'Suffolk'),
  territorial('40', 'E23000026', 'Bedfordshire'),
  territorial('41', 'E23000027', 'Hertfordshire'),
  territorial('42', 'E23000028', 'Essex'),
  territorial('43', 'E23000029', 'Thames Valley'),
  territorial('44', 'E23000030', 'Hampshire & Isle of Wight'),
  territorial('45', 'E23000031', 'Surrey'),
  territorial('46', 'E23000032', 'Kent'),
  territorial('47', 'E23000033', 'Sussex'),
  territorial('48', 'E23000034', 'City of London'),
  territorial('50', 'E23000035', 'Devon & Cornwall'),
  territorial('52', 'E23000036', 'Avon & Somerset'),
  territorial('53', 'E23000037', 'Gloucestershire'),
  territorial('54', 'E23000038', 'Wiltshire'),
  territorial('55', 'E23000039', 'Dorset'),
  territorial('60', 'W15000001', 'North Wales'),
  territorial('61', 'W15000002', 'Gwent'),
  territorial('62', 'W15000003', 'South Wales'),
  territorial('63', 'W15000004', 'Dyfed-Powys'),
  nonTerritorial('93', 'British Transport Police', true),
  nonTerritorial('59', 'Civil Nuclear Constabulary', true),
  // The table says "MOD" only.
  nonTerritorial('24', 'Ministry of Defence Police', false),
];

/** Codes that the CJS table gives to a force a second time: alias to code. */
export const forceAliases: Readonly<Record<string, string>> = { '02': '01' };

const forcesByCode = new Map(forces.map((force) => [force.code, force]));
for (const [alias, code] of Object.entries(forceAliases)) {
  const force = forcesByCode.get(code);
  if (force) forcesByCode.set(alias, { ...force, code: alias });
}

/** The force with this two-digit code. An alias answers with the same force under the code asked for. */
export const findForce = (code: string): Force | undefined => forcesByCode.get(code);

const area = (code: string, name: string): Area => ({ code, name, source: 'CPS list of areas', verified: true });

/** The 14 CPS areas. */
export const areas: readonly Area[] = [
  area('CYMRU_WALES', 'Cymru-Wales'),
  area('EAST_MIDLANDS', 'East Midlands'),
  area('EAST_OF_ENGLAND', 'East of England'),
  area('LONDON_NORTH', 'London North'),
  area('LONDON_SOUTH', 'London South'),
  area('MERSEY_CHESHIRE', 'Mersey-Cheshire'),
  area('NORTH_EAST', 'North East'),
  area('NORTH_WEST', 'North West'),
  area('SOUTH_EAST', 'South East'),
  area('SOUTH_WEST', 'South West'),
  area('THAMES_AND_CHILTERN', 'Thames and Chiltern'),
  area('WESSEX', 'Wessex'),
  area('WEST_MIDLANDS', 'West Midlands'),
  area('YORKSHIRE_AND_HUMBERSIDE', 'Yorkshire and Humberside'),
];

const areasByCode = new Map(areas.map((known) => [known.code, known]));

/** The CPS area with this code. */
export const findArea = (code: string): Area | undefined => areasByCode.get(code);

/** Force codes by area. The Metropolitan Police is divided between both London areas. */
const forcesOfAreas: Readonly<Record<string, readonly string[]>> = {
  CYMRU_WALES: ['60', '61', '62', '63'],
  EAST_MIDLANDS: ['30', '31', '32', '33', '34'],
  EAST_OF_ENGLAND: ['35', '36', '37', '42'],
  LONDON_NORTH: ['01', '48'],
  LONDON_SOUTH: ['01'],
  MERSEY_CHESHIRE: ['05', '07'],
  NORTH_EAST: ['10', '11', '17'],
  NORTH_WEST: ['03', '04', '06'],
  SOUTH_EAST: ['45', '46', '47'],
  SOUTH_WEST: ['50', '52', '53'],
  THAMES_AND_CHILTERN: ['40', '41', '43'],
  WESSEX: ['44', '54', '55'],
  WEST_MIDLANDS: ['20', '21', '22', '23'],
  YORKSHIRE_AND_HUMBERSIDE: ['12', '13', '14', '16'],
};

/**
 * Which areas prosecute for which forces: many to many. The areas were redrawn in 2011 and again to make 14, but no
 * source at hand dates the present pairs, hence no dates.
 */
export const areaForces: readonly AreaForce[] = Object.entries(forcesOfAreas).flatMap(([areaCode, codes]) =>
  codes.map((force) => ({
    area: areaCode,
    force,
    validFrom: null,
    validTo: null,
    source: 'General background',
    verified: false as const,
  })),
);
