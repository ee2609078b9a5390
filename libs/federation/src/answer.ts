import { type GraphQLError, OperationTypeNode } from 'graphql';
import type { AnswerErrors } from './answer-errors';
import type { Data } from './data';
import { type ResponsePath, engineError } from './errors';
import { MUTATION_COST } from './extent';
import { introspect } from './introspection';
import type { Operation } from './operation';
import type { Prepared } from './prepared';
import type { Run } from './run';
import type { Schedule } from './schedule';
import type { Content, ShapeOf } from './selection';
import type { Writer } from './writer';

/** Answers with JSON text or with objects. */
export type WriterClass<Form> = new (missing: ReadonlySet<object>) => Writer<Form>;

export interface Written<Form> {
  data: Form | null;
  errors?: readonly GraphQLError[];
}

/** Runs a query or mutation to its end. */
export async function fetchAndWrite<Form>(prepared: Prepared, form: WriterClass<Form>): Promise<Written<Form>> {
  const { generation, operation } = prepared;
  generation.hold();
  const run = prepared.run();
  try {
    const root = rootContent(prepared);
    const errors = run.errors(root);
    addIntrospection(prepared, run.data);
    await run.perform(wholeSchedule(operation), errors);
    return write(prepared, run, { object: run.data, shapeOf: root.shapeOf, errors }, form);
  } finally {
    run.close();
    generation.release();
  }
}

/** The only schedule of an operation without deferred parts. */
function wholeSchedule({ stage }: Operation): Schedule {
  if (stage.kind === 'choice') throw new Error('an operation with deferred parts cannot be answered at once');
  return stage.schedule;
}

/** What stands at the root of an answer. */
export function rootContent({ operation, values }: Prepared): Extract<Content, { kind: 'object' }> {
  return { kind: 'object', type: operation.rootType.name, shapeOf: operation.answered({ values }), weight: 0 };
}

/** Adds what the schema says of itself. */
export function addIntrospection({ operation, values }: Prepared, data: Data): void {
  const { introspection, introspected } = operation;
  if (introspection) Object.assign(data, introspect(introspected, introspection, values));
}

export interface WriteRequest {
  object: Data;
  shapeOf: ShapeOf;
  errors: AnswerErrors;
  /** Where the object stands; by default at the root. */
  above?: ResponsePath;
}

/** Writes what is answered for one object of a run, and adds what came up to its errors. */
export function write<Form>(
  { operation, hooks, maxBytes }: Prepared,
  run: Run,
  { object, shapeOf, errors, above = [] }: WriteRequest,
  form: WriterClass<Form>,
): Written<Form> {
  const began = hooks.onWrite ? performance.now() : 0;
  const { written, problems, ...extent } = new form(run.missing).write(shapeOf(object.__typename)!, object);
  errors.addProblems(problems, above);
  // A fetch that nobody asked for by name, such as one for keys, can fail without a place to say so.
  if (errors.failed && errors.list.length === 0) errors.add(undefined);
  const list = extent.bytes > maxBytes ? [tooLong(maxBytes)] : errors.list;
  const { caller } = run.options.context;
  const { name: operationName } = operation;
  const isMutation = operation.kind === OperationTypeNode.MUTATION;
  const cost = extent.cost + (isMutation && above.length === 0 ? MUTATION_COST : 0);
  const { bytes } = extent;
  hooks.onWrite?.({ operationName, began, ended: performance.now(), errors: list.length, cost, bytes, caller });
  if (bytes > maxBytes) return { data: null, errors: list };
  return { data: written ?? null, ...(list.length > 0 && { errors: list }) };
}

const tooLong = (most: number): GraphQLError =>
  engineError('LIMIT_EXCEEDED', `The answer has more than ${most} bytes: ask for less of it at once.`);
