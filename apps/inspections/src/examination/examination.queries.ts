import { connection, listOf } from '@throughline/subgraph';
import { FileExamination } from './examination.model';

export const examinationsOfCases = listOf(FileExamination, 'case_id', 't.examined_on DESC, t.id DESC');

export const examinationsOfInspections = connection<FileExamination>(FileExamination, {
  of: 'inspection_id',
  sorts: { EXAMINED_ON_DESC: { sql: 't.examined_on', type: 'date', direction: 'DESC' } },
});
