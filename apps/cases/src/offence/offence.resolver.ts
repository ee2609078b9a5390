import { OffenceFamily } from '@throughline/reference';
import { Area, type Context, Force, Opens, invalidInput } from '@throughline/subgraph';
import { Arg, Args, ArgsType, Ctx, Field, Int, Query, Resolver } from 'type-graphql';
import { HomeOfficeOffence, Offence, homeOfficeOffence } from './offence.model';

const MOST = 500;

@ArgsType()
class OffencesArgs {
  @Field(() => [OffenceFamily], { nullable: true, description: 'Of any of these families.' })
  families?: OffenceFamily[];

  @Field(() => String, { nullable: true, description: 'Text that the code or title contains.' })
  text?: string;

  @Field(() => Int, { defaultValue: 100, description: 'How many, from 1 to 500.' })
  first!: number;
}

/** The codes themselves: what forms offer and reports spell out. They say nothing about anybody. */
@Resolver()
export class OffenceResolver {
  @Opens('case:read')
  @Query(() => Offence, { nullable: true, description: 'An offence by its CJS code.' })
  offence(
    @Arg('cjsCode', () => String, { description: 'CJS offence code.' }) code: string,
    @Ctx() { codes }: Context,
  ): Offence | null {
    return codes.tables.offence.get(code) ?? null;
  }

  @Opens('case:read')
  @Query(() => [Offence], { description: 'Offences, by code.' })
  offences(@Args() args: OffencesArgs, @Ctx() { codes }: Context): Offence[] {
    const { offence } = codes.tables;
    return matching(args, [...new Set(offence.codes())], (code) => offence.get(code)!);
  }

  @Opens('case:read')
  @Query(() => [HomeOfficeOffence], { description: 'Classes of recorded offence, by Home Office code.' })
  homeOfficeOffences(@Args() args: OffencesArgs, @Ctx() context: Context): HomeOfficeOffence[] {
    const { homeOfficeCode } = context.codes.tables;
    const show = (code: string) => homeOfficeOffence.resolve!(code, context) as HomeOfficeOffence;
    return matching(args, [...new Set(homeOfficeCode.codes())], show);
  }

  @Opens('case:read')
  @Query(() => [Force], { description: 'Police forces, by CJS code.' })
  forces(@Ctx() { codes }: Context): Force[] {
    return [...new Set(codes.tables.force.codes())].sort().map((code) => codes.tables.force.get(code)!);
  }

  @Opens('case:read')
  @Query(() => [Area], { description: 'Areas of the Crown Prosecution Service.' })
  areas(@Ctx() { codes }: Context): Area[] {
    return [...codes.tables.area.codes()].map((code) => codes.tables.area.get(code)!);
  }
}

function matching<Entry extends { family: OffenceFamily; title: string }>(
  { families, text, first }: OffencesArgs,
  codes: string[],
  get: (code: string) => Entry,
): Entry[] {
  if (first < 1 || first > MOST)
    throw invalidInput([{ field: 'first', reason: `must be from 1 to ${MOST}, not ${first}` }]);
  const words = text?.toLowerCase() ?? '';
  const found: Entry[] = [];
  for (const code of codes.sort()) {
    const entry = get(code);
    if (families && !families.includes(entry.family)) continue;
    if (!`${code} ${entry.title}`.toLowerCase().includes(words)) continue;
    found.push(entry);
    if (found.length === first) break;
  }
  return found;
}
