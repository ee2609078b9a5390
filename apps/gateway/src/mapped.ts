/**
 * Each value of a stream made into another. Not a generator: its `return` would wait for a value that may never come.
 */
export function mapped<From, To>(values: AsyncIterable<From>, to: (value: From) => To): AsyncIterableIterator<To> {
  const source = values[Symbol.asyncIterator]();
  return {
    next: async () => {
      const result = await source.next();
      return result.done ? { done: true, value: undefined } : { done: false, value: to(result.value) };
    },
    return: async () => {
      await source.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
