/** Tables for a terminal, in Markdown. */
import { peers } from './peers.mjs';
import { multiplyAdds } from './workloads.mjs';

/** The times of one workload: median, least and most in ms, GFLOP/s, and times as long as the engine of that precision. */
export function timesTable(name, workload, results) {
  const header = [name, 'median ms', 'min', 'max', 'GFLOP/s', 'of engine', 'error', ''];
  const rows = Object.entries(results).map(([peer, { failure, median, min, max, error, notes }]) => {
    if (failure) return [peer, '', '', '', '', '', '', failure];
    const flop = notes?.flop ?? 2 * multiplyAdds(workload);
    const engine = results[peers[peer].precision === 'float64' ? 'engine: float64' : 'engine']?.median;
    const ofEngine = engine && !peers[peer].limit ? digits(median / engine) : '';
    const times = [median, min, max].map(digits);
    return [
      peer,
      ...times,
      (flop / median / 1e6).toFixed(2),
      ofEngine,
      error?.toExponential(1) ?? '',
      notes?.path ?? '',
    ];
  });
  return table([header, ...rows]);
}

/** The goals, what was reached where, and whether that is enough. */
export function goalsTable(judged) {
  const rows = judged.map(({ against, goal, figures, verdict }) => {
    const reached = figures.map(({ name, value, isMissed }) => {
      return `${name} ${Number.isNaN(value) ? 'not measured' : digits(value)}${isMissed ? ' (!)' : ''}`.trim();
    });
    return [against, goal, reached.join(', '), verdict];
  });
  return table([['against', 'goal', 'reached', ''], ...rows]);
}

/** Rows of texts, the first of them the headings. */
export function table([header, ...rows]) {
  const widths = header.map((_, column) => Math.max(...[header, ...rows].map((row) => row[column].length)));
  const line = (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  return [line(header), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(line)].join('\n');
}

/** Three digits that count, never with an exponent. */
function digits(value) {
  const decimals = Math.max(0, 2 - Math.floor(Math.log10(Math.max(value, 1e-9))));
  return value.toFixed(decimals);
}
