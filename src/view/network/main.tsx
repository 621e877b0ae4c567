import type { FromNetworkView, NetworkViewState, ToNetworkView } from '../../protocol/network';
import { vscodeHostApi } from '../channel/vscodeHostApi';
import { startNetworkView } from './startNetworkView';
import './network.css';

const parent = document.getElementById('lens');
if (parent !== null) startNetworkView(vscodeHostApi<FromNetworkView, ToNetworkView, NetworkViewState>(), parent);
