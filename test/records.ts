import { recordId } from '@throughline/subgraph';
import { type Bundle, FORCE, type Graph } from './support';

/** A version of guidance, known by its first day. */
export const aGuidance = (key: string, version: string, fields: object = {}): Bundle => ({
  type: 'guidance',
  source: 'cps',
  ref: `${key}/${version}`,
  key,
  version,
  title: key,
  publisher: 'CPS',
  inForceFrom: version,
  ...fields,
});

/** The id of a version of guidance. */
export const guidanceId = (key: string, version: string) => recordId('guidance', 'cps', `${key}/${version}`);

export const anExamination = (ref: string, fields: object = {}): Bundle => ({
  type: 'fileExamination',
  source: 'hmcpsi',
  ref,
  inspection: 'I1',
  case: { source: FORCE, ref: 'C1' },
  examinedOn: '2024-09-01',
  answers: [{ question: 'q1', guidance: { key: 'stalking', version: '2024-01-01' } }],
  ...fields,
});

export const anEvent = (ref: string, fields: object = {}): Bundle => ({
  type: 'orderEvent',
  source: FORCE,
  ref,
  order: 'O1',
  on: '2024-03-01',
  kind: 'MADE',
  ...fields,
});

/** A decision that two suspect records are one person. */
export const aLink = (a: string, b: string, fields: object = {}): Bundle => ({
  type: 'identityLink',
  source: FORCE,
  ref: `${a}=${b}`,
  a,
  b,
  decision: 'SAME',
  decidedBy: 'An analyst',
  reason: 'The same fingerprints.',
  ...fields,
});

/** What takes a record back. */
export const withdrawn = ({ type, source, ref }: Bundle): Bundle => ({ type, source, ref, op: 'withdraw' });

/** Imports records, all of which must be taken. */
export async function take(graph: Graph, records: Bundle[]): Promise<void> {
  expect((await graph.import(records)).rejects).toEqual([]);
}
