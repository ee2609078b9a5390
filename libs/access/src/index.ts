export * from './audit';
export * from './grant';
export * from './key';
export * from './purpose';
export * from './rights';
export * from './row-security';
export * from './scope';
export * from './token';
