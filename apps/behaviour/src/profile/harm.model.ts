import { Opens } from '@throughline/subgraph';
import { Field, Int, ObjectType } from 'type-graphql';

@Opens('behaviour:read')
@ObjectType({ description: 'One of the values that a harm score is the product of.', simpleResolvers: true })
export class HarmComponent {
  @Field(() => String, { description: 'What it values.' })
  label!: string;

  @Field(() => Int, { description: 'From 0 to 3.' })
  value!: number;

  @Field(() => String, { description: 'Why, in English.' })
  because!: string;
}

@Opens('behaviour:read')
@ObjectType({
  description:
    'How recent, frequent and grave the conduct is. The bands and weights are this product’s own, for demonstration: they are neither the Cambridge Crime Harm Index nor the ONS Crime Severity Score, and nobody has validated them.',
  simpleResolvers: true,
})
export class Harm {
  @Field(() => String, { description: 'How it is worked out; it says that its weights are for demonstration.' })
  method!: string;

  @Field(() => Int, { description: 'Version of the method.' })
  version!: number;

  @Field(() => Int, { description: 'The product of the values, from 0 to 27.' })
  score!: number;

  @Field(() => [HarmComponent], { description: 'The values it is the product of.' })
  components!: readonly HarmComponent[];
}
