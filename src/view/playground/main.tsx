import { vscodeHostApi } from '../channel/vscodeHostApi';
import { startLens } from '../parts/startLens';
import './playground.css';

const parent = document.getElementById('lens');
if (parent !== null) startLens('playground', vscodeHostApi(), parent);
