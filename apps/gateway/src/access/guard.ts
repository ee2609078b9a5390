import { createHash } from 'node:crypto';
import { type AuditKind, type Principal, type Rights, type Scope, scopesOf } from '@throughline/access';
import type { Extent, Variant } from '@throughline/federation';
import { CodedError } from '@throughline/subgraph';
import { type DocumentNode, type GraphQLSchema, OperationTypeNode, getOperationAST, print } from 'graphql';
import type { Access, Admitted } from './access';
import { CallerSchemas } from './caller-schema';
import { type Explained, explain } from './explain';
import type { Key } from './key-store';
import { FieldScopes, type Visible, type Withheld } from './visible-schema';

/** An operation that somebody may run, and what of it. */
export interface Permitted {
  /** Which operation of which schema, for the log. */
  operation: string;
  operationHash: string;
  kind: AuditKind;
  visible: Visible;
  /** What is run in place of the operation; undefined where that is the operation as it is. */
  variant: Variant | undefined;
}

/** An operation as somebody asked for it, validated. */
export interface AskedOperation {
  schema: GraphQLSchema;
  document: DocumentNode;
  operationName?: string | null;
  variables?: Readonly<Record<string, unknown>> | null;
}

/** What one request may run, and what that costs. */
export interface Permit extends Permitted {
  /** As it is told before anything is run. */
  estimated: number;
  /** What of the estimate has not been set against what was measured. */
  unsettled: number;
  /** As it was measured so far. */
  actual: number;
  /** Bytes that its answer may have. */
  maxBytes: number;
}

export interface GuardOptions {
  access: Access;
  /** True where a text is the stored operation of a name. */
  isStored: (name: string, text: string) => boolean;
  /** What an operation asks for. */
  extent: (asked: AskedOperation) => Extent;
}

/** Decides what of an operation its caller may run, and sees to it that what came of it is written down. */
export class Guard {
  private scopes: FieldScopes;
  private schemas: CallerSchemas;
  private known = new WeakMap<DocumentNode, Map<string, Permitted>>();

  /** Holds to what a supergraph says of scopes. */
  constructor(
    supergraphSdl: string,
    private readonly options: GuardOptions,
  ) {
    this.scopes = new FieldScopes(supergraphSdl);
    this.schemas = new CallerSchemas(this.scopes);
  }

  /** Another supergraph is about to be served: what it says of scopes holds from now on. */
  learn(supergraphSdl: string): void {
    this.scopes = new FieldScopes(supergraphSdl, this.scopes);
    this.schemas = new CallerSchemas(this.scopes);
    this.known = new WeakMap();
  }

  /**
   * What of an operation is run, and takes what that is estimated to cost. Throws `FORBIDDEN` where it would be too
   * little, and `LIMIT_EXCEEDED` where it asks for too much.
   */
  async permit(asked: AskedOperation, caller: Admitted): Promise<Permit> {
    this.refuseOthers(asked, caller);
    const permitted = this.permitted(asked, caller.rights);
    // What is withheld is not fetched, and costs nothing.
    const extent = this.options.extent({ ...asked, document: permitted.visible.document });
    const { limiter } = this.options.access;
    limiter.refuseTooMuch(extent, asked.document, caller.principal.limits);
    refuseWithheld(asked, permitted.visible, caller.principal);
    await limiter.cost(caller.principal, extent.cost);
    const { maxResponseBytes: maxBytes } = limiter.of(caller.principal.limits);
    return { ...permitted, estimated: extent.cost, unsettled: extent.cost, actual: 0, maxBytes };
  }

  /** Sets what an operation cost so far against what was taken for it. */
  settle(caller: Admitted, permit: Permit): void {
    const { spent } = caller;
    this.options.access.limiter.settleCost(caller.principal, spent - permit.unsettled);
    Object.assign(permit, { unsettled: 0, actual: permit.actual + spent });
    caller.spent = 0;
  }

  /** Whoever is confined to stored operations runs no other, whatever it calls itself. */
  private refuseOthers({ document, operationName }: AskedOperation, { principal: { operations } }: Admitted): void {
    if (!operations) return;
    const name = getOperationAST(document, operationName)?.name?.value;
    const text = document.loc?.source.body;
    if (name !== undefined && text !== undefined && operations.includes(name) && this.options.isStored(name, text))
      return;
    throw new CodedError(
      'OPERATION_NOT_ALLOWED',
      `This key may run these stored operations only: ${operations.join(', ')}.`,
      {
        http: { status: 403 },
      },
    );
  }

  /** What would become of an operation that came with a key. */
  explain(
    schema: GraphQLSchema,
    stored: Explained['stored'],
    key: Key,
    operation: string,
    variables: Record<string, unknown>,
  ) {
    const { extent, access } = this.options;
    const limits = ({ limits: own }: Key) => access.limiter.of(own);
    return explain({ schema, scopes: this.scopes, stored, limits, extent }, key, operation, variables);
  }

  /** The schema as a caller is shown it. */
  schemaOf(schema: GraphQLSchema, { rights }: Admitted): GraphQLSchema {
    return this.schemas.of(schema, new Set(scopesOf(rights)));
  }

