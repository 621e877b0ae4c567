import { useState } from 'preact/hooks';
import type { AxisPlan, Conv2dPlan } from '../../engine/convolution/conv2dPlan';
import { Popover } from '../parts/Popover';
import { Segmented } from '../parts/Segmented';
import { useLens } from '../state/lens';
import { PositionsStrip } from './PositionsStrip';
import { isSame, SizeFormula } from './SizeFormula';
import { SizeReason } from './SizeReason';
import { Solver } from './Solver';
import type { SolveFor } from './solveAnswers';

/** From a wanted size of the map to all paddings, strides or kernel sizes that give it. */
export function SizePopover({ plan }: { readonly plan: Conv2dPlan }) {
  const { facts } = useLens();
  const t = facts.t.value;
  const [solveFor, setSolveFor] = useState<SolveFor>('padding');
  const { height, width } = plan;
  return (
    <Popover title={t('From a wanted size')}>
      <div class="popover-size">
        <SizeFormula plan={plan} />
        <SizeReason plan={plan} />
        <PositionsStrip plan={plan} room={5} />
      </div>
      <p class="solve-for">
        <span>{t('solve for')}</span>
        <Segmented
          label={t('What is solved for')}
          chosen={solveFor}
          choices={[
            { id: 'padding', text: t('padding') },
            { id: 'stride', text: t('stride') },
            { id: 'kernel', text: t('kernel size') },
          ]}
          onChoose={(id) => setSolveFor(id as SolveFor)}
        />
      </p>
      {isSame(height, width) ? (
        <Solver solveFor={solveFor} axis={width} name="both" plan={plan} />
      ) : (
        <>
          <Solver solveFor={solveFor} axis={height} name="height" plan={plan} />
          <Solver solveFor={solveFor} axis={width} name="width" plan={plan} />
        </>
      )}
      {solveFor === 'kernel' && <p class="note">{t('Rows and columns are cut off at its end, or added as zeros.')}</p>}
      {solveFor === 'padding' && <SameNote axis={width} />}
    </Popover>
  );
}

function SameNote({ axis }: { readonly axis: AxisPlan }) {
  const { facts } = useLens();
  if (axis.stride === 1) return null;
  const cells = Math.ceil(axis.inputSize / axis.stride);
  return (
    <p class="note">
      {facts.t.value(
        'With a stride, “same” of Keras, TensorFlow and ONNX is another thing: ⌈{0} ÷ {1}⌉ = {2} cells.',
        axis.inputSize,
        axis.stride,
        cells,
      )}
    </p>
  );
}
