import type { BundleRecord } from './bundle-record';
export function* stories(_asAt: number): Generator<BundleRecord> {}
