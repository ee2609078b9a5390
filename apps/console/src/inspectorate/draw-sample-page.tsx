import { useQuery } from '@apollo/client/react';
import {
  CaseDimension,
  CaseStage,
  DrawSampleDocument,
  type DrawSampleInput,
  OffenceFamily,
  PlacesDocument,
  Relationship,
  SampleAllocation,
} from '@throughline/client';
import type { ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import { CheckboxField, DateField, LongTextField, RadioField, SelectField, TextField } from '../forms/fields';
import type { Given } from '../forms/given';
import { RecordForm } from '../forms/record-form';
import { inWords } from '../words';

const LABELS = {
  families: 'Offence family recorded, considered or charged',
  stages: 'Stage of the case',
  areas: 'CPS area',
  forces: 'Police force',
  relationships: 'Relationship of suspect and victim',
  openedFrom: 'Opened on or after',
  openedTo: 'Opened on or before',
  decidedFrom: 'With a decision on or after',
  decidedTo: 'With a decision on or before',
  domestic: 'Domestic abuse',
  size: 'How many files',
  stratifyBy: 'What makes strata',
  allocation: 'How files are shared among strata',
  given: 'Files from each stratum',
  seed: 'Seed',
};
const FAMILIES = Object.values(OffenceFamily);
const STAGES = Object.values(CaseStage);
const RELATIONSHIPS = Object.values(Relationship);
const DIMENSIONS = Object.values(CaseDimension);
const ALLOCATIONS = Object.values(SampleAllocation);
const SHARED: Record<SampleAllocation, string> = {
  PROPORTIONAL: 'In proportion to the cases of each',
  EQUAL: 'The same number from each',
  GIVEN: 'As many as I say from each',
};
const inWordsEach = (codes: readonly string[]) => codes.map((code) => [code, inWords(code)] as const);

/** Draws files at random: which cases, how many, by what strata, from which seed. The record of the draw follows. */
export function DrawSamplePage(): ReactNode {
  const { id: inspectionId = '' } = useParams();
  const navigate = useNavigate();
  const { data } = useQuery(PlacesDocument);
  const forces = data?.forces ?? [];
  const areas = data?.areas ?? [];
  const codes = (places: readonly { code: string }[]) => places.map(({ code }) => code);
  return (
    <RecordForm
      title="Draw a sample"
      document={DrawSampleDocument}
      labels={LABELS}
      initial={{ allocation: 'PROPORTIONAL' }}
      place={(path) => path.replace(/^frame\./, '').split(/[.[]/)[0]!}
      read={(given) => ({ inspectionId, frame: frameOf(given, codes(forces), codes(areas)), ...drawOf(given) })}
      button="Draw the sample"
      done={({ drawSample }) =>
        void navigate(`/inspections/${inspectionId}/samples/${drawSample.sample.id}`, {
          state: { recorded: 'The sample was drawn.' },
        })
      }
    >
      <h2 className="govuk-heading-m">Which cases</h2>
      <p className="govuk-body">All that you may read, unless you narrow them. Conditions must all hold.</p>
      <CheckboxField name="families" options={inWordsEach(FAMILIES)} />
      <DateField name="openedFrom" />
      <DateField name="openedTo" />
      <DateField name="decidedFrom" />
      <DateField name="decidedTo" />
      <details className="govuk-details">
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">By stage, area, force or relationship</span>
        </summary>
        <CheckboxField name="stages" options={inWordsEach(STAGES)} />
        <CheckboxField name="areas" options={areas.map(({ code, name }) => [code, name])} />
        <CheckboxField name="forces" options={forces.map(({ code, name }) => [code, name])} />
        <CheckboxField name="relationships" options={inWordsEach(RELATIONSHIPS)} />
        <RadioField
          name="domestic"
          inline
          options={[
            ['', 'Either'],
            ['yes', 'Only domestic'],
            ['no', 'Only others'],
          ]}
        />
      </details>
      <h2 className="govuk-heading-m">How they are drawn</h2>
      <TextField name="size" width={5} hint="From 1 to 5,000." />
      <SelectField name="stratifyBy" none="No strata" options={inWordsEach(DIMENSIONS)} />
      <RadioField name="allocation" options={ALLOCATIONS.map((code) => [code, SHARED[code]])} />
      <LongTextField
        name="given"
        hint="Only where you say how many from each: a stratum a line, its code and the number, such as NORTH_WEST 12."
      />
      <TextField
        name="seed"
        width={20}
        hint="Chosen by chance, in front of somebody, and written down. The same seed and cases give the same files."
      />
    </RecordForm>
  );
}

function frameOf(given: Given, forces: readonly string[], areas: readonly string[]): DrawSampleInput['frame'] {
  const some = <Code extends string>(codes: Code[]) => (codes.length > 0 ? codes : null);
  const domestic = given.optionalChoice('domestic', ['yes', 'no']);
  return {
    families: some(given.ticked('families', FAMILIES)),
    stages: some(given.ticked('stages', STAGES)),
    areas: some(given.ticked('areas', areas)),
    forces: some(given.ticked('forces', forces)),
    relationships: some(given.ticked('relationships', RELATIONSHIPS)),
    openedFrom: given.optionalDate('openedFrom'),
    openedTo: given.optionalDate('openedTo'),
    decidedFrom: given.optionalDate('decidedFrom'),
    decidedTo: given.optionalDate('decidedTo'),
    domestic: domestic && domestic === 'yes',
  };
}

function drawOf(given: Given): Pick<DrawSampleInput, 'size' | 'seed' | 'stratifyBy' | 'allocation' | 'given'> {
  const allocation = given.choice('allocation', ALLOCATIONS, 'Choose how files are shared among strata');
  const lines = given.lines('given').map((line) => line.split(/\s+/));
  const wrong = lines.find((parts) => parts.length !== 2 || !/^\d{1,6}$/.test(parts[1]!));
  if (wrong) given.problems.push({ field: 'given', message: `Write a code and a number, not “${wrong.join(' ')}”` });
  return {
    size: given.number('size', 'Enter how many files, as a number'),
    seed: given.required('seed', 'Enter the seed'),
    stratifyBy: given.optionalChoice('stratifyBy', DIMENSIONS),
    allocation,
    given: lines.length > 0 ? lines.map(([key, size]) => ({ key: key!, size: Number(size) })) : null,
  };
}
