import { GraphQLDate, Opens, enumeration } from '@throughline/subgraph';
import { Field, ID, Int, ObjectType } from 'type-graphql';

export const NetworkNodeKind = enumeration('NetworkNodeKind', 'What a node of a network stands for.', {
  SUSPECT: 'A suspect.',
  VICTIM: 'A victim.',
  CASE: 'A case.',
  ORDER: 'A protective order.',
});

export const NetworkEdgeKind = enumeration('NetworkEdgeKind', 'How two nodes of a network are joined.', {
  SAME_PERSON: 'A person decided that the two suspects are one.',
  CONDUCT: 'The suspect did something to the victim.',
  CASE: 'What the suspect did belongs to the case.',
  VICTIM_OF: 'The case names the victim.',
  BOUND_BY: 'The order binds the suspect.',
  PROTECTS: 'The order protects the victim.',
  BREACHED: 'The suspect broke the order.',
});

@Opens('behaviour:read')
@ObjectType({ description: 'Somebody or something that a person’s records join.', simpleResolvers: true })
export class NetworkNode {
  @Field(() => ID, { description: 'Id of the suspect, victim, case or order.' })
  id!: string;

  @Field(() => NetworkNodeKind, { description: 'What it stands for.' })
  kind!: keyof typeof NetworkNodeKind;

  @Field(() => String, { description: 'The URN of a case, the kind of an order; it never names a person.' })
  label!: string;
}

@Opens('behaviour:read')
@ObjectType({ description: 'What joins two nodes.', simpleResolvers: true })
export class NetworkEdge {
  @Field(() => ID, { description: 'Id of the node it leads from.' })
  from!: string;

  @Field(() => ID, { description: 'Id of the node it leads to.' })
  to!: string;

  @Field(() => NetworkEdgeKind, { description: 'How they are joined.' })
  kind!: keyof typeof NetworkEdgeKind;

  @Field(() => Int, { description: 'How many occasions, breaches or records make it.' })
  count!: number;

  @Field(() => GraphQLDate, { nullable: true, description: 'Day of the first of them, where they are dated.' })
  firstOn!: string | null;

  @Field(() => GraphQLDate, { nullable: true, description: 'Day of the last of them, where they are dated.' })
  lastOn!: string | null;
}

@Opens('behaviour:read')
@ObjectType({ description: 'Who and what a person’s records join.', simpleResolvers: true })
export class Network {
  @Field(() => [NetworkNode], { description: 'By kind and id.' })
  nodes!: readonly NetworkNode[];

  @Field(() => [NetworkEdge], { description: 'By kind, from and to.' })
  edges!: readonly NetworkEdge[];
}
