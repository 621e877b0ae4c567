import type { ShownOperand } from '../../protocol/lens';
import type { Side } from '../../session/act';
import type { KernelTold } from '../../words/kernelTold';
import { paddingText } from '../../words/paddingText';
import type { Translate } from '../../words/translate';
import type { StageLayout } from '../layout/stageLayout';
import { Icon } from '../parts/Icon';
import { lazy } from '../parts/lazy';
import { matrixContext } from '../parts/matrixContext';
import { useLens } from '../state/lens';
import { PlaneSwitch } from './PlaneSwitch';

const ReadingButton = lazy(() => import('../report/ReadingButton').then((module) => module.ReadingButton));
const TextMark = lazy(() => import('./TextMark').then((module) => module.TextMark));
const PaddingHandle = lazy(() => import('./PaddingHandle').then((module) => module.PaddingHandle));
const CopyAsButton = lazy(() => import('./CopyAsButton').then((module) => module.CopyAsButton));

/** Names and sizes above the grids, and what can be changed about them. */
export function Captions({ layout }: { readonly layout: StageLayout }) {
  const { facts, model } = useLens();
  const t = facts.t.value;
  const { map, composition, kernel, glass } = layout;
  const plan = facts.plan.value;
  const isBench = composition === 'bench';
  const middle = kernel.y + (kernel.rows * kernel.cell) / 2;
  const inputRight = layout.input.x + layout.input.cols * layout.input.cell;
  return (
    <>
      <InputCaption layout={layout} />
      <KernelCaption layout={layout} />
      {plan && (
        <div
          class="caption"
          style={{
            left: `${mapCaptionLeft(layout)}px`,
            top: `${map.y - layout.indices - 24}px`,
          }}
          {...matrixContext(model.surface, 'output')}
        >
          <b data-term="featureMap">{t('map')}</b>
          <span class="size">
            {map.rows} × {map.cols}
          </span>
          {layout.width >= 350 && facts.output.value && <CopyAsButton part="output" />}
        </div>
      )}
      {isBench && (
        <>
          <span
            class="operator"
            aria-hidden="true"
            style={{ left: `${(inputRight + kernel.x) / 2}px`, top: `${middle}px` }}
          >
            ⊛
          </span>
          <span
            class="operator"
            aria-hidden="true"
            style={{
              left: `${(Math.max(glass.x + glass.width, kernel.x + kernel.cols * kernel.cell) + map.x) / 2}px`,
              top: `${middle}px`,
            }}
          >
            =
          </span>
        </>
      )}
    </>
  );
}

/** Over the map, as long as its name and size have about the room that they need. */
function mapCaptionLeft({ map, width }: StageLayout): number {
  return Math.min(map.x, width - 62 - 8 * `${map.rows}${map.cols}`.length);
}

function InputCaption({ layout }: { readonly layout: StageLayout }) {
  const { facts, model, actions } = useLens();
  const t = facts.t.value;
  const snapshot = model.snapshot.value;
  if (snapshot === undefined) return null;
  const { input } = layout;
  const plan = facts.plan.value;
  const top = input.y - layout.indices - 24;
  const right = input.x + input.cols * input.cell;
  const inputWidth = input.cols * input.cell;
  const least = captionWidth(snapshot.input.name ?? t('input'), snapshot.input);
  const tellsPadding = plan && layout.inputMode === 'cells' && layout.width >= 620 && inputWidth > least + paddingWidth;
  const isBesideZoom = layout.inputMode === 'picture' && inputWidth > zoomed;
  const room = tellsPadding || isBesideZoom ? inputWidth - paddingWidth : roomBehind(layout, 'input', input.x, top);
  const hasNoRoom = room < least + headlineWidth(snapshot.input);
  return (
    <>
      <div
        class="caption"
        style={{ left: `${input.x}px`, top: `${top}px`, maxWidth: `${room - captionGap}px` }}
        {...matrixContext(model.surface, 'input')}
      >
        <b data-term="input" title={snapshot.input.name}>
          {snapshot.input.name ?? t('input')}
        </b>
        <Size side="input" />
        {snapshot.input.hasSource && layout.width >= 350 && (
          <button
            type="button"
            class="quiet"
            title={t('Show in the text')}
            aria-label={t('Show in the text')}
            onClick={() => actions.post({ type: 'reveal-source', side: 'input' })}
          >
            <Icon name="source" />
          </button>
        )}
        <button
          type="button"
          class="quiet pick-input"
          aria-haspopup="dialog"
          aria-expanded={model.popover.value === 'input'}
          title={t('Choose or fill the input')}
          aria-label={t('Choose or fill the input')}
          onClick={() => actions.open('input')}
        >
          <Icon name="down" />
        </button>
        {layout.width >= 350 && <CopyAsButton part="input" />}
        <ReadingButton side="input" isShort={hasNoRoom} />
        <PlaneSwitch side="input" />
        {isMarked(snapshot.input) && (
          <TextMark operand={snapshot.input} hasRoom={layout.width >= 350 && room >= least} />
        )}
      </div>
      {tellsPadding && (
        <span class="caption at-end" style={{ left: `${right - 150}px`, top: `${top}px`, width: '150px' }}>
          {paddingText(t, plan)}
        </span>
      )}
      {plan && layout.inputMode === 'cells' && <PaddingHandle place={input} plan={plan} isLow={layout.indices === 0} />}
    </>
  );
}

/** Pictures that are wider have their zoom at the end of their caption. */
const zoomed = 320;

