import { ALL_RIGHTS } from '@throughline/access';
import type { SuspectFacts } from '@throughline/conduct';
import { type Caller, type SubgraphPort, isObject } from '@throughline/subgraph';

/** The index asks on nobody's behalf: what it stores is shown to each caller by the rows that they may see. */
export const CALLER: Caller = { actor: 'behaviour', rights: ALL_RIGHTS };

/** The subgraphs that the facts come from. */
export const factSources = ['cases', 'orders', 'risk-assessments', 'inspections'] as const;
export type FactSource = (typeof factSources)[number];
export type Ports = Readonly<Record<FactSource, SubgraphPort>>;

/** One person: every suspect record that is joined to another of theirs, and what is known about them all. */
export interface Person {
  /** Sorted. */
  readonly linkedIds: readonly string[];
  /** Cases of any of them. */
  readonly caseIds: readonly string[];
  /** Keys of the guidance that anything here cites. */
  readonly guidance: readonly string[];
  readonly facts: SuspectFacts;
}

export interface People {
  readonly persons: readonly Person[];
  /** Everybody who was looked at, those of whom there is no record among them. */
  readonly covered: readonly string[];
}

/** A subgraph did not give what was asked for, or two answers do not fit: nothing may be concluded. */
export class FactsMissing extends Error {}

interface FromCases {
  linkedIds: string[];
  linkedCaseIds: string[];
  citedGuidance: string[];
  caseFacts: Pick<SuspectFacts, 'cases' | 'incidents' | 'recordedCrimes' | 'charges' | 'decisions'>;
}

/**
 * The facts about all of these suspects, in a call for each subgraph. `knownWith` tells who else was one person with
 * any of them when they were last looked at: these are looked at too, for they may be so no longer. Throws
 * `FactsMissing`, and what a port throws.
 */
export async function peopleOf(
  ports: Ports,
  suspects: readonly string[],
  knownWith: (ids: readonly string[]) => Promise<string[]>,
): Promise<People> {
  const covered = new Set<string>();
  const found = new Map<string, FromCases>();
  for (let next = [...suspects]; next.length > 0;) {
    const entities = await askCases(ports.cases, next);
    for (const id of next) covered.add(id);
    for (const entity of entities) {
      if (!entity) continue;
      for (const id of entity.linkedIds) covered.add(id);
      found.set(entity.linkedIds[0]!, entity);
    }
    next = (await knownWith([...covered])).filter((id) => !covered.has(id));
  }
  const people = [...found.values()];
  refuseOverlap(people);
  return { persons: people.length > 0 ? await withFacts(ports, people) : [], covered: [...covered] };
}

const SUSPECT = (fields: string) =>
  `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Suspect { ${fields} } } }`;

async function askCases(port: SubgraphPort, ids: readonly string[]): Promise<(FromCases | null)[]> {
  const fields = ['linkedIds', 'linkedCaseIds', 'citedGuidance', 'caseFacts'] as const;
  return ask<FromCases>(
    port,
    fields,
    ids.map((id) => ({ id })),
  );
}

async function withFacts(ports: Ports, people: readonly FromCases[]): Promise<Person[]> {
  const by = (require: (person: FromCases) => object) =>
    people.map((person) => ({ id: person.linkedIds[0]!, ...require(person) }));
  const linked = by(({ linkedIds }) => ({ linkedIds }));
  const cited = by(({ linkedCaseIds, citedGuidance }) => ({ linkedCaseIds, citedGuidance }));
  const [orders, risk, inspections] = await Promise.all([
    askAll<{ orderFacts: Pick<SuspectFacts, 'orders' | 'breaches'> }>(ports.orders, 'orderFacts', linked),
    askAll<{ riskFacts: Pick<SuspectFacts, 'assessments'> }>(ports['risk-assessments'], 'riskFacts', linked),
    askAll<{ inspectionFacts: Pick<SuspectFacts, 'guidanceVersions' | 'examinations'> }>(
      ports.inspections,
      'inspectionFacts',
      cited,
    ),
  ]);
  return people.map(({ linkedIds, linkedCaseIds, citedGuidance, caseFacts }, n) => {
    const facts: SuspectFacts = {
      suspectIds: linkedIds,
      ...caseFacts,
      ...orders[n]!.orderFacts,
      ...risk[n]!.riskFacts,
      ...inspections[n]!.inspectionFacts,
    };
    const judgedBy = facts.examinations.flatMap(({ guidance }) => guidance.map(({ key }) => key));
    return {
      linkedIds,
      caseIds: [...new Set([...linkedCaseIds, ...facts.cases.map(({ id }) => id)])],
      guidance: [...new Set([...citedGuidance, ...judgedBy])],
      facts,
    };
  });
}

/** Fields of suspects; null for one of whom the subgraph has no record. */
async function ask<Entity>(
  port: SubgraphPort,
  fields: readonly (keyof Entity & string)[],
  representations: readonly object[],
): Promise<(Entity | null)[]> {
  const { data, errors } = await port.execute(
    {
      query: SUSPECT(fields.join(' ')),
      variables: { representations: representations.map((one) => ({ __typename: 'Suspect', ...one })) },
    },
    CALLER,
  );
  if (errors?.[0]) throw new FactsMissing(`${port.name} answered with an error: ${errors[0].message}`);
  const entities = data?._entities;
  if (!Array.isArray(entities) || entities.length !== representations.length) {
    throw new FactsMissing(`${port.name} did not answer for all who were asked about`);
  }
  for (const entity of entities) {
    if (entity === null) continue;
    const missing = fields.find((field) => !isObject(entity) || entity[field] === null || entity[field] === undefined);
    if (missing) throw new FactsMissing(`${port.name} left out ${missing}`);
  }
  return entities as (Entity | null)[];
}

/** A field of suspects whose records are elsewhere, so that there is an answer for each. */
async function askAll<Entity>(
  port: SubgraphPort,
  field: keyof Entity & string,
  representations: readonly object[],
): Promise<Entity[]> {
  const entities = await ask<Entity>(port, [field], representations);
  if (entities.includes(null)) throw new FactsMissing(`${port.name} left out ${field}`);
  return entities as Entity[];
}

/** A link that was made or taken back between two answers would put somebody into two people. */
function refuseOverlap(people: readonly FromCases[]): void {
  const seen = new Set<string>();
  for (const id of people.flatMap(({ linkedIds }) => linkedIds)) {
    if (seen.has(id)) throw new FactsMissing('identity links changed while they were read');
    seen.add(id);
  }
}
