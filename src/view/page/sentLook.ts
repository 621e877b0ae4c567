import { lookSteps, type SentLook } from '../../protocol/sentLook';
import { contrast, digitInk } from '../colour/contrast';
import type { Palette } from '../colour/palette';
import { parseColour } from '../colour/parseColour';
import { black, mix, type Rgb, white } from '../colour/rgb';
import { isDark, type ThemeKind } from '../colour/themeKind';

/** What text on the page needs to be read. */
const readable = 4.5;

/** The colours of the theme for a page that is drawn elsewhere. */
export function sentLook(palette: Palette, kind: ThemeKind): SentLook {
  const paper = palette.ground;
  const style = getComputedStyle(document.body);
  const variable = (name: string) => parseColour(style.getPropertyValue(name));
  const ink =
    variable('--vscode-editor-foreground') ?? variable('--vscode-foreground') ?? (isDark(kind) ? white : black);
  const accent = variable('--vscode-textLink-foreground') ?? ink;
  const ramp = <T>(steps: number, from: number, make: (share: number) => T) =>
    Array.from({ length: steps }, (_, step) => make(from + ((1 - from) * step) / (steps - 1)));
  return {
    paper: hex(paper),
    ink: hex(ink),
    quiet: hex(onPaper(mix(paper, ink, 0.7), paper, ink)),
    hairline: hex(mix(paper, ink, 0.35)),
    mat: hex(mix(paper, ink, 0.06)),
    accent: hex(onPaper(accent, paper, ink)),
    positive: hex(onPaper(palette.signed(1), paper, ink)),
    negative: hex(onPaper(palette.signed(-1), paper, ink)),
    tones: ramp(lookSteps.tones, 0, (share) => hex(palette.grey(share))),
    fills: ramp(lookSteps.fills, -1, (share) => hex(palette.signed(share))),
    digits: ramp(lookSteps.fills, -1, (share) => hex(digitInk(palette.signed(share)))),
  };
}

/** A colour moved towards the ink until it can be read on the paper. */
function onPaper(colour: Rgb, paper: Rgb, ink: Rgb): Rgb {
  for (let share = 0; share < 1; share += 0.1) {
    const mixed = mix(colour, ink, share);
    if (contrast(mixed, paper) >= readable) return mixed;
  }
  return ink;
}

function hex({ r, g, b }: Rgb): string {
  const part = (value: number) => Math.round(value).toString(16).padStart(2, '0');
  return `#${part(r)}${part(g)}${part(b)}`;
}
