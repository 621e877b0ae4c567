import type { AxisPlan, Conv2dPlan } from '../../engine/convolution/conv2dPlan';
import { outputSizeFormula } from '../../engine/convolution/formula';
import { useLens } from '../state/lens';

/** The output-size formula with the person's own numbers; once where both axes agree, else once for each. */
export function SizeFormula({ plan }: { readonly plan: Conv2dPlan }) {
  const { facts } = useLens();
  const t = facts.t.value;
  const { height, width } = plan;
  if (isSame(height, width)) return <AxisLine axis={width} name={undefined} />;
  return (
    <div class="formulas">
      <AxisLine axis={height} name={t('height')} />
      <AxisLine axis={width} name={t('width')} />
    </div>
  );
}

/** Whether two axes have the same formula. */
export function isSame(a: AxisPlan, b: AxisPlan): boolean {
  return (Object.keys(a) as (keyof AxisPlan)[]).every((key) => a[key] === b[key]);
}

function AxisLine({ axis, name }: { readonly axis: AxisPlan; readonly name: string | undefined }) {
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
                <Variable letter="D" value={axis.dilation} />
                <span class="sign">·(</span>
                <Variable letter="F" value={axis.kernelSize} />
                <span class="sign">− 1) + 1)</span>
              </>
            )}
            <span class="sign">+</span>
            <PaddingTerm axis={axis} />
          </span>
          <span class="below">
            <b class="number">{axis.stride}</b>
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

function PaddingTerm({ axis }: { readonly axis: AxisPlan }) {
  if (axis.before === axis.after)
    return (
      <>
        <span class="sign">2·</span>
        <Variable letter="P" value={axis.before} />
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

function Variable({ letter, value }: { readonly letter: string; readonly value: number }) {
  return (
    <span class="symbol">
      <i class="letter">{letter}</i>
      <b class="number">{value}</b>
    </span>
  );
}
