import { startLens } from '../../../src/view/parts/startLens';
import { fakeHost } from './fakeHost';
import { scenes } from './scenes';
import { themes } from './themes';
import '../../../src/view/styles/lens.css';

const query = new URLSearchParams(location.search);
const theme = themes[query.get('theme') ?? 'dark'] ?? themes.dark;
const surface = query.get('surface') === 'playground' ? 'playground' : 'panel';
document.body.className = theme?.bodyClass ?? '';
if (query.has('still')) document.body.classList.add('vscode-reduce-motion');
document.body.dataset.surface = surface;
for (const [name, value] of Object.entries(theme?.variables ?? {}))
  document.documentElement.style.setProperty(`--vscode-${name}`, value);
const scene = (scenes[query.get('scene') ?? 'main'] ?? scenes.main)?.();
const parent = document.getElementById('lens');
if (scene !== undefined && parent !== null) {
  const host = fakeHost(scene);
  Object.assign(globalThis, { posted: host.posted });
  startLens(surface, host, parent);
}
