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

  /** An error of a subgraph, or without one that there was no answer. A path into what nobody asked for is cut short. */
  add(error: SubgraphError | undefined, path?: ResponsePath): void {
    const shown = path && this.shownPath(path).path;
    this.push(shownError(error, shown && shown.length > 0 ? shown : undefined));
  }

  /** Says of each key of an object that it is not there; of those keys that the caller asked for. */
  addFields(error: SubgraphError | undefined, above: ResponsePath, keys: readonly string[]): void {
    for (const key of keys) {
      if (key === '__typename') continue;
      const path = [...above, key];
      if (this.shownPath(path).whole) this.push(shownError(error, path));
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

  private shownPath(path: ResponsePath): { path: ResponsePath; whole: boolean } {
    let content: Content = this.root;
    let value: unknown = this.data;
    for (let at = 0; at < path.length; at += 1) {
      const part = path[at]!;
      if (content.kind === 'list') {
        content = content.of;
        value = Array.isArray(value) ? (value as unknown[])[Number(part)] : undefined;
        continue;
      }
      if (content.kind === 'leaf') return { path: path.slice(0, at), whole: false };
      const object = isData(value) ? value : undefined;
      const field = content.shapeOf(object?.__typename)?.byKey.get(String(part));
      if (!field || field.withheld) return { path: path.slice(0, at), whole: false };
      if (field.content.kind === 'typename') return { path: path.slice(0, at + 1), whole: at === path.length - 1 };
      content = field.content;
      value = object && ownValue(object, field.key);
    }
    return { path, whole: true };
  }
}

interface PathTree {
  /** True where an error has this path. */
  end: boolean;
  below: Map<string | number, PathTree>;
}
