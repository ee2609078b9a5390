import type { GraphQLError } from 'graphql';
import { type Data, isData, ownValue } from './data';
import { type ResponsePath, engineError, shownError } from './errors';
import type { Content } from './selection';
import type { SubgraphError } from './source';
import type { Problem } from './writer';

/** The errors of one answer: each at a place that the caller asked for, once. */
export class AnswerErrors {
  readonly list: GraphQLError[] = [];
  /** True where some fetch brought nothing. */
  failed = false;
  private readonly known = new Set<string>();
  private readonly paths: PathTree = { end: false, below: new Map() };

  /** `root` says what the caller is answered; `data` is what has been fetched. */
  constructor(
    private readonly root: Content,
    private readonly data: Data,
    private readonly limit: number,
  ) {}

  /**
   * An error of a subgraph, or without one that there was no answer. Paths have the names under which things were
   * fetched. One into what nobody asked for is cut short.
   */
  add(error: SubgraphError | undefined, path?: ResponsePath): void {
    for (const shown of path ? this.shownPaths(path) : [{ path: [] }]) {
      this.push(shownError(error, shown.path.length > 0 ? shown.path : undefined));
    }
  }

  /** Says of each key of an object that it is not there; of those keys that the caller asked for. */
  addFields(error: SubgraphError | undefined, above: ResponsePath, keys: readonly string[]): void {
    for (const key of keys) {
      if (key === '__typename') continue;
      for (const { path, whole } of this.shownPaths([...above, key])) {
        if (whole) this.push(shownError(error, path));
      }
    }
  }

  /** What came up in writing, except where an error before it explains that. */
  addProblems(problems: readonly Problem[], above: ResponsePath): void {
    for (const { message, path: below } of problems) {
      const path = [...above, ...below];
      if (!this.explains(path)) this.push(engineError('SUBGRAPH_UNAVAILABLE', message, path));
    }
  }

  get full(): boolean {
    return this.list.length >= this.limit;
  }

  private push(error: GraphQLError): void {
    if (this.full) return;
    const { message, path = [], extensions } = error;
    const identity = JSON.stringify([path, extensions.code, message]);
    if (this.known.has(identity)) return;
    this.known.add(identity);
    this.list.push(error);
    let tree = this.paths;
    for (const part of path) {
      let next = tree.below.get(part);
      if (!next) tree.below.set(part, (next = { end: false, below: new Map() }));
      tree = next;
    }
    tree.end = true;
  }

  /** True where there is an error at the path, above it or below it. */
  private explains(path: ResponsePath): boolean {
    let tree: PathTree | undefined = this.paths;
    for (const part of path) {
      if (tree.end) return true;
      tree = tree.below.get(part);
      if (!tree) return false;
    }
    return true;
  }

  /** Where the caller sees what was fetched at a path: at several places, where one value has several names. */
  private shownPaths(fetched: ResponsePath): ShownPath[] {
    const visit = (at: number, content: Content, value: unknown, path: ResponsePath): ShownPath[] => {
      if (at === fetched.length) return [{ path, whole: true }];
      const part = fetched[at]!;
      if (content.kind === 'list') {
        const item: unknown = Array.isArray(value) ? value[Number(part)] : undefined;
        return visit(at + 1, content.of, item, [...path, part]);
      }
      const object = isData(value) ? value : undefined;
      const fields = content.kind === 'object' && content.shapeOf(object?.__typename)?.byFetched.get(String(part));
      const open = fields ? fields.filter(({ withheld }) => !withheld) : [];
      if (open.length === 0) return [{ path, whole: false }];
      return open.flatMap(({ key, fetched: name, content: below }) => {
        const own = [...path, key];
        if (below.kind === 'typename') return [{ path: own, whole: at === fetched.length - 1 }];
        return visit(at + 1, below, object && ownValue(object, name), own);
      });
    };
    return visit(0, this.root, this.data, []);
  }
}

interface ShownPath {
  path: ResponsePath;
  /** False where the caller sees only so much of the way. */
  whole: boolean;
}

interface PathTree {
  /** True where an error has this path. */
  end: boolean;
  below: Map<string | number, PathTree>;
}
