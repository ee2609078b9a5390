import { Fact, Value, enumeration, must, oneOf, orElse, text } from '@throughline/subgraph';

export const NameKind = enumeration('NameKind', 'What a name is to the person.', {
  LEGAL: 'The name the person is held under.',
  ALIAS: 'Another name the person goes by.',
});
export type NameKind = keyof typeof NameKind;

@Value('case:read', 'A name of a person.')
export class PersonName {
  @Fact('case:read', text, 'Given names.')
  given!: string | null;

  @Fact('case:read', must(text), 'Family name.')
  family!: string;

  @Fact('case:read', orElse(oneOf(NameKind), 'LEGAL'), 'What the name is to the person.')
  kind!: NameKind;
}

/** The name to show: the first legal one, else the first. Of a row whose names may not be read there is none. */
export function displayName(names: readonly PersonName[] | null): string | null {
  const name = names?.find(({ kind }) => kind === 'LEGAL') ?? names?.[0];
  return name ? [name.given, name.family].filter(Boolean).join(' ') : null;
}
