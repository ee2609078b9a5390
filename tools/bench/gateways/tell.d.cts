export function tellReady(ready: unknown, on?: (message: { delayMs?: number }) => void): void;
