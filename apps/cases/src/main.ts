import { serve } from '@throughline/subgraph';
import { cases } from './cases.subgraph';

void serve(cases);
