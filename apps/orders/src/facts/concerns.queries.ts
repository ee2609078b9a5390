import type { Concern } from '@throughline/subgraph';

const suspectOfOrder = 'SELECT suspect_id FROM orders."order" WHERE id = link.id';

/** Whose facts rest on which records. */
export const concerns: Record<string, Concern> = {
  order: { suspects: ['suspectId'] },
  orderEvent: { suspects: [{ by: 'orderId', via: suspectOfOrder }] },
  breach: { suspects: [{ by: 'orderId', via: suspectOfOrder }] },
};
