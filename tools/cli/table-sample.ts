import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BundleRecord, Conversion, ConversionSummary } from './table';

/** For specs: a temporary folder of invented files that goes when its scope ends; names in `.gz` are compressed. */
export async function sampleFolder(files: Record<string, string>): Promise<AsyncDisposable & { path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'throughline-cli-'));
  for (const [name, text] of Object.entries(files)) {
    await writeFile(join(path, name), name.endsWith('.gz') ? gzipSync(text) : text);
  }
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) };
}

/** For specs: walks a whole conversion. */
export async function walk(conversion: Conversion): Promise<{ records: BundleRecord[]; summary: ConversionSummary }> {
  const records: BundleRecord[] = [];
  for await (const record of conversion.records) records.push(record);
  return { records, summary: conversion.summary() };
}

/** For specs: the records of a type by ref. */
export function byRef(records: BundleRecord[], type: string): Map<string, BundleRecord> {
  return new Map(records.filter((record) => record.type === type).map((record) => [record.ref, record]));
}

/** For specs: how many there are of each. */
export function counted(values: Iterable<string>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

/** For specs: the count of what was left out, or noticed, by what it is. */
export function counts(entries: { what: string; count: number }[]): Record<string, number> {
  return Object.fromEntries(entries.map(({ what, count }) => [what, count]));
}
