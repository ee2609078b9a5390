import { type DocumentNode, Kind, type OperationDefinitionNode } from 'graphql';
import { engineError } from './errors';

/** The operation of a document that is meant. Throws where there is none, or several and no name. */
export function operationOf(document: DocumentNode, name: string | undefined): OperationDefinitionNode {
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const operation = name === undefined ? operations[0] : operations.find((each) => each.name?.value === name);
  if (!operation) throw engineError('BAD_USER_INPUT', `There is no operation ${JSON.stringify(name)}.`);
  if (name === undefined && operations.length > 1) {
    throw engineError('BAD_USER_INPUT', 'With several operations, operationName must say which is meant.');
  }
  return operation;
}
