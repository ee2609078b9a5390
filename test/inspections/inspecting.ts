import { recordId } from '@throughline/subgraph';
import { FORCE, type Bundle, type Graph } from '../support';

let requests = 0;
export const requestId = () => `inspecting-${++requests}`;

/** An inspection with a question of every kind. */
export const anInspection = (ref: string, fields: object = {}): Bundle => ({
  type: 'inspection',
  source: 'hmcpsi',
  ref,
  title: 'Files of stalking',
  body: 'hmcpsi',
  openedOn: '2024-06-01',
  themes: [
    {
      key: 'DECISION',
      title: 'The decision',
      questions: [
        { key: 'WHOLE', text: 'Does it look at the whole of the conduct?', kind: 'RATING' },
        { key: 'ORDER', text: 'Was an order thought of?', kind: 'YES_NO' },
        { key: 'BEST', text: 'Which family fits best?', kind: 'FAMILY' },
      ],
    },
  ],
  ...fields,
});

export const inspectionId = (ref: string) => recordId('inspection', 'hmcpsi', ref);
export const caseId = (ref: string) => recordId('case', FORCE, ref);

/** Runs a mutation whose input type is named after it. */
export async function mutate(graph: Graph, name: string, input: object, fields: string) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  return graph.query(`mutation ($input: ${type}!) { result: ${name}(input: $input) { ${fields} } }`, {
    input: { requestId: requestId(), ...input },
  });
}

/** A key that is held with these grants, for inspections. */
export async function aKey(graph: Graph, grants: object[], fields: object = {}): Promise<string> {
  const { data, errors } = await graph.query(
    'mutation ($input: IssueKeyInput!) { issueKey(input: $input) { secret } }',
    {
      input: {
        requestId: requestId(),
        agency: 'hmcpsi',
        name: 'An inspectorate',
        grants,
        purposes: ['INSPECTION'],
        expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
        ...fields,
      },
    },
  );
  expect(errors).toBeUndefined();
  return data.issueKey.secret;
}
