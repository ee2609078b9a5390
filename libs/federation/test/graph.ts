import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse, subscribe, validate } from 'graphql';
import {
  type Answer,
  type EngineOptions,
  FederationEngine,
  type SubgraphRequest,
  type SubgraphResult,
  type SubgraphSource,
} from '../src';

/** A subgraph of a test: its schema, its resolvers, and what it does instead of answering. */
export interface Part {
  typeDefs: string;
  resolvers?: object;
  /** Stands in for the answer, which `usual` gives. */
  instead?: (request: SubgraphRequest, usual: () => Promise<SubgraphResult>) => unknown;
}

export interface Graph {
  engine: FederationEngine;
  supergraphSdl: string;
  /** What each subgraph was asked, in order. */
  asked: (SubgraphRequest & { subgraph: string })[];
  ask(query: string, variables?: Record<string, unknown>): Promise<Answer>;
}

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@requires", "@provides", "@external", "@shareable", "@override", "@inaccessible", "@interfaceObject",
  "@context", "@fromContext", "@authenticated", "@requiresScopes", "@cost", "@listSize"
])
`;

/** Composes subgraphs, which run in this process. Throws what composition complains about. */
export function composed(parts: Record<string, Part>): string {
  const services = Object.entries(parts).map(([name, { typeDefs }]) => ({
    name,
    url: `http://${name}.internal/graphql`,
    typeDefs: parse(LINK + typeDefs),
  }));
  const { errors, supergraphSdl } = composeServices(services);
  if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}

/** A source over a schema in this process. What it answers passes through JSON, as over HTTP. */
export function sourceOf(
  name: string,
  { typeDefs, resolvers = {}, instead }: Part,
  asked: Graph['asked'],
): SubgraphSource {
  const schema = buildSubgraphSchema([{ typeDefs: parse(LINK + typeDefs), resolvers: resolvers as never }]);
  const answer = async ({ query, variables }: SubgraphRequest): Promise<SubgraphResult> => {
    const document = parse(query);
    const errors = validate(schema, document);
    if (errors.length > 0) throw new Error(`${name} was sent what it does not understand: ${errors.join()}`);
    const result = await execute({ schema, document, variableValues: variables });
    return JSON.parse(JSON.stringify(result)) as SubgraphResult;
  };
  return {
    name,
    execute: async (request) => {
      asked.push({ ...request, subgraph: name });
      const usual = () => answer(request);
      return (instead ? instead(request, usual) : usual()) as Promise<SubgraphResult>;
    },
    subscribe: async function* ({ query, variables }) {
      const events = await subscribe({ schema, document: parse(query), variableValues: variables });
      if (!(Symbol.asyncIterator in events)) throw new Error(String(events.errors));
      yield* events as AsyncIterable<SubgraphResult>;
    },
  };
}

/** A graph of subgraphs in this process, asked as its engine is. */
export async function aGraph(
  parts: Record<string, Part>,
  options: Omit<Partial<EngineOptions>, 'sources'> = {},
): Promise<Graph> {
  const asked: Graph['asked'] = [];
  const supergraphSdl = composed(parts);
  const sources = Object.entries(parts).map(([name, part]) => sourceOf(name, part, asked));
  const engine = await FederationEngine.create({ supergraphSdl, sources, ...options });
  return {
    engine,
    supergraphSdl,
    asked,
    ask: (query, variables) => engine.execute({ document: parse(query), variables }),
  };
}
