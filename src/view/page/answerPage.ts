import type { FromView } from '../../protocol/lens';
import type { Palette } from '../colour/palette';
import type { LensFacts } from '../state/lensFacts';
import type { LensModel } from '../state/lensModel';
import { sentLook } from './sentLook';

/** The step that is shown, whether the map is shown whole, and the theme's colours. */
export function answerPage(id: number, model: LensModel, facts: LensFacts): Extract<FromView, { type: 'page' }> {
  const look = sentLook(chosenPalette(model, facts), model.theme.peek().kind);
  return { type: 'page', id, step: model.step.peek(), isWhole: model.showWhole.peek(), look };
}

/** The theme's colours, with the values in those that are chosen. */
function chosenPalette(model: LensModel, facts: LensFacts): Palette {
  const palette = facts.palette.peek();
  const { colours } = model.settings.peek();
  if (colours === 'signed') return palette;
  const most = facts.scale.peek().signed;
  const { signed } = facts.fills.peek();
  return { ...palette, signed: (share) => signed(share * most) ?? palette.ground, grey: palette.ramps[colours] };
}
