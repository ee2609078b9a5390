import { serve } from '@throughline/subgraph';
import { inspections } from './inspections.subgraph';

void serve(inspections);
