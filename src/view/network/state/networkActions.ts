import { batch } from '@preact/signals';
import type { ChosenValue, FromNetworkView } from '../../../protocol/network';
import type { NetworkAct } from '../../../session/network/networkAct';
import type { NetworkQuestion } from '../../../session/network/networkQuestion';
import type { NetworkModel } from './networkModel';

/** What a part of the network panel can do. */
export interface NetworkActions {
  readonly post: (message: FromNetworkView) => void;
  /** An act on the network, which undo takes back. */
  readonly act: (act: NetworkAct) => void;
  /** Shows what a value is made of; `back` where it is a part of the one that is shown. */
  readonly choose: (value: ChosenValue, back?: 'back') => void;
  /** Returns to a value of the trail. */
  readonly returnTo: (place: number) => void;
  /** Asks about the network that is shown; a newer question of the kind takes its place. The answer comes into `asked`. */
  readonly ask: (question: NetworkQuestion) => void;
  /** Keeps something of a scene over a reload. */
  readonly keep: (scene: string, kept: unknown) => void;
}

/** The actions on a model. */
export function networkActions(model: NetworkModel, post: (message: FromNetworkView) => void): NetworkActions {
  let lastId = 0;
  return {
    post,
    act: (act) => post({ type: 'act', act }),
    choose: (value, back) =>
      batch(() => {
        const before = model.chosen.peek();
        model.trail.value = back && before ? [...model.trail.peek(), before] : [];
        model.chosen.value = value;
      }),
    returnTo: (place) =>
      batch(() => {
        const trail = model.trail.peek();
        model.chosen.value = trail[place] ?? model.chosen.peek();
        model.trail.value = trail.slice(0, place);
      }),
    ask: (question) => {
      const revision = model.snapshot.peek()?.revision;
      if (revision === undefined) return;
      lastId += 1;
      const before = model.asked.peek().get(question.kind);
      model.asked.value = new Map(model.asked.peek()).set(question.kind, {
        id: lastId,
        revision,
        question,
        share: undefined,
        isAnswered: false,
        answer: before?.answer,
      });
      post({ type: 'ask', id: lastId, revision, question });
    },
    keep: (scene, kept) => {
      model.scenes.value = { ...model.scenes.peek(), [scene]: kept };
    },
  };
}
