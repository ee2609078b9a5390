import { type ScaleTime, scaleUtc } from 'd3-scale';
import { type ReactNode, type RefObject, useEffect, useId, useMemo, useRef } from 'react';
import { count, inWords, moment, orderInWords, ruleInWords, within } from '../words';
import {
  type Entry,
  LANE_NAMES,
  type Lane,
  type Period,
  type SuspectData,
  aboutEntry,
  flagSpans,
  marks,
  spans,
  stacked,
} from './lanes';
import type { TimelineProps } from './timeline';

const LANE_HEIGHT = 40;
const LEFT = 110;
const TOP = 26;
const SPAN = 12;
const FLAG_ROW = 19;
const TICK_EVERY_PX = 110;
const ZOOM = 1.2;
const GRADE_PX = 13;
const GRADES = ['STANDARD', 'MEDIUM', 'HIGH'];

type Scale = ScaleTime<number, number>;

interface DrawingProps extends Omit<TimelineProps, 'entries'> {
  /** By time. */
  sorted: Entry[];
  period: Period;
  lanes: Lane[];
  /** Pixels, names of the lanes included. */
  width: number;
  zoom: (factor: number, about: number) => void;
}

export function Drawing(props: DrawingProps): ReactNode {
  const { suspect, sorted, period, lanes, flags, zoom } = props;
  const clip = useId();
  const svg = useRef<SVGSVGElement>(null);
  const width = Math.max(0, props.width - LEFT);
  const scale = scaleUtc().domain(period).range([0, width]);
  const flagged = stacked(flagSpans(flags, sorted));
  const rows = flagged.reduce((most, { row }) => Math.max(most, row + 1), 0);
  const top = TOP + rows * FLAG_ROW + (rows > 0 ? 6 : 0);
  const height = top + lanes.length * LANE_HEIGHT;
  const now = scale(new Date());
  useWheel(svg, width, zoom);
  return (
    <svg ref={svg} width={LEFT + width} height={height} role="presentation">
      <clipPath id={clip}>
        <rect x={-7} y={-4} width={width + 14} height={height} />
      </clipPath>
      <Ticks scale={scale} width={width} height={height} />
      {now >= 0 && now <= width && (
        <line className="timeline__now" x1={LEFT + now} x2={LEFT + now} y1={TOP - 6} y2={height} />
      )}
      <g transform={`translate(0,${TOP})`}>
        {rows > 0 && <text y={13}>Flags</text>}
        <g transform={`translate(${LEFT},0)`} clipPath={`url(#${clip})`}>
          {flagged.map(({ span, row }) => (
            <FlagBand
              key={span.id}
              {...{ span, row, scale }}
              isOpen={props.flag === span.id}
              choose={props.chooseFlag}
            />
          ))}
        </g>
      </g>
      {lanes.map((lane, row) => (
        <g key={lane} transform={`translate(0,${top + row * LANE_HEIGHT})`}>
          <line className="timeline__lane" x1={0} x2={LEFT + width} y1={0} y2={0} />
          <text y={LANE_HEIGHT / 2 + 5}>{LANE_NAMES[lane]}</text>
          <g transform={`translate(${LEFT},0)`} clipPath={`url(#${clip})`}>
            {lane === 'ORDER_EVENT' && <OrderSpans suspect={suspect} scale={scale} end={period[1]} />}
            {lane === 'RISK_ASSESSMENT' && <RiskSteps suspect={suspect} scale={scale} end={now} />}
            <Marks {...props} {...{ lane, scale, width }} />
          </g>
        </g>
      ))}
    </svg>
  );
}

/** Zooms by the wheel while Ctrl is held: alone it scrolls the page, as everywhere. */
function useWheel(svg: RefObject<SVGSVGElement | null>, width: number, zoom: DrawingProps['zoom']): void {
  useEffect(() => {
    const node = svg.current!;
    const turned = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const about = (event.clientX - node.getBoundingClientRect().left - LEFT) / width;
      zoom(event.deltaY > 0 ? ZOOM : 1 / ZOOM, Math.min(1, Math.max(0, about)));
    };
    // React's own listeners cannot keep the page from zooming.
    node.addEventListener('wheel', turned, { passive: false });
    return () => node.removeEventListener('wheel', turned);
  }, [svg, width, zoom]);
}

