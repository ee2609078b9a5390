import {
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isIntrospectionType,
  isListType,
  isObjectType,
} from 'graphql';
import { Extensions } from 'type-graphql';

/** How many a list is taken to have that no page bounds. */
const SHORT_LIST = 10;

/** What counting a whole list costs, beside the page of it. */
const COUNT_COST = 5;

/**
 * What each value of a field, or each object of a type, costs where that is not the 1 of an object and the 0 of another:
 * about as many objects could be read in the time that it takes. Stands in the SDL as `@cost`.
 */
export function Costs(cost: number): MethodDecorator & PropertyDecorator & ClassDecorator {
  return Extensions({ cost });
}

/**
 * Puts what fields cost, and how long lists are, into the SDL as `@cost` and `@listSize`, from which gateways estimate
 * what an operation costs before they run it.
 */
export function declareCosts(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    if (type.extensions.cost !== undefined) declareDirectives(type, { cost: { weight: type.extensions.cost } });
    for (const field of Object.values(type.getFields())) {
      const cost = field.extensions.cost ?? (field.name === 'totalCount' ? COUNT_COST : undefined);
      const listSize = listSizeOf(field);
      declareDirectives(field, {
        ...(cost !== undefined && { cost: { weight: cost } }),
        ...(listSize && { listSize }),
      });
    }
  }
}

/** Adds directives to what is printed of a field or type. */
export function declareDirectives(of: { extensions: object }, directives: Record<string, object>): void {
  const { directives: before } = of.extensions as { directives?: object };
  Object.assign(of.extensions, { directives: { ...before, ...directives } });
}

/** What bounds a list: `first`, of itself or of the `edges` of a connection; else lists of objects are taken to be short. */
function listSizeOf({ args, name, type }: GraphQLField<unknown, unknown>): object | undefined {
  const of = getNamedType(type);
  if (!isCompositeType(of)) return undefined;
  const isList = isListType(getNullableType(type));
  const edges = isObjectType(of) && 'edges' in of.getFields() ? ['edges'] : [];
  const isPaged = args.some((argument) => argument.name === 'first');
  if (isPaged && (isList || edges.length > 0)) {
    const sized = isList ? {} : { sizedFields: edges };
    return { slicingArguments: ['first'], ...sized, requireOneSlicingArgument: false };
  }
  return isList && name !== 'edges' ? { assumedSize: SHORT_LIST } : undefined;
}
