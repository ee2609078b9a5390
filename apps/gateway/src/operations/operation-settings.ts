import { z } from 'zod';

/** What the environment says of stored operations; see `OperationSettings`. */
export const operationSettings = {
  /** Files of manifests, separated by commas. */
  operationManifests: z
    .string()
    .default('')
    .transform((text) => text.split(',').flatMap((file) => file.trim() || [])),
  trustedOperationsOnly: z
    .enum(['true', 'false'], 'must be true or false')
    .default('false')
    .transform((text) => text === 'true'),
};
