import type { FromView } from '../../protocol/lens';
import type { Palette } from '../colour/palette';
import { keptViewOf } from '../state/keepViewState';
import type { LensFacts } from '../state/lensFacts';
import type { LensModel } from '../state/lensModel';
import { sentLook } from './sentLook';

/** How the session is shown, and the theme's colours. */
export function answerPage(id: number, model: LensModel, facts: LensFacts): Extract<FromView, { type: 'page' }> {
  const look = sentLook(chosenPalette(model, facts), model.theme.peek().kind);
  return { type: 'page', id, view: keptViewOf(model), look };
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
