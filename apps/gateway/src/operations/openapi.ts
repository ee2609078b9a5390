import {
  type GraphQLEnumType,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  Kind,
  type VariableDefinitionNode,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  typeFromAST,
  valueFromASTUntyped,
  visit,
  TypeInfo,
  visitWithTypeInfo,
} from 'graphql';
import { errorCodes } from '@throughline/subgraph';
import { purposes } from '@throughline/access';
import { type Selected, selectedBy } from './selected';
import type { StoredOperation } from './stored-operations';
import { tableOf } from './table';

type Json = Record<string, unknown>;

/**
 * Stored queries as OpenAPI 3.1: a path for each, its variables as parameters, what it answers as a schema. Names and
 * descriptions are those of the graph.
 */
export function openApi(schema: GraphQLSchema, operations: readonly StoredOperation[], version: string): Json {
  const schemas = new Schemas();
  const queries = operations.filter(({ type }) => type === 'query');
  const paths = queries.map((operation) => [
    `/v1/operations/${operation.name}`,
    { get: read(schema, operation, schemas) },
  ]);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Throughline',
      version,
      description: 'Stored operations of a graph over stalking and harassment casework in England and Wales.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }, { apiKey: [] }],
    paths: Object.fromEntries(paths) as Json,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        apiKey: { type: 'apiKey', in: 'header', name: 'X-API-Key' },
      },
      parameters: PARAMETERS,
      responses: RESPONSES,
      schemas: { ...schemas.named, ...ERRORS },
    },
  };
}

function read(schema: GraphQLSchema, operation: StoredOperation, schemas: Schemas): Json {
  const { name, about, definition } = operation;
  const described = argumentDescriptions(schema, operation);
  const parameters = (definition.variableDefinitions ?? []).map((node) =>
    parameter(schema, node, described.get(node.variable.name.value), schemas),
  );
  const answer = { type: 'object', properties: answerProperties(schema, operation, schemas), required: ['data'] };
  const csv = { 'text/csv': { schema: { type: 'string' } } };
  const content = { 'application/json': { schema: answer }, ...(tableOf(schema, operation) && csv) };
  const refusals = ['400', '401', '403', '404', '406', '429', '500', '503'];
  return {
    operationId: name,
    ...(about !== '' && { summary: about }),
    parameters: [
      ...parameters,
      ...Object.keys(PARAMETERS).map((each) => ({ $ref: `#/components/parameters/${each}` })),
    ],
    responses: {
      '200': { description: 'The answer; what is missing from it has an error beside it.', content },
      ...Object.fromEntries(refusals.map((status) => [status, { $ref: '#/components/responses/refused' }])),
    },
  };
}

function answerProperties(schema: GraphQLSchema, operation: StoredOperation, schemas: Schemas): Json {
  return {
    data: object(selectedBy(schema, operation), schemas),
    errors: { type: 'array', items: { $ref: '#/components/schemas/Error' } },
    extensions: { type: 'object' },
  };
}

/** What the schema says of the argument that a variable is given to. */
function argumentDescriptions(schema: GraphQLSchema, { document }: StoredOperation): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Argument: ({ value }) => {
        const { description } = types.getArgument() ?? {};
        if (value.kind === Kind.VARIABLE && description) found.set(value.name.value, description);
      },
    }),
  );
  return found;
}

function parameter(
  schema: GraphQLSchema,
  { variable, type: node, defaultValue }: VariableDefinitionNode,
  description: string | undefined,
  schemas: Schemas,
): Json {
  const type = typeFromAST(schema, node as never) as GraphQLInputType;
  const value = { ...schemas.input(isNonNullType(type) ? type.ofType : type) };
  if (defaultValue) value.default = valueFromASTUntyped(defaultValue);
  const asJson = isInputObjectType(getNamedType(type));
  return {
    name: variable.name.value,
    in: 'query',
    required: isNonNullType(type) && !defaultValue,
    ...(description && { description }),
    ...(asJson
      ? { content: { 'application/json': { schema: value } } }
      : { schema: value, explode: true, style: 'form' }),
  };
}

function object(fields: readonly Selected[], schemas: Schemas): Json {
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map((field) => [field.key, output(field.type, field, schemas)])),
    required: fields.filter(({ optional }) => !optional).map(({ key }) => key),
  };
}

