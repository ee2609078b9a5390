import { listOf } from '@throughline/subgraph';
import { RecordedCrime } from './recorded-crime.model';

export const recordedCrimesOfCases = listOf(RecordedCrime, 'case_id', 't.recorded_on, t.id');
