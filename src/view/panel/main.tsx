import { vscodeHostApi } from '../channel/vscodeHostApi';
import { startLens } from '../parts/startLens';
import './panel.css';

const parent = document.getElementById('lens');
if (parent !== null) startLens('panel', vscodeHostApi(), parent);
