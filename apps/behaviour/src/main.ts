import { serve } from '@throughline/subgraph';
import { behaviour } from './behaviour.subgraph';

void serve(behaviour);
