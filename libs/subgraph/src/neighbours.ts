import type { Caller } from './context';
import { CodedError, errorCodes, type ErrorCode } from './errors';
import type { SubgraphPort } from './subgraph';

/**
 * The other subgraphs, for what cannot be had from the gateway: a mutation that depends on records elsewhere, and
 * figures over many records. Whatever is asked is asked on behalf of whoever asked, so that they see no more of it than
 * they would by asking themselves.
 */
export class Neighbours {
  private readonly ports = new Map<string, SubgraphPort>();

  /** Makes subgraphs known; a subgraph itself can be among them. */
  meet(ports: readonly SubgraphPort[]): void {
    for (const port of ports) this.ports.set(port.name, port);
  }

  /**
   * The answer of a subgraph to one operation. Throws what it refuses with a code as it stands, and
   * `SUBGRAPH_UNAVAILABLE` where it cannot be reached or gives less than a whole answer.
   */
  async ask<Data>(name: string, query: string, variables: Record<string, unknown>, caller: Caller): Promise<Data> {
    const port = this.ports.get(name);
    if (!port) throw unavailable(name);
    const { data, errors } = await port.execute({ query, variables }, caller).catch((error: unknown) => {
      process.stderr.write(`${name} was asked and did not answer: ${(error as Error).message}\n`);
      throw unavailable(name);
    });
    const [error] = errors ?? [];
    if (error) {
      const { code, ...more } = error.extensions;
      if (code !== 'INTERNAL' && errorCodes.includes(code as ErrorCode)) {
        throw new CodedError(code as ErrorCode, error.message, more);
      }
      process.stderr.write(`${name} was asked and answered: ${error.message}\n`);
    }
    if (error || !data) throw unavailable(name);
    return data as Data;
  }
}

function unavailable(name: string): CodedError {
  return new CodedError('SUBGRAPH_UNAVAILABLE', `The answer needs ${name}, which cannot be reached.`, {
    subgraph: name,
  });
}
