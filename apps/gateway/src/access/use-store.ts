/** So much, which fills again steadily in so many seconds. */
export interface Allowance {
  limit: number;
  seconds: number;
}

/** Counts what callers use of what they may use. */
export interface UseStore {
  /**
   * Takes an amount from an allowance that a name stands for. Gives 0, or the seconds to wait where too little is left.
   * What is more than the whole allowance passes once that is full, and leaves it empty for longer.
   */
  take(name: string, allowance: Allowance, amount: number): Promise<number>;
  /** Takes what turned out to be used besides, or gives back what was not (below 0). Nobody waits for it. */
  settle(name: string, allowance: Allowance, amount: number): void;
  /** Begins one of `most` things that may go on at once under a name; false where there are that many. */
  enter(name: string, most: number, place: string): Promise<boolean>;
  /** Ends what began. Nobody waits for it. */
  leave(name: string, place: string): void;
  stop(): Promise<void>;
}

interface Bucket {
  left: number;
  at: number;
}

/** Callers whose use is remembered: those who asked longest ago are forgotten, with their allowances full again. */
const REMEMBERED = 10_000;

/** Counts in this process: what other replicas count, it does not know. */
export class MemoryUseStore implements UseStore {
  private readonly buckets = new Map<string, Bucket>();
  private readonly places = new Map<string, Set<string>>();

  /** `now` is in seconds. */
  constructor(private readonly now: () => number = () => performance.now() / 1000) {}

  async take(name: string, { limit, seconds }: Allowance, amount: number): Promise<number> {
    const left = this.filled(name, { limit, seconds });
    const wanted = Math.min(amount, limit);
    if (left < wanted) return ((wanted - left) * seconds) / limit;
    this.keep(name, left - amount);
    return 0;
  }

  settle(name: string, allowance: Allowance, amount: number): void {
    this.keep(name, Math.min(allowance.limit, this.filled(name, allowance) - amount));
  }

  async enter(name: string, most: number, place: string): Promise<boolean> {
    let places = this.places.get(name);
    if (!places) this.places.set(name, (places = new Set()));
    if (places.size >= most) return false;
    places.add(place);
    return true;
  }

  leave(name: string, place: string): void {
    const places = this.places.get(name);
    places?.delete(place);
    if (places?.size === 0) this.places.delete(name);
  }

  async stop(): Promise<void> {
    this.buckets.clear();
  }

  private filled(name: string, { limit, seconds }: Allowance): number {
    const { left, at } = this.buckets.get(name) ?? { left: limit, at: 0 };
    return Math.min(limit, left + ((this.now() - at) * limit) / seconds);
  }

  private keep(name: string, left: number): void {
    this.buckets.delete(name);
    this.buckets.set(name, { left, at: this.now() });
    if (this.buckets.size > REMEMBERED) this.buckets.delete(this.buckets.keys().next().value!);
  }
}
