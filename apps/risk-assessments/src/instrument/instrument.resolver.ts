import { type Context, Opens } from '@throughline/subgraph';
import { Args, ArgsType, Ctx, Field, Query, Resolver } from 'type-graphql';
import { RiskInstrument } from './instrument.model';
import { allInstruments, instrumentName, instrumentsByName } from './instrument.queries';

@ArgsType()
class InstrumentArgs {
  @Field(() => String, { description: 'Key of the instrument.' })
  key!: string;

  @Field(() => String, { description: 'Which version of it.' })
  version!: string;
}

@Resolver(() => RiskInstrument)
export class InstrumentResolver {
  @Opens('risk:read')
  @Query(() => [RiskInstrument], { description: 'Every version of every risk instrument, by key and version.' })
  riskInstruments(@Ctx() context: Context): Promise<RiskInstrument[]> {
    return context.load(allInstruments, 'all');
  }

  @Opens('risk:read')
  @Query(() => RiskInstrument, { nullable: true, description: 'One version of a risk instrument.' })
  riskInstrument(@Args() { key, version }: InstrumentArgs, @Ctx() context: Context): Promise<RiskInstrument | null> {
    return context.load(instrumentsByName, instrumentName(key, version));
  }
}
