import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { isRisky } from './data';
import { deferOf, labelOf } from './deferral';
import type { FieldCosts } from './field-costs';
import type { FetchedNames } from './fetched-names';
import { type AcceptLeaf, acceptLeaf } from './leaf';

/** What is answered for objects of one type: the fields of a selection in the order they were asked for. */
export interface Shape {
  readonly type: GraphQLCompositeType;
  readonly fields: readonly Field[];
  /** Fields by the name under which they are fetched: several, where the caller gave one several names. */
  readonly byFetched: ReadonlyMap<string, readonly Field[]>;
  /** Labels of the deferred fragments that are asked for on such an object. */
  readonly deferred: ReadonlySet<string>;
}

export interface Field {
  readonly key: string;
  /** The key under which it is fetched. */
  readonly fetched: string;
  /** True where one of the keys is one that every object seems to have. */
  readonly risky: boolean;
  /** What stands before the value in JSON: the key, and what parts it from the field before. */
  readonly text: string;
  readonly content: Content | Typename;
  readonly nullable: boolean;
  /** `Type.field`, for messages. */
  readonly coordinate: string;
  /** True where the caller is not told, and not told either that there would be something. */
  readonly withheld: boolean;
}

/** `name` is undefined where it takes an object's own word, and that word says nothing. */
export interface Typename {
  readonly kind: 'typename';
  readonly name: string | undefined;
}

/** `weight` is what each value costs by itself. */
export type Content =
  | { readonly kind: 'leaf'; readonly type: string; readonly accept: AcceptLeaf; readonly weight: number }
  | { readonly kind: 'list'; readonly of: Content; readonly nullable: boolean }
  | { readonly kind: 'object'; readonly type: string; readonly shapeOf: ShapeOf; readonly weight: number };

/** The shape for an object by its `__typename`; undefined where no such object can stand there. */
export type ShapeOf = (typename: unknown) => Shape | undefined;

/** What decides whether a selection is included. */
export interface Inclusion {
  variables: Readonly<Record<string, unknown>>;
  withheld: ReadonlySet<FieldNode>;
  names: FetchedNames;
  /** Labels of the fragments that are answered later. */
  later: ReadonlySet<string>;
  weightOf: FieldCosts['weightOf'];
}

/** Compiles what is answered to selections on `type`, for given values of the variables in `@skip` and `@include`. */
export function compileSelection(
  schema: GraphQLSchema,
  document: DocumentNode,
  type: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
  inclusion: Inclusion,
): ShapeOf {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  return new SelectionCompiler(schema, fragments, inclusion).shapes(type, sets);
}

