import { type Class, Opens, PageInfo, type Scope, enumeration } from '@throughline/subgraph';
import { Field, Float, Int, ObjectType } from 'type-graphql';

export const MatchKind = enumeration('MatchKind', 'How a record matches what was searched for.', {
  EXACT: 'The same, but for case, accents and punctuation.',
  SPELLING: 'Spelt nearly so.',
  SOUND: 'Sounds so.',
  PREFIX: 'Begins so.',
  DATE_OF_BIRTH: 'Born on this day.',
  PNC_ID: 'The same identifier on the Police National Computer, but for punctuation.',
  IDENTIFIER: 'The same number or address, but for punctuation.',
  TEXT: 'Says so in words.',
});
export type MatchKind = keyof typeof MatchKind;

/** Something in a record that was searched for. */
export interface Match {
  /** Name of the field. */
  field: string;
  how: MatchKind;
  value: string | null;
  /** Where a long text says it, the words found between « and ». */
  snippet?: string | null;
}

/** One record found. */
export interface RankedEdge<Node> {
  cursor: string;
  node: Node;
  /** From 0 to 1; null where nothing was searched for. */
  score: number | null;
  matched: Match[] | null;
}

/** A page of a list that can be searched. Lists that were not searched are such pages too, without scores. */
export interface RankedConnection<Node> {
  edges: { cursor: string; node: Node; score?: number | null; matched?: Match[] | null }[];
  pageInfo: PageInfo;
  totalCount: number | null;
}

interface Scopes {
  /** What opens scores and the values found. */
  value: Scope;
  /** What opens extracts of long texts, in types that have some. */
  snippet?: Scope;
}

/** The Relay connection of a type that can be searched. */
export function rankedConnectionType<Node extends object>(
  node: Class<Node>,
  name: string,
  { value, snippet }: Scopes,
): Class<RankedConnection<Node>> {
  @Opens(value)
  @ObjectType(`${name}Match`, { description: `What of a ${name} was searched for.`, simpleResolvers: true })
  class Matched {
    @Field(() => String, { description: 'Name of the field that matches.' })
    field!: string;

    @Field(() => MatchKind, { description: 'How it matches.' })
    how!: MatchKind;

    @Field(() => String, { nullable: true, description: 'What the record has there.' })
    value!: string | null;
  }
  if (snippet) {
    const description = 'Where a long text matches, the words found between « and ».';
    Field(() => String, { nullable: true, description })(Matched.prototype, 'snippet');
    Opens(snippet)(Matched.prototype, 'snippet');
  }

  @Opens('open')
  @ObjectType(`${name}Edge`, { description: `One ${name} of a list, with its cursor.`, simpleResolvers: true })
  class Edge {
    @Field(() => String, { description: 'Opaque; pass it as `after`.' })
    cursor!: string;

    @Field(() => node, { description: 'The record.' })
    node!: Node;

    @Opens(value)
    @Field(() => Float, { nullable: true, description: 'How well it matches `text`, up to 1; null without `text`.' })
    score?: number | null;

    @Opens(value)
    @Field(() => [Matched], { nullable: true, description: 'What matches `text`; null without `text`.' })
    matched?: Match[] | null;
  }

  @Opens('open')
  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name} (Relay).`, simpleResolvers: true })
  class Page implements RankedConnection<Node> {
    @Field(() => [Edge], { description: 'The records of the page, in order.' })
    edges!: Edge[];

    @Field(() => PageInfo, { description: 'Where the page stands in the list.' })
    pageInfo!: PageInfo;

    @Field(() => Int, { nullable: true, description: 'How many the whole list has.' })
    totalCount!: number | null;
  }
  return Page;
}
