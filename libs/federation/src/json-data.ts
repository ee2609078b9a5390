/** Data that is JSON text already, where `data` is expected to be an object: `stringifyAnswer` writes it as it is. */
export class JsonData {
  constructor(private readonly text: string) {}

  toString(): string {
    return this.text;
  }

  toJSON(): unknown {
    return JSON.parse(this.text);
  }
}

/** Writes the body of a response; for Apollo Server's `stringifyResult`. */
export function stringifyAnswer(answer: object): string {
  const { data, ...rest } = answer as { data?: unknown };
  if (!(data instanceof JsonData)) return JSON.stringify(answer);
  const others = JSON.stringify(rest);
  // Errors come first, as the specification of GraphQL advises: who reads them may stop there.
  return others === '{}' ? `{"data":${data.toString()}}` : `${others.slice(0, -1)},"data":${data.toString()}}`;
}
