export { FederationEngine } from './engine';
export type { Extent } from './extent';
export type { GatewayOptions } from './gateway';
export { DEADLINE_HEADER, type HttpSourceOptions, httpSource } from './http-source';
export { JsonData, stringifyAnswer } from './json-data';
export type * from './options';
export type * from './source';