  /**
   * Writes down what came of an operation. Resolves once it is stored; what says nothing about anybody is not written.
   * Rejects where it cannot be stored: nobody may then be answered.
   */
  async record(
    caller: Admitted,
    { operation, operationHash, kind, visible }: Permitted,
    outcome: string,
  ): Promise<void> {
    if (kind === 'CONSULTATION' && !visible.isPersonal && visible.omitted.size === 0 && outcome === 'ALLOWED') return;
    await this.options.access.record(caller, {
      operation,
      operationHash,
      kind: kind === 'CONSULTATION' && caller.principal.kind === 'PARTNER' ? 'DISCLOSURE' : kind,
      coordinates: visible.coordinates,
      recordIds: [...caller.seen].sort(),
      withheld: [...new Set(visible.withheld.map(({ scope }) => scope))].sort(),
      outcome,
    });
    // Of a stream, each event is written down for itself.
    caller.seen.clear();
  }

  /** Writes down that an operation was refused, where nothing of it was permitted. */
  async recordRefusal(
    caller: Admitted,
    { document, operationName }: Omit<AskedOperation, 'schema' | 'variables'>,
    outcome: string,
  ): Promise<void> {
    const { name, kind, hash } = identity(document, operationName);
    const nothing = { coordinates: [], recordIds: [], withheld: [] };
    await this.options.access.record(caller, { operation: name, operationHash: hash, kind, ...nothing, outcome });
  }

  private permitted({ schema, document, operationName }: AskedOperation, rights: Rights): Permitted {
    const partial = partialScopes(rights);
    const key = [operationName ?? '', ...scopesOf(rights), '/', ...partial].join(' ');
    let byKey = this.known.get(document);
    if (!byKey) this.known.set(document, (byKey = new Map<string, Permitted>()));
    let permitted = byKey.get(key);
    if (!permitted) byKey.set(key, (permitted = this.make({ schema, document, operationName }, rights, partial)));
    return permitted;
  }

  private make({ schema, document, operationName }: AskedOperation, rights: Rights, partial: Set<Scope>): Permitted {
    const held = new Set(scopesOf(rights));
    const visible = this.scopes.visible(schema, document, { operationName, held, partial });
    const { name, kind, hash } = identity(document, operationName);
    const prune: Variant['prune'] = (whole) => {
      const { document: pruned, omitted } = this.scopes.visible(schema, whole, { operationName, held });
      return { document: pruned, withheld: new Set(omitted.keys()) };
    };
    const isOwn = visible.omitted.size > 0 || visible.introspects;
    return {
      operation: name,
      operationHash: hash,
      kind,
      visible,
      variant: isOwn
        ? { key: [...held].join(' '), prune, schema: visible.introspects ? this.schemas.of(schema, held) : undefined }
        : undefined,
    };
  }
}

/** Throws `FORBIDDEN` where an operation is to be refused rather than run without what its caller may not see. */
function refuseWithheld(
  { document, operationName }: AskedOperation,
  { withheld, omitted }: Visible,
  { onWithheld }: Principal,
): void {
  if (omitted.size === 0 || withheld.length === 0) return;
  if (onWithheld === 'REJECT') throw forbidden(withheld);
  // What is to be done, or followed, is not passed over in silence.
  const { operation } = getOperationAST(document, operationName)!;
  const refused = withheld.filter(({ path }) => operation !== OperationTypeNode.QUERY && path.length === 1);
  if (refused.length > 0) throw forbidden(refused);
}

function forbidden(withheld: readonly Withheld[]): CodedError {
  const wanting = [...new Set(withheld.map(({ scope }) => scope))].sort();
  return new CodedError('FORBIDDEN', `This needs what you do not hold: ${wanting.join(', ')}.`, {
    withheld,
    http: { status: 403 },
  });
}

const READING: readonly Scope[] = ['case:read', 'order:read', 'risk:read', 'inspection:read'];
const WITHIN_ROWS: readonly Scope[] = ['suspect:identify', 'victim:identify', 'narrative:read'];

/** Scopes within records that some of the grants by which a caller reaches records lack. */
function partialScopes({ scopes }: Rights): Set<Scope> {
  const reaching = READING.reduce((mask, scope) => mask | (scopes[scope] ?? 0), 0);
  return new Set(WITHIN_ROWS.filter((scope) => scopes[scope] !== undefined && (reaching & ~scopes[scope]) !== 0));
}

interface Identity {
  name: string;
  kind: AuditKind;
  hash: string;
}

const identities = new WeakMap<DocumentNode, Map<string, Identity>>();

/** Name, hash and kind (Data Protection Act 2018 s.62) of an operation. */
function identity(document: DocumentNode, operationName?: string | null): Identity {
  let byName = identities.get(document);
  if (!byName) identities.set(document, (byName = new Map<string, Identity>()));
  let known = byName.get(operationName ?? '');
  if (known) return known;
  const operation = getOperationAST(document, operationName);
  known = {
    name: operation?.name?.value ?? '',
    kind:
      operation?.operation === OperationTypeNode.MUTATION
        ? kindOfMutation(operation.selectionSet.selections)
        : 'CONSULTATION',
    hash: createHash('sha256')
      .update(document.loc?.source.body ?? print(document))
      .digest('hex'),
  };
  byName.set(operationName ?? '', known);
  return known;
}

function kindOfMutation(selections: readonly { kind: string; name?: { value: string } }[]): AuditKind {
  const names = selections.map(({ name }) => name?.value ?? '');
  if (names.some((name) => /^(withdraw|delete|unlink|revoke)/.test(name))) return 'ERASURE';
  if (names.some((name) => name.startsWith('link'))) return 'COMBINATION';
  return 'ALTERATION';
}
