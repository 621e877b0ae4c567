import type { Role } from '../../protocol/lens';
import type { Surface } from '../state/lensModel';

/** The attribute that tells VS Code's own menu which matrix it was opened on. */
export function matrixContext(lensSurface: Surface, matrixRole: Role) {
  const context = { lensSurface, matrixRole, preventDefaultContextMenuItems: true };
  return { 'data-vscode-context': JSON.stringify(context) };
}
