import { Elsewhere } from '@throughline/subgraph';

@Elsewhere('A contravention of an order, as reported.', { only: 'reference' })
export class Breach {
  id!: string;
}
