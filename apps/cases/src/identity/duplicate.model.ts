import { Opens } from '@throughline/subgraph';
import { Field, Float, ObjectType } from 'type-graphql';
import { Suspect } from '../suspect/suspect.model';

@Opens('suspect:identify')
@ObjectType({
  description: 'A record that may be of the same person; nobody has decided whether it is.',
  simpleResolvers: true,
})
export class PossibleDuplicate {
  @Field(() => Float, {
    description:
      'How strongly the records agree, from 0 to below 1. It puts them in order and is no measured probability.',
  })
  score!: number;

  @Field(() => [String], { description: 'What agrees and how, then what speaks against it, in sentences.' })
  because!: string[];

  @Field(() => Suspect, { description: 'The other record.' })
  suspect!: Suspect;
}
