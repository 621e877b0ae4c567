import { batch } from '@preact/signals';
import { dispatch, type Handlers } from '../../../protocol/dispatch';
import type { FromNetworkView, NetworkSnapshot, ToNetworkView } from '../../../protocol/network';
import type { Asked, NetworkModel } from './networkModel';

/** Takes in the messages of the host, and answers each snapshot once it is painted. */
export function networkReceiver(
  model: NetworkModel,
  post: (message: FromNetworkView) => void,
  afterPaint: (act: () => void) => void,
): (message: ToNetworkView) => void {
  const handlers: Handlers<ToNetworkView> = {
    hello: ({ words }) => {
      model.words.value = words;
    },
    activation: ({ id, sent }) => {
      model.activations.value = new Map(model.activations.peek()).set(id, sent);
    },
    snapshot: ({ snapshot }) => {
      batch(() => show(model, snapshot));
      afterPaint(() => post({ type: 'painted', revision: snapshot.revision }));
    },
    answering: ({ id, share }) => change(model, id, (asked) => ({ ...asked, share })),
    answer: ({ id, answer }) =>
      change(model, id, ({ revision, question, ...asked }) => {
        const known = answer && { revision, question, value: answer };
        return { ...asked, revision, question, isAnswered: true, share: undefined, answer: known };
      }),
    lesson: ({ lesson, scene }) => {
      model.lesson.value = lesson;
      if (scene !== undefined) model.scene.value = scene;
    },
    saved: ({ network }) => {
      model.saved.value = network;
    },
  };
  return (message) => {
    if (typeof message === 'object' && message !== null && Object.hasOwn(handlers, message.type))
      dispatch(message, handlers);
  };
}

function show(model: NetworkModel, snapshot: NetworkSnapshot): void {
  const before = model.snapshot.peek();
  if (before !== undefined && before.revision > snapshot.revision) return;
  const named = [snapshot.image.activation?.id, ...snapshot.stages.map(({ activation }) => activation?.id)];
  model.activations.value = new Map([...model.activations.peek()].filter(([id]) => named.includes(id)));
  model.snapshot.value = snapshot;
}

/** An answer to a question that is no longer the newest of its kind comes too late. */
function change(model: NetworkModel, id: number, next: (asked: Asked) => Asked): void {
  for (const [kind, asked] of model.asked.peek())
    if (asked.id === id) model.asked.value = new Map(model.asked.peek()).set(kind, next(asked));
}
