export { FederationEngine } from './engine';
export { type HttpSourceOptions, httpSource } from './http-source';
export type * from './options';
export type * from './source';
