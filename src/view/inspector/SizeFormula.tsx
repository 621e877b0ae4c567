import type { AxisPlan, Conv2dPlan } from '../../engine/convolution/conv2dPlan';
import { outputSizeFormula } from '../../engine/convolution/formula';
import { useScrub } from '../parts/scrub';
import { useLens } from '../state/lens';

/** The output-size formula with the person's own numbers; once where both axes agree, else once for each. */
export function SizeFormula({ plan }: { readonly plan: Conv2dPlan }) {
  const { facts } = useLens();
  const t = facts.t.value;
  const { height, width } = plan;
  if (isSame(height, width)) return <AxisLine plan={plan} which="both" name={undefined} />;
  return (
    <div class="formulas">
      <AxisLine plan={plan} which="height" name={t('height')} />
      <AxisLine plan={plan} which="width" name={t('width')} />
    </div>
  );
}

/** Whether two axes have the same formula. */
export function isSame(a: AxisPlan, b: AxisPlan): boolean {
  return (Object.keys(a) as (keyof AxisPlan)[]).every((key) => a[key] === b[key]);
}

type Which = 'both' | 'height' | 'width';

interface AxisLineProps {
  readonly plan: Conv2dPlan;
  readonly which: Which;
  readonly name: string | undefined;
}

function AxisLine({ plan, which, name }: AxisLineProps) {
  const { actions } = useLens();
  const axis = which === 'height' ? plan.height : plan.width;
  const pair = (value: number, { height, width }: Readonly<Record<'height' | 'width', number>>) =>
    [which === 'width' ? height : value, which === 'height' ? width : value] as const;
  const { symbolic, numeric } = outputSizeFormula(axis);
  const floors = axis.rest > 0;
  return (
    <div
      class={`formula${floors ? ' floors' : ''}${name ? ' one-of-two' : ''}`}
      role="math"
      aria-label={numeric}
      title={symbolic}
      data-formula={numeric}
    >
      {name && <span class="axis-name">{name}</span>}
      <span class="floor" aria-hidden="true">
        <span class="fraction">
          <span class="above">
            <Variable letter="N" value={axis.inputSize} />
            <span class="sign">−</span>
            {axis.dilation === 1 ? (
              <Variable letter="F" value={axis.kernelSize} />
            ) : (
              <>
                <span class="sign">(</span>
                <Variable
                  letter="D"
                  value={axis.dilation}
                  onDrag={(value) =>
                    actions.setParams({
                      dilations: pair(least1(value), { height: plan.height.dilation, width: plan.width.dilation }),
                    })
                  }
                />
                <span class="sign">·(</span>
                <Variable letter="F" value={axis.kernelSize} />
                <span class="sign">− 1) + 1)</span>
              </>
            )}
            <span class="sign">+</span>
            <PaddingTerm plan={plan} axis={axis} which={which} />
          </span>
          <span class="below">
            <DraggedNumber
              value={axis.stride}
              onDrag={(value) =>
                actions.setParams({
                  strides: pair(least1(value), { height: plan.height.stride, width: plan.width.stride }),
                })
              }
            />
            <i class="letter beside">S</i>
          </span>
        </span>
      </span>
      <span class="rest" aria-hidden="true">
        + 1 = <b>{axis.outputSize}</b>
      </span>
    </div>
  );
}

/** No drag leads beyond these. */
const most = 64;

function least1(value: number): number {
  return Math.max(1, Math.min(most, value));
}

interface PaddingTermProps {
  readonly plan: Conv2dPlan;
  readonly axis: AxisPlan;
  readonly which: Which;
}

function PaddingTerm({ plan, axis, which }: PaddingTermProps) {
  const { actions } = useLens();
  const drag = (value: number) => {
    const amount = Math.max(0, Math.min(most, value));
    const { height, width } = plan;
    const tall = which === 'width' ? height : { before: amount, after: amount };
    const wide = which === 'height' ? width : { before: amount, after: amount };
    const sides = { top: tall.before, bottom: tall.after, left: wide.before, right: wide.after };
    actions.setParams({ padding: which === 'both' ? { kind: 'all', amount } : { kind: 'explicit', ...sides } });
  };
  if (axis.before === axis.after)
    return (
      <>
        <span class="sign">2·</span>
        <Variable letter="P" value={axis.before} onDrag={drag} />
      </>
    );
  return (
    <>
      <Variable letter="P₁" value={axis.before} />
      <span class="sign">+</span>
      <Variable letter="P₂" value={axis.after} />
    </>
  );
}

interface VariableProps {
  readonly letter: string;
  readonly value: number;
  readonly onDrag?: (value: number) => void;
}

function Variable({ letter, value, onDrag }: VariableProps) {
  return (
    <span class="symbol">
      <i class="letter">{letter}</i>
      {onDrag ? <DraggedNumber value={value} onDrag={onDrag} /> : <b class="number">{value}</b>}
    </span>
  );
}

/** A number of the formula that is dragged sideways; the fields below it take keys too. */
function DraggedNumber({ value, onDrag }: { readonly value: number; readonly onDrag: (value: number) => void }) {
  const { facts } = useLens();
  return (
    <b class="number dragged" title={facts.t.value('Drag sideways')} {...useScrub(value, onDrag)}>
      {value}
    </b>
  );
}