class SelectionCompiler {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    private readonly inclusion: Inclusion,
  ) {}

  /** Shapes are made as their types turn up. */
  shapes(type: GraphQLCompositeType, sets: readonly SelectionSetNode[]): ShapeOf {
    let fallback: Shape | undefined;
    // A subgraph that leaves `__typename` out, or knows the interface only, is taken by what it cannot be wrong about.
    const own = (): Shape => (fallback ??= this.shape(type, sets));
    if (isObjectType(type)) return own;
    const byName = new Map<string, Shape>();
    return (typename) => {
      if (typeof typename !== 'string') return own();
      let shape = byName.get(typename);
      if (shape) return shape;
      const named = this.schema.getType(typename);
      if (!isCompositeType(named) || !this.isWithin(named, type)) return undefined;
      byName.set(typename, (shape = this.shape(named, sets)));
      return shape;
    };
  }

  private shape(type: GraphQLCompositeType, sets: readonly SelectionSetNode[]): Shape {
    const grouped = new Map<string, FieldNode[]>();
    const deferred = new Set<string>();
    for (const set of sets) this.gather(type, set, grouped, deferred);
    const fields = [...grouped].map(([key, nodes], at) => this.field(type, key, nodes, at === 0));
    const byFetched = new Map<string, Field[]>();
    for (const field of fields) byFetched.set(field.fetched, [...(byFetched.get(field.fetched) ?? []), field]);
    return { type, fields, byFetched, deferred };
  }

  private gather(
    type: GraphQLCompositeType,
    set: SelectionSetNode,
    into: Map<string, FieldNode[]>,
    deferred: Set<string>,
  ): void {
    for (const node of set.selections) {
      if (!this.isIncluded(node)) continue;
      if (node.kind === Kind.FIELD) {
        const key = (node.alias ?? node.name).value;
        const known = into.get(key);
        if (known) known.push(node);
        else into.set(key, [node]);
        continue;
      }
      const fragment = node.kind === Kind.FRAGMENT_SPREAD ? this.fragments.get(node.name.value)! : node;
      const condition = fragment.typeCondition && this.schema.getType(fragment.typeCondition.name.value);
      if (condition && !this.isWithin(type, condition as GraphQLCompositeType)) continue;
      const defer = deferOf(node);
      const label = defer && labelOf(defer);
      if (label !== undefined) deferred.add(label);
      if (label === undefined || !this.inclusion.later.has(label)) {
        this.gather(type, fragment.selectionSet, into, deferred);
      }
    }
  }

  private field(type: GraphQLCompositeType, key: string, nodes: readonly FieldNode[], first: boolean): Field {
    const name = nodes[0]!.name.value;
    const fetched = this.inclusion.names.of(nodes[0]!, type.name);
    const isTypename = name === '__typename';
    const output = isTypename ? undefined : this.outputType(type, name);
    return {
      key,
      fetched,
      risky: isRisky(key) || isRisky(fetched),
      text: `${first ? '{' : ','}${JSON.stringify(key)}:`,
      content: output
        ? this.content(output, nodes, this.inclusion.weightOf(type.name, name, getNamedType(output)))
        : { kind: 'typename', name: isObjectType(type) ? type.name : undefined },
      nullable: output !== undefined && !isNonNullType(output),
      coordinate: `${type.name}.${name}`,
      withheld: nodes.every((node) => this.inclusion.withheld.has(node)),
    };
  }

  private outputType(type: GraphQLCompositeType, name: string): GraphQLOutputType {
    if (type === this.schema.getQueryType() && (name === '__schema' || name === '__type')) {
      return this.schema.getType(name === '__schema' ? '__Schema' : '__Type') as GraphQLOutputType;
    }
    const field = 'getFields' in type ? type.getFields()[name] : undefined;
    if (!field) throw new Error(`${type.name} has no field ${name}`);
    return field.type;
  }

  private content(type: GraphQLOutputType, nodes: readonly FieldNode[], weight: number): Content {
    const inner = isNonNullType(type) ? type.ofType : type;
    if (isListType(inner)) {
      return { kind: 'list', of: this.content(inner.ofType, nodes, weight), nullable: !isNonNullType(inner.ofType) };
    }
    if (isLeafType(inner)) return { kind: 'leaf', type: inner.name, accept: acceptLeaf(inner), weight };
    const composite = getNamedType(inner) as GraphQLCompositeType;
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    return { kind: 'object', type: composite.name, shapeOf: this.shapes(composite, sets), weight };
  }

  /** True where every object of `type` is one of `within`. */
  private isWithin(type: GraphQLCompositeType, within: GraphQLCompositeType): boolean {
    if (type.name === within.name) return true;
    return (
      isAbstractType(within) && (isObjectType(type) || isInterfaceType(type)) && this.schema.isSubType(within, type)
    );
  }

  private isIncluded({ directives = [] }: SelectionNode): boolean {
    return directives.every(({ name, arguments: given = [] }) => {
      if (name.value !== 'skip' && name.value !== 'include') return true;
      const condition = given[0]!.value;
      const value =
        condition.kind === Kind.VARIABLE
          ? this.inclusion.variables[condition.name.value] === true
          : condition.kind === Kind.BOOLEAN && condition.value;
      return value === (name.value === 'include');
    });
  }
}
