import { randomUUID } from 'node:crypto';
import { type Graph, aCase, aCharge, aDecision, aGraph, aRecordedCrime, aSuspect, aVictim, idOf } from '../support';

describe('cases by the families of their offences', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await aGraph();
    const cases = ['C1', 'C2', 'C3'].map((ref) => aCase(ref));
    expect((await graph.import([aSuspect('S1'), aVictim('V1'), ...cases])).rejects).toEqual([]);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  const found = async (...families: string[]): Promise<string[]> => {
    const { data, errors } = await graph.query(
      `query ($families: [OffenceFamily!]) {
        cases(filter: { families: $families }, sort: URN_ASC) { totalCount edges { node { urn } } } }`,
      { families },
    );
    expect(errors).toBeUndefined();
    const urns = data.cases.edges.map(({ node }: { node: { urn: string } }) => node.urn);
    expect(data.cases.totalCount).toBe(urns.length);
    return urns;
  };
  const imported = async (...records: object[]) => expect((await graph.import(records)).rejects).toEqual([]);
  const withdrawal = ({ type, source, ref }: { type: string; source: string; ref: string }) => ({
    type,
    source,
    ref,
    op: 'withdraw',
  });

  it('are found by a charge, until it is another or of another case, or withdrawn', async () => {
    await imported(aCharge('charge', { case: 'C1', offence: 'PH97006' }));
    expect(await found('STALKING')).toEqual(['C1']);
    await imported(aCharge('charge', { case: 'C2', offence: 'PH97006', plea: 'GUILTY' }));
    expect(await found('STALKING')).toEqual(['C2']);
    await imported(aCharge('charge', { case: 'C2', offence: 'PH97004' }));
    expect(await found('STALKING')).toEqual([]);
    expect(await found('HARASSMENT')).toEqual(['C2']);
    await imported(withdrawal(aCharge('charge')));
    expect(await found('HARASSMENT')).toEqual([]);
    await imported(aCharge('charge', { case: 'C2', offence: 'PH97004' }));
    expect(await found('HARASSMENT')).toEqual(['C2']);
    await imported(withdrawal(aCharge('charge')));
  });

  it('are found by a crime that is theirs', async () => {
    await imported(aRecordedCrime('crime', { principalOffence: '195/12' }));
    expect(await found('STALKING')).toEqual([]);
    await imported(aRecordedCrime('crime', { principalOffence: '195/12', case: 'C3' }));
    expect(await found('STALKING')).toEqual(['C3']);
    await imported(withdrawal(aRecordedCrime('crime')));
    expect(await found('STALKING')).toEqual([]);
  });

  it('are found by each family that a decision considered, accepted or not', async () => {
    const considered = (...families: string[]) =>
      families.map((family) => ({ family, accepted: false, rationale: 'No.' }));
    await imported(aDecision('decision', { considered: considered('STALKING', 'COERCIVE_CONTROL', 'STALKING') }));
    expect(await found('COERCIVE_CONTROL')).toEqual(['C1']);
    expect(await found('STALKING', 'COERCIVE_CONTROL')).toEqual(['C1']);
    await imported(aDecision('decision', { considered: considered('COERCIVE_CONTROL') }));
    expect(await found('STALKING')).toEqual([]);
    expect(await found('COERCIVE_CONTROL')).toEqual(['C1']);
    await imported(withdrawal(aDecision('decision')));
    expect(await found('COERCIVE_CONTROL')).toEqual([]);
  });

  it('are found as long as one record names it, whichever others cease to', async () => {
    const named = [aCharge('one', { offence: 'PH97006' }), aCharge('two', { offence: 'PH97006' })];
    await imported(...named, aDecision('three', { considered: [{ family: 'STALKING', accepted: true }] }));
    await imported(withdrawal(named[0]!));
    expect(await found('STALKING')).toEqual(['C1']);
    await imported(withdrawal(aDecision('three')));
    expect(await found('STALKING')).toEqual(['C1']);
    await imported(withdrawal(named[1]!));
    expect(await found('STALKING')).toEqual([]);
  });

  it('are found by what people charge', async () => {
    const change = async (name: string, type: string, input: object) => {
      const { errors, data } = await graph.query(
        `mutation ($input: ${type}!) { ${name}(input: $input) { charge { id } } }`,
        { input: { requestId: randomUUID(), ...input } },
      );
      expect(errors).toBeUndefined();
      return data[name].charge.id as string;
    };
    const id = await change('chargeSuspect', 'ChargeSuspectInput', {
      case: idOf('case', 'C3'),
      suspect: idOf('suspect', 'S1'),
      offence: 'PH97006',
      chargedOn: '2024-02-01',
    });
    expect(await found('STALKING')).toEqual(['C3']);
    await change('amendCharge', 'AmendChargeInput', { id, offence: 'PH97004', reason: 'Corrected.' });
    expect(await found('STALKING')).toEqual([]);
    expect(await found('HARASSMENT')).toEqual(['C3']);
  });
});
