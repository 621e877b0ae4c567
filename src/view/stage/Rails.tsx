import type { Conv2dPlan } from '../../engine/convolution/conv2dPlan';
import { cellsBox } from '../layout/geometryBox';
import type { StageLayout } from '../layout/stageLayout';
import type { ShownStep } from '../state/shownStep';
import { Frame } from './Frame';
import { Rail } from './Rail';

interface RailsProps {
  readonly layout: StageLayout;
  readonly plan: Conv2dPlan;
  readonly shown: ShownStep;
}

/** The stride's tracks beside the input, and the patch that would come next where it crosses the border. */
export function Rails({ layout, plan, shown }: RailsProps) {
  const { input, rail, sideRail, indices } = layout;
  if (!rail) return null;
  const { height, width } = plan;
  const crosses = shown.col === width.outputSize - 1 && width.stride > 1 && input.cell >= 12;
  const start = width.outputSize * width.stride;
  return (
    <>
      {crosses && (
        <Frame
          kind="ghost"
          box={cellsBox(
            input,
            shown.row * height.stride,
            start,
            height.span,
            Math.min(width.span, width.paddedSize - start + 1),
          )}
        />
      )}
      <Rail
        axis={width}
        along="x"
        start={input.x}
        cell={input.cell}
        current={shown.col}
        left={0}
        top={input.y + input.rows * input.cell + 4}
      />
      {sideRail && (
        <Rail
          axis={height}
          along="y"
          start={input.y}
          cell={input.cell}
          current={shown.row}
          left={input.x - 30 - Math.max(indices, 4) - 4}
          top={0}
        />
      )}
    </>
  );
}
