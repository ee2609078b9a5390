import {
  type SimulationLinkDatum,
  type SimulationNodeDatum,
  forceCenter,
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
} from 'd3-force';
import { type ReactNode, useMemo } from 'react';
import { useNavigate } from 'react-router';
import { count, day, within } from '../words';
import type { Profile } from './lanes';

/** Room for labels around the outermost. */
const MARGIN = 70;
const ROUNDS = 250;
const PAGES: Record<string, string> = { SUSPECT: 'suspects', CASE: 'cases', ORDER: 'orders' };

type Node = Profile['network']['nodes'][number] & SimulationNodeDatum;
type Edge = SimulationLinkDatum<Node> & Omit<Profile['network']['edges'][number], 'from' | 'to'>;

/** Who and what is joined, drawn; the same joins follow as a list. */
export function NetworkDrawing({ network }: { network: Profile['network'] }): ReactNode {
  const navigate = useNavigate();
  const { nodes, edges, viewBox } = useMemo(() => placed(network), [network]);
  const labels = new Map(network.nodes.map(({ id, label }) => [id, label]));
  return (
    <section aria-label="Network">
      <svg viewBox={viewBox} className="network" role="presentation">
        {edges.map(({ source, target, kind, count: times }) => {
          const [from, to] = [source as Node, target as Node];
          return (
            <line
              key={`${from.id} ${to.id} ${kind}`}
              className={`edge edge--${kind.toLowerCase()}`}
              x1={from.x}
              y1={from.y}
              x2={to.x}
              y2={to.y}
              strokeWidth={Math.min(6, 1 + Math.log2(times))}
            />
          );
        })}
        {nodes.map(({ id, kind, label, x = 0, y = 0 }) => {
          const page = PAGES[kind];
          return (
            <g
              key={id}
              className={`node node--${kind.toLowerCase()} ${page ? 'node--linked' : ''}`}
              transform={`translate(${x},${y})`}
              onClick={() => page && void navigate(`/${page}/${id}`)}
            >
              <circle r={kind === 'SUSPECT' ? 13 : 9} />
              <text y={26} textAnchor="middle">
                {label.length > 22 ? `${label.slice(0, 21)}…` : label}
              </text>
            </g>
          );
        })}
      </svg>
      <details className="govuk-details">
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">The network as a list</span>
        </summary>
        <ul className="govuk-details__text govuk-list">
          {network.edges.map(({ from, to, kind, count: times, firstOn, lastOn }) => (
            <li key={`${from} ${to} ${kind}`}>
              {labels.get(from)} – {labels.get(to)}: {within(kind)}, {count(times, 'record')}
              {firstOn && lastOn && `, ${day(firstOn)} to ${day(lastOn)}`}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

/** Places that are the same each time: the layout begins from where d3 puts nodes, which is no chance. */
function placed({ nodes, edges }: Profile['network']): { nodes: Node[]; edges: Edge[]; viewBox: string } {
  const own: Node[] = nodes.map((node) => ({ ...node }));
  const links: Edge[] = edges.map(({ from, to, ...edge }) => ({ ...edge, source: from, target: to }));
  forceSimulation(own)
    .force(
      'link',
      forceLink<Node, Edge>(links)
        .id(({ id }) => id)
        .distance(90),
    )
    .force('apart', forceManyBody().strength(-320))
    .force('room', forceCollide(34))
    .force('centre', forceCenter(0, 0))
    .stop()
    .tick(ROUNDS);
  const [across, down] = [own.map(({ x = 0 }) => x), own.map(({ y = 0 }) => y)];
  const [left, top] = [Math.min(...across) - MARGIN, Math.min(...down) - MARGIN];
  const [width, height] = [Math.max(...across) + MARGIN - left, Math.max(...down) + MARGIN - top];
  return { nodes: own, edges: links, viewBox: `${left} ${top} ${width} ${height}` };
}
