import type { Conv2dParams, PerAxis } from '../../engine/convolution/conv2dParams';
import type { Matrix } from '../../engine/tensor';

/** A lesson of a file `*.convlesson.json`, checked: a title, what it is about, and its steps in order. */
export interface Lesson {
  readonly title: string;
  readonly intro: string;
  readonly steps: readonly LessonStep[];
}

/** One step: what is shown, what is said about it, and what is asked before it is answered. */
export interface LessonStep {
  /** Of a step that names none in the file, that of the step before. */
  readonly scene: Scene;
  readonly text: string;
  readonly question: Question | undefined;
}

/** What a step shows. */
export type Scene = LensScene | NetworkScene;

/** A convolution in the lens panel. */
export interface LensScene {
  readonly in: 'lens';
  readonly input: Matrix;
  readonly kernel: Matrix;
  readonly params: Conv2dParams;
  /** The cell of the map at which the lens stands. */
  readonly at: PerAxis | undefined;
  readonly show: readonly SceneShow[];
}

/** How the lens shows its numbers: the whole map at once, how often each input cell is used, the step as rows. */
export type SceneShow = (typeof sceneShows)[number];

export const sceneShows = ['whole-map', 'uses', 'rows'] as const;

/** The scenes of the network panel by their names. */
export type NetworkSceneName = (typeof networkSceneNames)[number];

export const networkSceneNames = ['layers', 'parameters', 'shift', 'flatten', 'learn', 'backward'] as const;

/** A scene of the network panel. */
export interface NetworkScene {
  readonly in: 'network';
  readonly scene: NetworkSceneName;
  readonly image: SceneImage;
  /** True where every convolution keeps rows and columns. */
  readonly padded: boolean;
}

/** What goes into a scene's network: a drawn digit of 28 × 28, or pictures of the shapes of CIFAR-10 and ImageNet. */
export type SceneImage = (typeof sceneImages)[number];

export const sceneImages = ['digit', 'cifar10', 'imagenet'] as const;

/** What is asked, what is right, and what is said once it is known. */
export interface Question {
  readonly ask: string;
  readonly answer: Answer;
  readonly why: string;
  /** What the panel keeps back until the question is answered or its answer shown. */
  readonly hides: Hides;
}

/** Nothing; the numbers of sums and map; or the map with its size, and all that follows from it. */
export type Hides = (typeof hideNames)[number];

export const hideNames = ['nothing', 'values', 'size'] as const;

/** The right answer, or the quantity of the scene that it is. */
export type Answer =
  | { readonly kind: 'size' }
  | { readonly kind: 'cell'; readonly at: PerAxis }
  | { readonly kind: 'number'; readonly of: Quantity; readonly wrong: readonly NamedWrong[] }
  | { readonly kind: 'choice'; readonly options: readonly ChoiceOption[]; readonly right: number }
  /** `sameMap`: every kernel is right that gives the same map on the scene's input. */
  | { readonly kind: 'kernel'; readonly is: Matrix; readonly sameMap: boolean };

/** A number that is worked out. */
export type Quantity =
  /** A calculation of the file. */
  | { readonly of: 'value'; readonly value: number }
  /** Positions of the kernel. */
  | { readonly of: 'patches' }
  /** Cells of the map that read an input cell. */
  | { readonly of: 'uses'; readonly at: PerAxis }
  /** The smallest padding for each side with which the map has so many rows. */
  | { readonly of: 'padding'; readonly size: number }
  /** Weights and biases of a layer of the scene's network, counted from 0. */
  | { readonly of: 'parameters'; readonly layer: number }
  /** The side of the receptive field of one cell after layers of square windows, each a kernel size and a stride. */
  | { readonly of: 'receptive-field'; readonly layers: readonly PerAxis[] };

/** A wrong number that the author foresaw, and what is said of it. */
export interface NamedWrong {
  readonly value: number;
  readonly says: string;
}

/** One of the answers to choose from; `says` is said where it is chosen and wrong. */
export interface ChoiceOption {
  readonly text: string;
  readonly says: string | undefined;
}
