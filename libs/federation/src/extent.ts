import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type InlineFragmentNode,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  valueFromASTUntyped,
} from 'graphql';
import type { FieldCosts, ListSize } from './field-costs';
import { operationOf } from './operation-of';

/** What an operation asks for, as far as its text and variables tell. */
export interface Extent {
  /**
   * What it would bring by the supergraph's `@cost` and `@listSize`: 1 for each object where these say nothing else,
   * pages being taken to be full. A mutation costs 10 besides.
   */
  cost: number;
  /** Fields that stand within each other at most. */
  depth: number;
  /** Fields under a name of the caller's own. */
  aliases: number;
  /** The most that one page is asked to have; 0 where there is none. */
  page: number;
}

/** The extent of an operation for values of its variables, as the caller gave them. */
export type ExtentOf = (variables: Readonly<Record<string, unknown>>) => Extent;

/** What a mutation costs beside what it brings. */
export const MUTATION_COST = 10;

/** Of lists of which the supergraph says nothing. */
const ASSUMED_SIZE = 10;
/** Past this nobody needs to know how much more it is. */
const MOST = 1e9;

/** One estimate: the values of the variables, with defaults, and what tells it from all others. */
interface Estimate {
  id: number;
  values: Readonly<Record<string, unknown>>;
}

/** A figure that stands fast, or that variables decide. */
type Figure = number | ((estimate: Estimate) => number);

interface Part {
  cost: Figure;
  depth: number;
  aliases: number;
}

/** The list fields whose length a field above them decides, and that length. */
interface Sized {
  fields: readonly string[];
  size: Figure;
}

/** A selection where it stands, and what it asks for there. */
interface Place {
  type: GraphQLNamedType;
  sized: Sized | undefined;
  part: Part;
}

const NOTHING: Part = { cost: 0, depth: 0, aliases: 0 };

/**
 * Reads an operation once. Fragments count wherever they are spread, and are read once for each type and page that
 * they stand in. Throws where the document has no such operation.
 */
export function compileExtent(
  schema: GraphQLSchema,
  costs: FieldCosts,
  document: DocumentNode,
  operationName?: string,
): ExtentOf {
  const operation = operationOf(document, operationName);
  const root = schema.getRootType(operation.operation);
  const compiler = new ExtentCompiler(schema, costs, document);
  const { cost, depth, aliases } = root ? compiler.of(operation.selectionSet, root, undefined) : NOTHING;
  const own = operation.operation === OperationTypeNode.MUTATION ? MUTATION_COST : 0;
  const pages = [...compiler.pages.values()];
  const defaults = defaultsOf(operation);
  let estimates = 0;
  return (variables) => {
    const estimate = { id: (estimates += 1), values: { ...defaults, ...variables } };
    return {
      cost: Math.min(MOST, own + figure(cost, estimate)),
      depth,
      aliases,
      page: pages.reduce((most: number, page) => Math.max(most, figure(page, estimate)), 0),
    };
  };
}

function defaultsOf({ variableDefinitions = [] }: OperationDefinitionNode): Record<string, unknown> {
  return Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
    ),
  );
}

