import { Field, ObjectType, Query, Resolver } from 'type-graphql';
import { text } from './kinds';
import { Fact, Opens, Value } from './model';
import { federatedSchema } from './schema';

@Value('case:read', 'Classified.')
class Closed {
  @Fact('case:read', text, 'A fact.')
  fact!: string | null;
}

@Resolver()
class ClosedResolver {
  @Opens('case:read')
  @Query(() => Closed, { nullable: true, description: 'One.' })
  closed(): null {
    return null;
  }
}

@ObjectType({ description: 'Not classified.' })
class Leaky {
  @Field(() => String, { description: 'An address.' })
  address!: string;
}

@Resolver()
class LeakyResolver {
  @Opens('case:read')
  @Query(() => Leaky, { nullable: true, description: 'One.' })
  leaky(): null {
    return null;
  }
}

it('a schema whose every field is classified is built', async () => {
  const { sdl } = await federatedSchema({ records: [], types: [Closed], resolvers: [ClosedResolver] });
  expect(sdl).toContain('closed: Closed');
});

it('a service with a field that nobody classified does not start, and says which', async () => {
  await expect(federatedSchema({ records: [], types: [Leaky], resolvers: [LeakyResolver] })).rejects.toThrow(
    'these fields have no classification: Leaky.address',
  );
});