function output(type: GraphQLOutputType, field: Selected, schemas: Schemas): Json {
  const { description } = field;
  return { ...nullable(type, field, schemas), ...(description && { description }) };
}

function nullable(type: GraphQLOutputType, field: Selected, schemas: Schemas): Json {
  if (!isNonNullType(type)) return orNull(present(type, field, schemas));
  return present(type.ofType, field, schemas);
}

function present(type: GraphQLOutputType, field: Selected, schemas: Schemas): Json {
  if (isListType(type)) return { type: 'array', items: nullable(type.ofType as GraphQLOutputType, field, schemas) };
  if (field.below.length > 0) return object(field.below, schemas);
  return isEnumType(type) ? schemas.enum(type) : scalar(String(type));
}

function orNull(schema: Json): Json {
  if (typeof schema.type === 'string') return { ...schema, type: [schema.type, 'null'] };
  return '$ref' in schema ? { anyOf: [schema, { type: 'null' }] } : schema;
}

function scalar(name: string): Json {
  switch (name) {
    case 'Int':
      return { type: 'integer', format: 'int32' };
    case 'Float':
      return { type: 'number' };
    case 'Boolean':
      return { type: 'boolean' };
    case 'Date':
      return { type: 'string', format: 'date' };
    case 'DateTime':
      return { type: 'string', format: 'date-time' };
    case 'String':
    case 'ID':
      return { type: 'string' };
    default:
      // Whatever a custom scalar takes.
      return {};
  }
}

/** Enums and inputs, which have names of their own. */
class Schemas {
  readonly named: Record<string, Json> = {};

  input(type: GraphQLInputType): Json {
    if (isNonNullType(type)) return this.input(type.ofType);
    if (isListType(type)) return { type: 'array', items: this.input(type.ofType) };
    if (isEnumType(type)) return this.enum(type);
    return isInputObjectType(type) ? this.inputObject(type) : scalar(String(type));
  }

  enum(type: GraphQLEnumType): Json {
    const values = type.getValues().map(({ name }) => name);
    return this.ref(type.name, () => ({ type: 'string', enum: values, ...described(type) }));
  }

  private inputObject(type: GraphQLInputObjectType): Json {
    const fields = Object.values(type.getFields());
    return this.ref(type.name, () => ({
      type: 'object',
      properties: Object.fromEntries(
        fields.map((field) => [
          field.name,
          {
            ...(isNonNullType(field.type) ? this.input(field.type) : orNull(this.input(field.type))),
            ...described(field),
          },
        ]),
      ),
      required: fields
        .filter((field) => isNonNullType(field.type) && field.defaultValue === undefined)
        .map(({ name }) => name),
      additionalProperties: false,
      ...described(type),
    }));
  }

  private ref(name: string, make: () => Json): Json {
    if (!(name in this.named)) {
      this.named[name] = {};
      this.named[name] = make();
    }
    return { $ref: `#/components/schemas/${name}` };
  }
}

const described = ({ description }: { description?: string | null }) => (description ? { description } : {});

const PARAMETERS = {
  purpose: {
    name: 'throughline-purpose',
    in: 'header',
    description: 'What the request is for.',
    schema: { type: 'string', enum: purposes },
  },
  justification: {
    name: 'throughline-justification',
    in: 'header',
    description: 'Why, in words, where the purpose alone does not say.',
    schema: { type: 'string', minLength: 10 },
  },
  requestId: {
    name: 'x-request-id',
    in: 'header',
    description: 'An id of the request, which comes back with the answer and in every error.',
    schema: { type: 'string', maxLength: 128 },
  },
};

const RESPONSES = {
  refused: {
    description: 'The request was refused, or failed; `extensions.code` says why.',
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Refused' } } },
  },
};

const ERRORS = {
  Error: {
    type: 'object',
    required: ['message', 'extensions'],
    properties: {
      message: { type: 'string' },
      path: { type: 'array', items: { type: ['string', 'integer'] } },
      extensions: {
        type: 'object',
        required: ['code', 'requestId'],
        properties: { code: { type: 'string', enum: errorCodes }, requestId: { type: 'string' } },
      },
    },
  },
  Refused: {
    type: 'object',
    required: ['errors'],
    properties: { errors: { type: 'array', minItems: 1, items: { $ref: '#/components/schemas/Error' } } },
  },
};
