import { computed, type ReadonlySignal } from '@preact/signals';
import type { PlannedStage, StageShape } from '../../../engine/network/networkStage';
import { type Extent, valueExtents } from '../../../engine/network/valueExtents';
import { indexOf, type ValuePlace } from '../../../engine/network/valuePlace';
import type { ChosenValue, NetworkSnapshot, ShownActivation, ShownStage } from '../../../protocol/network';
import type { SentActivation } from '../../../session/network/networkRequest';
import { type Translate, translator } from '../../../words/translate';
import { type Palette, paletteOf } from '../../colour/palette';
import type { NetworkModel } from './networkModel';

/** One activation of the strip: the image's, or what a layer makes. */
export interface Column {
  readonly of: number | 'image';
  /** Undefined for the image. */
  readonly stage: ShownStage | undefined;
  /** Undefined where the stage cannot be, or is not reached. */
  readonly shape: StageShape | undefined;
  readonly activation: ShownActivation | undefined;
  readonly held: SentActivation | undefined;
}

/** What follows from the model. */
export interface NetworkFacts {
  readonly t: ReadonlySignal<Translate>;
  readonly palette: ReadonlySignal<Palette>;
  /** The image, and every layer. */
  readonly columns: ReadonlySignal<readonly Column[]>;
  /** The stages that can be, from the first on. */
  readonly planned: ReadonlySignal<readonly PlannedStage[]>;
  /** The chosen value as far as the network has it. */
  readonly chosen: ReadonlySignal<ChosenInColumn | undefined>;
  /** For each column before that of the chosen value, what of it the value depends on. */
  readonly extents: ReadonlySignal<readonly Extent[]>;
}

/** A chosen value, and the place of its column in the strip. */
export interface ChosenInColumn extends ChosenValue {
  readonly column: number;
  readonly shape: StageShape;
  readonly index: number;
}

/** The facts of a model. */
export function networkFacts(model: NetworkModel): NetworkFacts {
  const columns = computed(() => columnsOf(model));
  const planned = computed(() => plannedOf(model.snapshot.value));
  const chosen = computed(() => chosenIn(columns.value, model.chosen.value));
  return {
    t: computed(() => translator(model.words.value)),
    palette: computed(() => paletteOf(model.theme.value.kind, model.theme.value.ground)),
    columns,
    planned,
    chosen,
    extents: computed(() => {
      const value = chosen.value;
      return value && value.column > 0 ? valueExtents(planned.value, value.column - 1, value.index) : [];
    }),
  };
}

function columnsOf({ snapshot, activations }: NetworkModel): readonly Column[] {
  const shown = snapshot.value;
  if (shown === undefined) return [];
  const held = (activation: ShownActivation | undefined) => activation && activations.value.get(activation.id);
  const { image, stages } = shown;
  return [
    { of: 'image', stage: undefined, shape: image.shape, activation: image.activation, held: held(image.activation) },
    ...stages.map(
      (stage): Column => ({
        of: stage.id,
        stage,
        shape: stage.stage.kind === 'planned' ? stage.stage.outputShape : undefined,
        activation: stage.activation,
        held: held(stage.activation),
      }),
    ),
  ];
}

function plannedOf(snapshot: NetworkSnapshot | undefined): readonly PlannedStage[] {
  const planned: PlannedStage[] = [];
  for (const { stage } of snapshot?.stages ?? []) {
    if (stage.kind !== 'planned') break;
    planned.push(stage);
  }
  return planned;
}

/** Where sizes have changed, the nearest value that there is. */
function chosenIn(columns: readonly Column[], value: ChosenValue | undefined): ChosenInColumn | undefined {
  const column = value ? columns.findIndex(({ of }) => of === value.of) : -1;
  const shape = columns[column]?.shape;
  if (!value || !shape) return undefined;
  const place = placeWithin(shape, value);
  return { of: value.of, ...place, column, shape, index: indexOf(shape, place) };
}

/** The nearest place that a shape has. */
export function placeWithin(shape: StageShape, { channel, row, col }: ValuePlace): ValuePlace {
  const within = (at: number, size: number) => Math.max(0, Math.min(size - 1, at));
  if (shape.length === 1) return { channel: 0, row: 0, col: within(col, shape[0]) };
  return { channel: within(channel, shape[0]), row: within(row, shape[1]), col: within(col, shape[2]) };
}
