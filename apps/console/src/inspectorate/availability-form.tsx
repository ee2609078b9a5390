import { FileAvailability, RecordFileAvailabilityDocument } from '@throughline/client';
import type { ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import { LongTextField, RadioField } from '../forms/fields';
import { RecordForm } from '../forms/record-form';
import { inWords } from '../words';

const LABELS = { availability: 'Can the file be had?', reason: 'What was done to find it' };
const AVAILABILITIES = Object.values(FileAvailability);

/** Records whether a file of a sample can be examined; one that cannot be had is replaced by the next of its stratum. */
export function AvailabilityPage(): ReactNode {
  const { id = '', sample: sampleId = '', case: caseId = '' } = useParams();
  const navigate = useNavigate();
  return (
    <RecordForm
      title="Whether a file can be had"
      document={RecordFileAvailabilityDocument}
      labels={LABELS}
      read={(given) => ({
        sampleId,
        caseId,
        availability: given.choice('availability', AVAILABILITIES, 'Choose whether it can be had'),
        reason: given.text('reason'),
      })}
      button="Record it"
      done={({ recordFileAvailability: { replacement } }) => {
        const recorded = replacement
          ? `It was recorded. ${replacement.case?.urn ?? 'Another file'} takes its place.`
          : 'It was recorded.';
        void navigate(`/inspections/${id}/samples/${sampleId}`, { state: { recorded } });
      }}
    >
      <RadioField
        name="availability"
        hint="One that was destroyed or cannot be found is replaced by the next of its stratum."
        options={AVAILABILITIES.map((code) => [code, inWords(code)])}
      />
      <LongTextField name="reason" hint="Required where it cannot be had." />
    </RecordForm>
  );
}
