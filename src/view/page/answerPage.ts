import type { FromView } from '../../protocol/lens';
import type { LensFacts } from '../state/lensFacts';
import type { LensModel } from '../state/lensModel';
import { sentLook } from './sentLook';

/** The step that is shown, whether the map is shown whole, and the theme's colours. */
export function answerPage(id: number, model: LensModel, facts: LensFacts): Extract<FromView, { type: 'page' }> {
  const look = sentLook(facts.palette.peek(), model.theme.peek().kind);
  return { type: 'page', id, step: model.step.peek(), isWhole: model.showWhole.peek(), look };
}