/** What name, size and buttons of a kernel need before the map's begin. */
const kernelCaptionWidth = 280;

function KernelCaption({ layout }: { readonly layout: StageLayout }) {
  const { facts, model, actions } = useLens();
  const t = facts.t.value;
  const snapshot = model.snapshot.value;
  if (snapshot === undefined) return null;
  const { kernel, composition, width, near } = layout;
  const isBelow = composition === 'vee' || composition === 'thumbs';
  const isTight =
    isBelow || ['side', 'line', 'row', 'strip'].includes(composition) || (composition === 'apart' && width < 620);
  const { told, name, hasSource } = snapshot.kernel;
  const left = isBelow
    ? Math.min(kernel.x, width - (composition === 'thumbs' ? 64 : 88))
    : Math.min(kernel.x, isTight ? width : (near?.x ?? width));
  const hasRoom = !isTight && (composition === 'apart' || layout.map.x - left > kernelCaptionWidth);
  const top = isBelow
    ? kernel.y + kernel.rows * kernel.cell + 3
    : kernel.y - 24 - (composition === 'apart' ? layout.indices : 0);
  const words = `${name ?? t('kernel')} ${told?.name ?? t('choose')}`;
  const room = isTight ? 0 : roomBehind(layout, 'kernel', left, top);
  const least = captionWidth(words, snapshot.kernel);
  const hasNoRoom = room < least + headlineWidth(snapshot.kernel);
  const buttons = 1 + Number(hasSource) + Number(hasRoom) + Number(snapshot.kernel.reading !== undefined);
  const presetRoom = Math.max(24, Math.min(240, room - 8 * (name ?? t('kernel')).length - 30 * buttons - 24));
  return (
    <div
      class={isTight ? 'caption wrap' : 'caption'}
      style={{
        left: `${left}px`,
        top: `${top}px`,
        maxWidth: `${(isTight ? width - left : room) - captionGap}px`,
        ...(isBelow && { width: `${width - left - captionGap}px` }),
      }}
      {...matrixContext(model.surface, 'kernel')}
    >
      <b data-term="kernel" title={name}>
        {name ?? (isTight && isShort(told?.name) ? told?.name : t('kernel'))}
      </b>
      {room >= least && <Size side="kernel" />}
      <button
        type="button"
        class="quiet pick-kernel"
        aria-haspopup="dialog"
        aria-expanded={model.popover.value === 'kernel'}
        title={kernelTitle(t, told)}
        onClick={() => actions.open('kernel')}
      >
        {!isTight && <span style={{ maxWidth: `${presetRoom}px` }}>{told?.name ?? t('choose')}</span>}{' '}
        <Icon name="down" />
      </button>
      {hasSource && !isTight && (
        <button
          type="button"
          class="quiet"
          title={t('Show in the text')}
          aria-label={t('Show the kernel in the text')}
          onClick={() => actions.post({ type: 'reveal-source', side: 'kernel' })}
        >
          <Icon name="source" />
        </button>
      )}
      {hasRoom && <CopyAsButton part="kernel" />}
      {composition !== 'strip' && composition !== 'thumbs' && <ReadingButton side="kernel" isShort={hasNoRoom} />}
      {!isTight && <PlaneSwitch side="kernel" />}
      {isMarked(snapshot.kernel) && (
        <TextMark operand={snapshot.kernel} hasRoom={!isTight && layout.map.x - left > 400} />
      )}
      {snapshot.params.flip && !isTight && <span class="hint">{t('turned by 180°')}</span>}
    </div>
  );
}

/** The width of the words on padding at the end of the input's caption. */
const paddingWidth = 110;

/** About how wide a caption is with its buttons and marks, without the headline of how its matrix was read. */
function captionWidth(words: string, { planes, edited, computed }: ShownOperand): number {
  return 170 + 7.5 * words.length + (planes > 1 ? 120 : 0) + (edited || computed ? 70 : 0);
}

function headlineWidth({ reading }: ShownOperand): number {
  return 6.5 * (reading?.headline.length ?? 0);
}

/** From a caption's start to the next caption on its line, or to the end of the stage. */
function roomBehind(layout: StageLayout, side: Side, left: number, top: number): number {
  const { map, kernel, width, indices } = layout;
  const others = [
    { x: mapCaptionLeft(layout), top: map.y - indices - 24 },
    ...(side === 'input' ? [{ x: kernel.x, top: kernel.y - 24 }] : []),
  ];
  const next = others.filter((other) => other.x > left + 1 && Math.abs(other.top - top) < captionHeight);
  return Math.min(width, ...next.map(({ x }) => x)) - left;
}

const captionHeight = 24;

/** Between a caption and what comes after it. */
const captionGap = 4;

/** Whether a name has room where the caption is as narrow as a small kernel: what was done to it has none. */
function isShort(name: string | undefined): boolean {
  return name !== undefined && name.length < 20;
}

function kernelTitle(t: Translate, told: KernelTold | undefined): string {
  if (told?.name === undefined) return t('Choose another kernel');
  const known = told.detects === undefined ? told.name : t('{0}: {1}', told.name, told.detects);
  return t('{0}. Choose another kernel', known);
}

function Size({ side }: { readonly side: 'input' | 'kernel' }) {
  const { model } = useLens();
  const operand = model.snapshot.value?.[side];
  return operand ? (
    <span class="size">
      {operand.rows} × {operand.cols}
    </span>
  ) : null;
}

function isMarked({ edited, computed }: ShownOperand): boolean {
  return edited || computed;
}
