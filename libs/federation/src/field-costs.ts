import { type Schema, isInterfaceType, isObjectType } from '@apollo/federation-internals';
import { type GraphQLNamedType, isCompositeType, isIntrospectionType } from 'graphql';

/** What a supergraph says by `@cost` and `@listSize`, which Apollo specifies at https://specs.apollo.dev/cost/v0.1. */
export interface FieldCosts {
  /** What each value of a field costs by itself: 1 for an object and 0 for another, unless the field or its type says. */
  readonly weightOf: (type: string, field: string, of: GraphQLNamedType) => number;
  readonly listSizeOf: (type: string, field: string) => ListSize | undefined;
}

/** The arguments of `@listSize`. */
export interface ListSize {
  assumedSize?: number;
  slicingArguments?: readonly string[];
  sizedFields?: readonly string[];
}

/** What `__schema` and `__type` cost, with all that is within them: about what large schemas have in types and fields. */
const INTROSPECTION_COST = 1000;

const COST = 'https://specs.apollo.dev/cost';

/** Reads the directives of a supergraph, under whatever names it imports them. */
export function fieldCosts(schema: Schema): FieldCosts {
  const feature = schema.coreFeatures?.getByIdentity(COST);
  const names = { cost: feature?.directiveNameInSchema('cost'), size: feature?.directiveNameInSchema('listSize') };
  type Bearer = Parameters<typeof weight>[0];
  const weight = (of: { appliedDirectivesOf(name: string): readonly { arguments(): Record<string, unknown> }[] }) =>
    names.cost === undefined ? undefined : (of.appliedDirectivesOf(names.cost)[0]?.arguments().weight as number);
  const ofTypes = new Map<string, number>();
  const ofFields = new Map<string, number>();
  const sizes = new Map<string, ListSize>();
  const note = (weights: Map<string, number>, name: string, bearer: Bearer) => {
    const own = weight(bearer);
    if (own !== undefined) weights.set(name, own);
  };
  for (const type of schema.types()) {
    note(ofTypes, type.name, type);
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of type.fields()) {
      note(ofFields, field.coordinate, field);
      const size = names.size === undefined ? undefined : field.appliedDirectivesOf(names.size)[0]?.arguments();
      if (size) sizes.set(field.coordinate, size);
    }
  }
  return {
    weightOf: (type, field, of) => {
      if (isIntrospectionType(of)) return type.startsWith('__') ? 0 : INTROSPECTION_COST;
      return ofFields.get(`${type}.${field}`) ?? ofTypes.get(of.name) ?? (isCompositeType(of) ? 1 : 0);
    },
    listSizeOf: (type, field) => sizes.get(`${type}.${field}`),
  };
}
