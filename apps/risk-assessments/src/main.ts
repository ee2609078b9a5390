import { serve } from '@throughline/subgraph';
import { riskAssessments } from './risk-assessments.subgraph';

void serve(riskAssessments);
