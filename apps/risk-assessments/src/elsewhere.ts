import { Elsewhere } from '@throughline/subgraph';

@Elsewhere('A person suspected, charged or convicted.')
export class Suspect {
  id!: string;
}

@Elsewhere('A person whom the conduct was aimed at.')
export class Victim {
  id!: string;
}

@Elsewhere('A case file.')
export class Case {
  id!: string;
}
