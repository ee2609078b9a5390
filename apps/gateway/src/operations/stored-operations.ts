import path from 'node:path';
import { CodedError } from '@throughline/subgraph';
import {
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  stripIgnoredCharacters,
  validate,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { type Manifest, type ManifestOperation, manifestOf, readManifest } from './manifest';

/** An operation that was written beforehand: trusted, and answered by its name. */
export interface StoredOperation extends ManifestOperation {
  document: DocumentNode;
  definition: OperationDefinitionNode;
  /** What it is for, from the comment at its beginning. */
  about: string;
}

export interface OperationSettings {
  /** Files of further manifests. */
  manifests?: readonly string[];
  /** Refuses every operation that is in no manifest. */
  trustedOnly?: boolean;
}

/** The operations that come with the product. */
const OWN = path.resolve(__dirname, '../../operations');
/** Characters of queries that clients registered by their hash. */
const REGISTERED = 16 * 1024 * 1024;

/** Operations that were written beforehand, and those that clients register by their hash. */
export class StoredOperations {
  readonly manifest: Manifest;
  readonly trustedOnly: boolean;
  private readonly byName = new Map<string, StoredOperation>();
  private readonly byId = new Map<string, StoredOperation>();
  private readonly byText = new Map<string, StoredOperation>();
  private readonly registered = new LRUCache<string, string>({
    maxSize: REGISTERED,
    sizeCalculation: (text, key) => text.length + key.length,
  });
  private readonly offers = new WeakMap<GraphQLSchema, readonly StoredOperation[]>();

  /** Throws an error that says what is wrong with a manifest. */
  constructor({ manifests = [], trustedOnly = false }: OperationSettings = {}) {
    this.trustedOnly = trustedOnly;
    const own = manifestOf(OWN);
    this.manifest = { ...own, operations: [own, ...manifests.map(readManifest)].flatMap((each) => each.operations) };
    for (const each of this.manifest.operations) this.add(stored(each));
  }

  /** The operation of a name, where a schema can answer it. */
  offered(schema: GraphQLSchema, name: string): StoredOperation | undefined {
    const operation = this.byName.get(name);
    return operation && this.all(schema).includes(operation) ? operation : undefined;
  }

  /** Those that a schema can answer. */
  all(schema: GraphQLSchema): readonly StoredOperation[] {
    let offer = this.offers.get(schema);
    if (!offer) {
      offer = [...this.byName.values()].filter(({ document }) => validate(schema, document).length === 0);
      this.offers.set(schema, offer);
    }
    return offer;
  }

  /** The stored operation that a client means by its id. */
  byItsId(id: string): StoredOperation | undefined {
    return this.byId.get(id);
  }

  /** The stored operation that a text is, whatever its spaces, commas and comments. */
  byItsText(text: string): StoredOperation | undefined {
    return this.byText.get(text) ?? this.byText.get(stripIgnoredCharacters(text));
  }

  /** Throws `OPERATION_NOT_ALLOWED` for what is in no manifest, where only that may be asked. */
  check(text: string): void {
    if (!this.trustedOnly || this.byItsText(text)) return;
    throw new CodedError('OPERATION_NOT_ALLOWED', 'Only operations that are stored here can be asked.');
  }

  /** For Apollo Server: automatic persisted queries, among which stored operations are from the beginning. */
  readonly cache = {
    get: async (key: string): Promise<string | undefined> => {
      const id = key.slice(key.indexOf(':') + 1);
      return this.byId.get(id)?.body ?? (this.trustedOnly ? undefined : this.registered.get(key));
    },
    set: async (key: string, text: string): Promise<void> => {
      if (!this.trustedOnly) this.registered.set(key, text);
    },
    delete: async (key: string): Promise<boolean> => this.registered.delete(key),
  };

  private add(operation: StoredOperation): void {
    const { id, name, body } = operation;
    if (this.byName.has(name)) throw new Error(`two stored operations are called ${name}`);
    if (this.byId.has(id)) throw new Error(`two stored operations have the id ${id}`);
    this.byName.set(name, operation);
    this.byId.set(id, operation);
    this.byText.set(body, operation);
    this.byText.set(stripIgnoredCharacters(body), operation);
  }
}

function stored(operation: ManifestOperation): StoredOperation {
  const { name, type, body } = operation;
  const document = parse(body);
  const definition = document.definitions.find(
    (node) =>
      node.kind === Kind.OPERATION_DEFINITION && node.name?.value === name && (node.operation as string) === type,
  );
  if (!definition) throw new Error(`the body of the stored operation ${name} has no ${type} of that name`);
  const about = /^(?:#.*\n)*/
    .exec(body)![0]
    .replaceAll(/^#[ \t]*/gm, '')
    .trim()
    .replaceAll('\n', ' ');
  return { ...operation, document, definition: definition as OperationDefinitionNode, about };
}
