/** An object of an answer. */
export type Data = Record<string, unknown>;

export function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * True for a response name that every object seems to have. A caller may choose such an alias, and a subgraph may send
 * such a key: reading it must not find what is not there, writing it must not change what an object is.
 */
export function isRisky(key: string): boolean {
  return key in Object.prototype;
}

/** The value under a key that may be risky. */
export function ownValue(object: Data, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Sets a key that may be risky. */
export function defineValue(object: Data, key: string, value: unknown): void {
  Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
}
