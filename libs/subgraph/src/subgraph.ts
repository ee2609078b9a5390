import { ALL_RIGHTS, type Scope, holds } from '@throughline/access';
import {
  type DocumentNode,
  type ExecutionResult,
  type FieldNode,
  GraphQLError,
  type GraphQLSchema,
  TypeInfo,
  createSourceEventStream,
  execute,
  parse,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { CodeBook } from './code-book';
import { type Caller, Context } from './context';
import { Database, migrate, provision, roleUrls, schemaName } from './database';
import { CodedError, isShown } from './errors';
import { followFeed, lastOfFeed, readFeed } from './feed';
import { type ImportBatch, type ImportResult, Importer, type RecordCheck } from './import';
import { type Class, modelOf } from './model';
import { Neighbours } from './neighbours';
import { type Announcer, type ChangeNotice, type Concern, announcerOf } from './notice';
import { type FederatedSchema, type SchemaParts, federatedSchema } from './schema';

/** The table of contents of a subgraph. */
export interface SubgraphDefinition extends SchemaParts {
  name: string;
  /** Where it listens when it runs alone, unless told otherwise. */
  port: number;
  migrations: Class[];
  /** Row-level security of its tables that are no records: see `guarded`. */
  policies?: string[];
  /** Rules over whole records at import, by record type. */
  checks?: Record<string, RecordCheck>;
  /** Whom changes concern, by record type; those of a type that is not named concern nobody. */
  concerns?: Record<string, Concern>;
  /** Names of the subgraphs that its resolvers ask. */
  asks?: readonly string[];
  /** Work that goes on beside serving, over the ports of all subgraphs; begun once they can be asked. */
  background?: (db: Database, ports: readonly SubgraphPort[]) => Background;
  /** Lays the stored codes over the built-in ones; called at start and after an import that brought some. */
  loadCodes?: (db: Database, codes: CodeBook) => Promise<void>;
}

/** Work that has begun. */
export interface Background {
  /** Ends it, with what is under way finished. */
  stop(): Promise<void>;
}

export interface GraphQLRequest {
  query: string;
  variables?: Record<string, unknown> | null;
  operationName?: string | null;
}

/** For how long somebody waits for an answer. */
export interface Until {
  /** Milliseconds since 1970 after which nobody does. */
  deadline?: number;
  /** Aborted when whoever asked has gone. */
  signal?: AbortSignal;
}

/** What the gateway needs of a subgraph, in its process or across HTTP. */
export interface SubgraphPort {
  readonly name: string;
  /** Bundle record types it owns. */
  readonly records: string[];
  /** How many batches of one import it takes at once and still writes in order. */
  readonly importsAtOnce: number;
  /** `extensions.seen` of an answer has the ids of the records that it was made from. */
  execute(request: GraphQLRequest, caller: Caller, until?: Until): Promise<ExecutionResult>;
  /** The events of a subscription, for as long as `signal` allows. One that cannot begin is one answer with errors. */
  subscribe(request: GraphQLRequest, caller: Caller, signal: AbortSignal): AsyncIterable<ExecutionResult>;
  import(batch: ImportBatch): Promise<ImportResult>;
  finishImport(run: string): Promise<void>;
  /** The next changes of its records after `cursor`, from the beginning without one, oldest first; `limit` at most. */
  changes(cursor: string | null, limit?: number): Promise<ChangeNotice[]>;
  /** Cursor of the last change that is recorded; null where there is none. */
  lastChange(): Promise<string | null>;
  /**
   * The same for as long as `signal` allows, in batches as they come, and waits for more. Throws where the subgraph
   * can no longer be read; whoever follows begins again from the cursor of the last notice.
   */
  followChanges(cursor: string | null, signal: AbortSignal): AsyncIterable<ChangeNotice[]>;
}

const PARSED = 500;

/** A subgraph on its database. */
export class Subgraph implements SubgraphPort {
  readonly importsAtOnce = 2;
  private readonly parsed = new Map<string, Parsed>();
  private readonly neighbours = new Neighbours();

  private constructor(
    private readonly definition: SubgraphDefinition,
    /** With the rights of a service: for imports, feeds and what goes on in the background. */
    readonly db: Database,
    private readonly federated: FederatedSchema,
    private readonly codes: CodeBook,
    private readonly importer: Importer,
    private readonly announce: Announcer,
  ) {}

  /** Provisions and migrates the database, builds the schema, and is ready to answer. */
  static async start(definition: SubgraphDefinition, databaseUrl: string): Promise<Subgraph> {
    const { name, migrations } = definition;
    const models = tablesOf(definition);
    const announcer = announcerOf(models.map(modelOf), definition.concerns ?? {});
    const urls = roleUrls(databaseUrl, name);
    await provision(databaseUrl, name);
    await migrate(urls.owner, name, models, migrations, definition.policies);
    const db = Database.connect(urls.app, schemaName(name)).as(ALL_RIGHTS);
    const codes = new CodeBook();
    await definition.loadCodes?.(db, codes);
    // An import that was cut short leaves what it had named; two days are more than any import takes.
    await db.query(`DELETE FROM ${db.schema}.import_seen WHERE at < now() - interval '2 days'`);
    const importer = new Importer(db, codes, models.map(modelOf), definition.checks);
    return new Subgraph(definition, db, await federatedSchema(definition), codes, importer, announcer);
  }

  get name(): string {
    return this.definition.name;
  }

  get records(): string[] {
    return this.importer.types;
  }

  async execute(request: GraphQLRequest, caller: Caller): Promise<ExecutionResult> {
    const document = this.document(request.query, caller);
    if (!('kind' in document)) return { errors: document };
    const seen = new Set<string>();
    const result = await execute(this.execution(request, document, this.context(caller, seen)));
    return { ...withShownErrors(result), extensions: { seen: [...seen] } };
  }

  async *subscribe(
    request: GraphQLRequest,
    caller: Caller,
    signal: AbortSignal,
  ): AsyncGenerator<ExecutionResult, void, undefined> {
    const document = this.document(request.query, caller);
    if (!('kind' in document)) return yield { errors: document };
    // A context of its own for each event: what one of them loaded may have changed by the next.
    const execution = (seen?: Set<string>) => this.execution(request, document, this.context(caller, seen, signal));
    const events = await createSourceEventStream(execution());
    if (!(Symbol.asyncIterator in events)) return yield withShownErrors(events);
    for await (const event of events) {
      const seen = new Set<string>();
      const result = await execute({ ...execution(seen), rootValue: event });
      yield { ...withShownErrors(result), extensions: { seen: [...seen] } };
    }
  }

  async import(batch: ImportBatch): Promise<ImportResult> {
    const result = await this.importer.import(batch);
    const { codeRecords = [], loadCodes } = this.definition;
    if (loadCodes && codeRecords.some((type) => result.byType[modelOf(type).record!]?.accepted))
      await loadCodes(this.db, this.codes);
    return result;
  }

  async finishImport(run: string): Promise<void> {
    await this.importer.finish(run);
  }

  async changes(cursor: string | null, limit?: number): Promise<ChangeNotice[]> {
    return this.announce(this.db, await readFeed(this.db, cursor, limit));
  }

  lastChange(): Promise<string | null> {
    return lastOfFeed(this.db);
  }

  async *followChanges(cursor: string | null, signal: AbortSignal): AsyncGenerator<ChangeNotice[]> {
    for await (const entries of followFeed(this.db, cursor, signal)) yield this.announce(this.db, entries);
  }

  /** Tells it of the subgraphs that its resolvers ask. */
  meet(ports: readonly SubgraphPort[]): void {
    this.neighbours.meet(ports);
  }

  /** Begins what is to go on beside serving; the other subgraphs must not stop before it has. */
  startBackground(ports: readonly SubgraphPort[]): Background | undefined {
    return this.definition.background?.(this.db, ports);
  }

  async stop(): Promise<void> {
    await this.db.stop();
  }

  /** Sees what the caller may see, and nothing where nobody says what that is. */
  private context(caller: Caller, seen?: Set<string>, signal?: AbortSignal): Context {
    return new Context(this.db.as(caller.rights, caller.actor, seen), this.codes, caller, signal, this.neighbours);
  }

  private execution({ variables, operationName }: GraphQLRequest, document: DocumentNode, context: Context) {
    const { schema } = this.federated;
    return { schema, document, variableValues: variables, operationName, contextValue: context };
  }

  /** A document that the caller may run; else what is wrong with it. */
  private document(query: string, { rights }: Caller): DocumentNode | readonly GraphQLError[] {
    const parsed = this.parse(query);
    if ('errors' in parsed) return parsed.errors;
    const opens = (sets: Needed) => sets.some((set) => set.every((scope) => holds(rights, scope)));
    const closed = parsed.needed.find((sets) => !opens(sets));
    if (!closed) return parsed.document;
    const wanting = closed[0]!.find((scope) => !holds(rights, scope))!;
    return [new CodedError('FORBIDDEN', `This needs ${wanting}.`)];
  }

  /** The gateway sends the same few documents again and again: each is parsed and validated once. */
  private parse(query: string): Parsed | { errors: readonly GraphQLError[] } {
    const known = this.parsed.get(query);
    if (known) return known;
    let document: DocumentNode;
    try {
      document = parse(query);
    } catch (error) {
      return { errors: [error as GraphQLError] };
    }
    const { schema, scopes } = this.federated;
    const errors = validate(schema, document);
    if (errors.length > 0) return { errors };
    const parsed = { document, needed: neededIn(schema, document, scopes) };
    if (this.parsed.size >= PARSED) this.parsed.delete(this.parsed.keys().next().value!);
    this.parsed.set(query, parsed);
    return parsed;
  }
}

/** Sets of scopes, one of which a field needs as a whole. */
type Needed = readonly (readonly Scope[])[];

/** A valid document, and the scopes that its fields need. */
interface Parsed {
  document: DocumentNode;
  needed: readonly Needed[];
}

/** What the fields of a document need, each need once. */
function neededIn(schema: GraphQLSchema, document: DocumentNode, of: FederatedSchema['scopes']): Needed[] {
  const types = new TypeInfo(schema);
  const found = new Map<string, Needed>();
  const Field = ({ name }: FieldNode) => {
    const sets = of.get(`${types.getParentType()!.name}.${name.value}`);
    if (sets) found.set(sets.join(' | '), sets);
  };
  visit(document, visitWithTypeInfo(types, { Field }));
  return [...found.values()];
}

/** Every class of a subgraph that has a table. */
export function tablesOf({ records, codeRecords = [] }: SubgraphDefinition): Class[] {
  return [...records, ...codeRecords];
}

function withShownErrors(result: ExecutionResult): ExecutionResult {
  return result.errors ? { ...result, errors: result.errors.map(shown) } : result;
}

/** What may leave the service of an error: coded errors whole, of any other only that it happened. */
function shown(error: GraphQLError): GraphQLError {
  if (isShown(error)) return error;
  const { nodes, path, originalError, stack } = error;
  // SQLSTATE class 22: PostgreSQL cannot read a value, such as text with a NUL or a cursor that somebody wrote by hand.
  if ((originalError as { code?: string } | undefined)?.code?.startsWith('22')) {
    const extensions = {
      code: 'INVALID_INPUT',
      fields: [{ field: String(path?.at(-1)), reason: 'an argument has a value that cannot be read' }],
    };
    return new GraphQLError('An argument has a value that cannot be read.', { nodes, path, extensions });
  }
  process.stderr.write(`${String(originalError?.stack ?? stack)}\n`);
  const safe = new CodedError('INTERNAL', 'Something went wrong inside the service.');
  return new GraphQLError(safe.message, { nodes, path, extensions: safe.extensions });
}
