import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { Drawing } from './drawing';
import {
  type Entry,
  LANES,
  LANE_NAMES,
  type Lane,
  type Period,
  type Profile,
  type SuspectData,
  moved,
  wholePeriod,
  zoomed,
} from './lanes';

export interface TimelineProps {
  suspect: SuspectData;
  entries: Entry[];
  flags: Profile['flags'];
  /** Id of the flag that is open. */
  flag: string | undefined;
  chooseFlag: (id: string) => void;
  /** Ids of the records that the open flag rests on. */
  highlighted: ReadonlySet<string>;
  /** Id of the entry that was chosen. */
  chosen: string | undefined;
  choose: (entry: Entry) => void;
}

/** What happened, in lanes: flags and orders as spans, incidents and breaches as marks, risk as steps. Zooms and filters. */
export function Timeline({ entries, ...rest }: TimelineProps): ReactNode {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const sorted = useMemo(
    () => [...entries].sort((one, other) => one.occurredAt.localeCompare(other.occurredAt)),
    [entries],
  );
  const whole = useMemo(
    () =>
      wholePeriod(
        sorted.map(({ occurredAt }) => occurredAt),
        Date.now(),
      ),
    [sorted],
  );
  const [period, setPeriod] = useState<Period>();
  const [hidden, setHidden] = useState<ReadonlySet<Lane>>(new Set());
  const shown = period ?? whole;
  const keys = (event: KeyboardEvent) => {
    const next: Record<string, () => Period | undefined> = {
      '+': () => zoomed(shown, 0.5),
      '-': () => zoomed(shown, 2),
      ArrowLeft: () => moved(shown, -0.2),
      ArrowRight: () => moved(shown, 0.2),
      Home: () => undefined,
    };
    const act = next[event.key];
    if (!act) return;
    event.preventDefault();
    setPeriod(act());
  };
  return (
    <section aria-label="Timeline">
      <div className="tools">
        {LANES.map((lane) => (
          <button
            key={lane}
            type="button"
            className="tool"
            aria-pressed={!hidden.has(lane)}
            onClick={() => setHidden((before) => toggled(before, lane))}
          >
            {LANE_NAMES[lane]}
          </button>
        ))}
        <span className="tools__gap" />
        <button type="button" className="tool" onClick={() => setPeriod(zoomed(shown, 0.5))}>
          Zoom in
        </button>
        <button type="button" className="tool" onClick={() => setPeriod(zoomed(shown, 2))}>
          Zoom out
        </button>
        <button type="button" className="tool" onClick={() => setPeriod(undefined)}>
          Everything
        </button>
      </div>
      <div
        ref={frame}
        className="timeline"
        tabIndex={0}
        role="group"
        aria-label="Timeline: plus and minus zoom, arrows move, Home shows everything"
        onKeyDown={keys}
      >
        {width > 0 && (
          <Drawing
            {...rest}
            sorted={sorted}
            period={shown}
            lanes={LANES.filter((lane) => !hidden.has(lane))}
            width={width}
            zoom={(factor, about) => setPeriod(zoomed(shown, factor, about))}
          />
        )}
      </div>
    </section>
  );
}

function toggled(lanes: ReadonlySet<Lane>, lane: Lane): ReadonlySet<Lane> {
  const next = new Set(lanes);
  if (!next.delete(lane)) next.add(lane);
  return next;
}

function useWidth(frame: { current: HTMLDivElement | null }): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const seen = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    seen.observe(frame.current!);
    return () => seen.disconnect();
  }, [frame]);
  return width;
}
