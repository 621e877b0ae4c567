import { render } from 'preact';
import type { FromSummaryView, SummaryViewState, ToSummaryView } from '../../protocol/summary';
import { vscodeHostApi } from '../channel/vscodeHostApi';
import { readSummaryOrder } from './readSummaryOrder';
import { SummaryRoot } from './SummaryRoot';
import './summary.css';

const parent = document.getElementById('lens');
if (parent !== null) {
  const host = vscodeHostApi<FromSummaryView, ToSummaryView, SummaryViewState>();
  const first = readSummaryOrder(host.getState());
  host.listen(({ snapshot }) => render(<SummaryRoot snapshot={snapshot} first={first} host={host} />, parent));
  host.post({ type: 'ready' });
}
