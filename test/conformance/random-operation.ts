import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';

/** Choices that were made beforehand: the same tape makes the same thing, and zeros make the simplest. */
export class Tape {
  private at = 0;

  constructor(private readonly choices: readonly number[]) {}

  /** A number from 0 up to, and without, `below`. */
  pick(below: number): number {
    const choice = this.choices[this.at++] ?? 0;
    return below > 0 ? choice % below : 0;
  }

  one<Item>(items: readonly Item[]): Item {
    return items[this.pick(items.length)]!;
  }

  /** True in about one of `often` cases, and false when the tape is at its end. */
  rarely(often: number): boolean {
    return this.pick(often) === often - 1;
  }

  get isOver(): boolean {
    return this.at >= this.choices.length;
  }
}

const CONDITIONS = ['$yes', '$no'];

/** Writes an operation on a schema: aliases, arguments, fragments of all kinds, `@skip` and `@include`. */
export class RandomOperation {
  private readonly fragments = new Map<string, string>();
  private names = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly tape: Tape,
    private readonly options: { depth?: number; defer?: boolean } = {},
  ) {}

  text(): string {
    const selection = this.selection(this.schema.getQueryType()!, this.options.depth ?? 5);
    const fragments = [...this.fragments.values()].join('\n');
    const variables = [...CONDITIONS.map((name) => `${name}: Boolean!`), '$n: Int', '$text: String = "b"'].filter(
      (each) => new RegExp(`\\${each.split(':')[0]}\\b`).test(selection + fragments),
    );
    return `query ${variables.length > 0 ? `(${variables.join(', ')})` : ''} ${selection}\n${fragments}`;
  }

  private selection(type: GraphQLCompositeType, depth: number): string {
    const parts = Array.from({ length: 1 + this.tape.pick(4) }, () => this.part(type, depth));
    return `{ ${parts.join(' ')} }`;
  }

  private part(type: GraphQLCompositeType, depth: number): string {
    if (this.tape.rarely(4) && depth > 1) return this.fragment(type, depth - 1);
    return this.field(type, depth);
  }

  private field(type: GraphQLCompositeType, depth: number): string {
    const fields = isUnionType(type) ? [] : Object.values(type.getFields());
    const open = fields.filter((field) => depth > 1 || !isCompositeType(getNamedType(field.type)));
    if (open.length === 0 || this.tape.rarely(8)) return `${this.alias()}__typename${this.condition()}`;
    const field = this.tape.one(open);
    const named = getNamedType(field.type);
    const below = isCompositeType(named) ? ` ${this.selection(named, depth - 1)}` : '';
    return `${this.alias()}${field.name}${this.argumentsOf(field)}${this.condition()}${below}`;
  }

  /** Mostly none; sometimes one of its own, sometimes a name that a field has. */
  private alias(): string {
    if (!this.tape.rarely(3)) return '';
    return this.tape.rarely(3) ? `${this.tape.one(['id', 'name', 'title', 'score', 'price'])}: ` : `a${this.names++}: `;
  }

  private condition(): string {
    if (!this.tape.rarely(6)) return '';
    const condition = () => this.tape.one([...CONDITIONS, 'true', 'false']);
    return this.tape.one([
      ` @include(if: ${condition()})`,
      ` @skip(if: ${condition()})`,
      ` @skip(if: ${condition()}) @include(if: ${condition()})`,
    ]);
  }

  private argumentsOf({ args }: GraphQLField<unknown, unknown>): string {
    const given = args.flatMap(({ name, type }) =>
      isNonNullType(type) || this.tape.rarely(2) ? [`${name}: ${this.value(type)}`] : [],
    );
    return given.length > 0 ? `(${given.join(', ')})` : '';
  }

  private value(type: GraphQLInputType): string {
    const named = getNamedType(type);
    if (isListType(type)) return '[]';
    if (isEnumType(named)) return this.tape.one(named.getValues()).name;
    if (named.name === 'Int') return this.tape.one(isNonNullType(type) ? ['1', '2'] : ['1', '2', '$n', 'null']);
    if (named.name === 'ID') return this.tape.one(['"p1"', '"b1"', '"f1"', '"none"']);
    return this.tape.one(isNonNullType(type) ? ['"a"', '"b"'] : ['"a"', '$text', 'null']);
  }

  private later(): string {
    if (!this.options.defer || !this.tape.rarely(2)) return '';
    return this.tape.one([' @defer', ` @defer(label: "l${this.names++}")`, ' @defer(if: $yes)']);
  }

  /** A fragment on the type itself, or on one that it overlaps with. */
  private fragment(type: GraphQLCompositeType, depth: number): string {
    const condition = this.tape.one(this.overlapping(type));
    const selection = this.selection(condition, depth);
    if (this.tape.rarely(3)) {
      const name = `F${this.names++}`;
      this.fragments.set(name, `fragment ${name} on ${condition.name} ${selection}`);
      return `...${name}${this.later()}${this.condition()}`;
    }
    const on = condition === type && this.tape.rarely(2) ? '' : ` on ${condition.name}`;
    return `...${on}${this.later()}${this.condition()} ${selection}`;
  }

  private overlapping(type: GraphQLCompositeType): GraphQLCompositeType[] {
    const members = new Set(isAbstractType(type) ? this.schema.getPossibleTypes(type) : [type]);
    return [
      type,
      ...Object.values(this.schema.getTypeMap()).filter((other): other is GraphQLCompositeType => {
        if (other === type || other.name.startsWith('__') || !isCompositeType(other)) return false;
        const others = isObjectType(other) ? [other] : this.schema.getPossibleTypes(other);
        return others.some((each) => members.has(each));
      }),
    ];
  }
}