function Ticks({ scale, width, height }: { scale: Scale; width: number; height: number }): ReactNode {
  const format = scale.tickFormat();
  return scale.ticks(Math.max(2, width / TICK_EVERY_PX)).map((tick) => (
    <g key={tick.getTime()} transform={`translate(${LEFT + scale(tick)},0)`} className="timeline__tick">
      <line y1={TOP - 6} y2={height} />
      <text y={14} textAnchor="middle">
        {format(tick)}
      </text>
    </g>
  ));
}

interface FlagBandProps {
  span: ReturnType<typeof flagSpans>[number];
  row: number;
  scale: Scale;
  isOpen: boolean;
  choose: (id: string) => void;
}

function FlagBand({ span, row, scale, isOpen, choose }: FlagBandProps): ReactNode {
  const from = scale(span.at[0]);
  const y = row * FLAG_ROW;
  return (
    <g
      className={`band band--${span.severity.toLowerCase()} ${isOpen ? 'band--open' : ''}`}
      onClick={() => choose(span.id)}
    >
      <title>{`${inWords(span.severity)}: ${ruleInWords(span.rule)}`}</title>
      <rect x={from} y={y} width={Math.max(8, scale(span.at[1]) - from)} height={FLAG_ROW - 3} rx={2} />
      <text x={Math.max(4, from + 4)} y={y + 12}>
        {ruleInWords(span.rule)}
      </text>
    </g>
  );
}

interface MarksProps extends Pick<DrawingProps, 'sorted' | 'highlighted' | 'chosen' | 'choose'> {
  lane: Lane;
  scale: Scale;
  width: number;
}

function Marks({ lane, sorted, scale, width, highlighted, chosen, choose }: MarksProps): ReactNode {
  const own = useMemo(() => sorted.filter(({ kind }) => kind === lane), [sorted, lane]);
  const y = lane === 'ORDER_EVENT' ? LANE_HEIGHT - 8 : LANE_HEIGHT / 2;
  return marks(own, scale, width).map(({ x, entries }) => {
    const first = entries[0]!;
    const isLit = entries.some(({ source }) => highlighted.has(source.id));
    const isChosen = entries.some(({ id }) => id === chosen);
    const label =
      entries.length === 1
        ? aboutEntry(first)
        : `${count(entries.length, 'record')} from ${moment(first.occurredAt, false)}`;
    return (
      <g
        key={first.id}
        className={`mark mark--${lane.toLowerCase()} ${isLit ? 'mark--lit' : ''} ${isChosen ? 'mark--chosen' : ''}`}
        onClick={() => choose(first)}
      >
        <title>{label}</title>
        <circle cx={x} cy={y} r={entries.length > 1 ? 9 : isLit ? 8 : 6} />
        {entries.length > 1 && (
          <text x={x} y={y + 4} textAnchor="middle">
            {entries.length > 99 ? '99+' : entries.length}
          </text>
        )}
      </g>
    );
  });
}

function OrderSpans({ suspect, scale, end }: { suspect: SuspectData; scale: Scale; end: number }): ReactNode {
  return stacked(spans(suspect.orders, end)).map(({ span: { id, kind, state, at }, row }) => (
    <g key={id} className="span" transform={`translate(0,${(row % 2) * (SPAN + 2)})`}>
      <title>{`${orderInWords(kind)}, ${within(state)}`}</title>
      <rect x={scale(at[0])} width={Math.max(2, scale(at[1]) - scale(at[0]))} y={3} height={SPAN} rx={2} />
      <text x={Math.max(4, scale(at[0]) + 4)} y={12}>
        {kind.replaceAll('_', ' ')}
      </text>
    </g>
  ));
}

/** The grade as it stood, from each assessment to the next. */
function RiskSteps({ suspect, scale, end }: { suspect: SuspectData; scale: Scale; end: number }): ReactNode {
  const steps = [...(suspect.riskAssessments ?? [])]
    .sort((one, other) => one.assessedAt.localeCompare(other.assessedAt))
    .map(({ assessedAt, grade }) => ({
      x: scale(new Date(assessedAt)),
      y: LANE_HEIGHT - 6 - GRADES.indexOf(grade) * GRADE_PX,
    }));
  const [first, ...later] = steps;
  if (!first) return null;
  const path = later.map(({ x, y }) => `H${x} V${y}`).join(' ');
  return <path className="steps" d={`M${first.x},${first.y} ${path} H${Math.max(end, steps.at(-1)!.x)}`} />;
}