class ExtentCompiler {
  /** How long pages are, by the fields that have them. */
  readonly pages = new Map<FieldNode, Figure>();
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly known = new Map<SelectionSetNode, Place[]>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly costs: FieldCosts,
    document: DocumentNode,
  ) {
    for (const node of document.definitions) {
      if (node.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(node.name.value, node);
    }
  }

  /** What a selection on one object of a type asks for. */
  of(set: SelectionSetNode, type: GraphQLNamedType, sized: Sized | undefined): Part {
    let places = this.known.get(set);
    if (!places) this.known.set(set, (places = []));
    let place = places.find((each) => each.type === type && each.sized === sized);
    if (!place) {
      // Noted first: a circle of fragments, which validation refuses, ends here.
      places.push((place = { type, sized, part: NOTHING }));
      place.part = this.read(set, type, sized);
    }
    return place.part;
  }

  private read({ selections }: SelectionSetNode, type: GraphQLNamedType, sized: Sized | undefined): Part {
    const parts = selections.map((node) => {
      const part = node.kind === Kind.FIELD ? this.field(node, type, sized) : this.fragment(node, type, sized);
      return { ...part, cost: included(node, part.cost) };
    });
    return {
      cost: remembered(sum(parts.map(({ cost }) => cost))),
      depth: parts.reduce((most, { depth }) => Math.max(most, depth), 0),
      aliases: parts.reduce((all, { aliases }) => Math.min(MOST, all + aliases), 0),
    };
  }

  private fragment(node: Exclude<SelectionNode, FieldNode>, type: GraphQLNamedType, sized: Sized | undefined): Part {
    const fragment: FragmentDefinitionNode | InlineFragmentNode | undefined =
      node.kind === Kind.INLINE_FRAGMENT ? node : this.fragments.get(node.name.value);
    if (!fragment) return NOTHING;
    const condition = fragment.typeCondition && this.schema.getType(fragment.typeCondition.name.value);
    return this.of(fragment.selectionSet, condition ?? type, sized);
  }

  private field(node: FieldNode, parent: GraphQLNamedType, sized: Sized | undefined): Part {
    const name = node.name.value;
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
    const aliases = node.alias ? 1 : 0;
    if (!field) return { cost: this.introspectionCost(parent, name), depth: 1, aliases };
    const type = getNamedType(field.type);
    const listSize = this.costs.listSizeOf(parent.name, name);
    const sliced = listSize && this.sliced(node, field, listSize);
    const inner =
      node.selectionSet && isCompositeType(type)
        ? this.of(node.selectionSet, type, sliced !== undefined ? sizedBy(listSize!, sliced) : undefined)
        : NOTHING;
    const each = sum([this.costs.weightOf(parent.name, name, type), inner.cost]);
    const isList = isListType(getNullableType(field.type));
    return {
      cost: isList ? product(this.sizeOf(node, listSize, sized, sliced), each) : each,
      depth: inner.depth + 1,
      aliases: Math.min(MOST, aliases + inner.aliases),
    };
  }

  /** What is asked of the schema itself is bounded by validation, and its depth is not that of records. */
  private introspectionCost(parent: GraphQLNamedType, name: string): number {
    const type = { __schema: '__Schema', __type: '__Type' }[name];
    return type === undefined ? 0 : this.costs.weightOf(parent.name, name, this.schema.getType(type)!);
  }

  /** How long the caller asks a page to be; undefined for a field without pages. */
  private sliced(node: FieldNode, field: GraphQLField<unknown, unknown>, size: ListSize): Figure | undefined {
    const { slicingArguments = [], assumedSize = ASSUMED_SIZE } = size;
    if (slicingArguments.length === 0) return undefined;
    const asked = slicingArguments.map((name): Figure => {
      const fallback = field.args.find((argument) => argument.name === name)?.defaultValue;
      const other = typeof fallback === 'number' ? fallback : 0;
      const read = (value: unknown) => (typeof value === 'number' && value >= 0 ? value : other);
      return valueOf(node, name, read);
    });
    const most = (sizes: readonly number[]) => Math.max(...sizes) || assumedSize;
    const fixed = asked.filter((each) => typeof each === 'number');
    const length: Figure =
      fixed.length === asked.length ? most(fixed) : (estimate) => most(asked.map((each) => figure(each, estimate)));
    this.pages.set(node, length);
    return length;
  }

  private sizeOf(node: FieldNode, own: ListSize | undefined, above: Sized | undefined, sliced?: Figure): Figure {
    if (above?.fields.includes(node.name.value)) return above.size;
    if (sliced !== undefined) return sliced;
    const assumed = own?.assumedSize ?? ASSUMED_SIZE;
    // Who names them gets no more than that; the specification has no words for it.
    return valueOf(node, 'ids', (value) => (Array.isArray(value) ? value.length : assumed));
  }
}

function sizedBy({ sizedFields = [] }: ListSize, size: Figure): Sized | undefined {
  return sizedFields.length > 0 ? { fields: sizedFields, size } : undefined;
}

/** Nothing where `@skip` or `@include` leaves it out. */
function included({ directives = [] }: SelectionNode, cost: Figure): Figure {
  if (cost === 0) return 0;
  const conditions = directives.flatMap((directive) => conditionOf(directive) ?? []);
  if (conditions.length === 0) return cost;
  return (estimate) => (conditions.every((holds) => holds(estimate.values)) ? figure(cost, estimate) : 0);
}

function conditionOf({ name, arguments: given = [] }: DirectiveNode) {
  const value = given.find((argument) => argument.name.value === 'if')?.value;
  if (!value || (name.value !== 'skip' && name.value !== 'include')) return undefined;
  return (values: Estimate['values']) => (valueFromASTUntyped(value, values) === true) === (name.value === 'include');
}

/** What is read from an argument: at once where no variable stands in it. */
function valueOf(node: FieldNode, name: string, read: (value: unknown) => number): Figure {
  const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
  if (!value) return read(undefined);
  if (!namesVariable(value)) return read(valueFromASTUntyped(value));
  return ({ values }) => read(valueFromASTUntyped(value, values));
}

function namesVariable(value: ValueNode): boolean {
  if (value.kind === Kind.LIST) return value.values.some(namesVariable);
  return value.kind === Kind.VARIABLE;
}

const figure = (of: Figure, estimate: Estimate): number => (typeof of === 'number' ? of : of(estimate));

function sum(figures: readonly Figure[]): Figure {
  const fixed = figures.reduce((all: number, each) => (typeof each === 'number' ? Math.min(MOST, all + each) : all), 0);
  const open = figures.filter((each) => typeof each !== 'number');
  if (open.length === 0) return fixed;
  return (estimate) => open.reduce((all, each) => Math.min(MOST, all + each(estimate)), fixed);
}

function product(one: Figure, other: Figure): Figure {
  if (one === 0 || other === 0) return 0;
  if (typeof one === 'number' && typeof other === 'number') return Math.min(MOST, one * other);
  return (estimate) => Math.min(MOST, figure(one, estimate) * figure(other, estimate));
}

/** Works a figure out once for each estimate, however many places ask for it. */
function remembered(of: Figure): Figure {
  if (typeof of === 'number') return of;
  let last = 0;
  let known = 0;
  return (estimate) => {
    if (estimate.id !== last) {
      known = of(estimate);
      last = estimate.id;
    }
    return known;
  };
}
