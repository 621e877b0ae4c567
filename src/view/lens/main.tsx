import { vscodeHostApi } from '../channel/vscodeHostApi';
import { startLens } from '../parts/startLens';

const parent = document.getElementById('lens');
const surface = document.body.dataset.surface === 'playground' ? 'playground' : 'panel';
if (parent !== null) startLens(surface, vscodeHostApi(), parent);
