import { useEffect } from 'preact/hooks';
import type { NetworkAnswers, NetworkQuestion, QuestionKind } from '../../../session/network/networkQuestion';
import { useNetwork } from './network';

/** What is known of the answer to a question. */
export interface KnownAnswer<Kind extends QuestionKind> {
  /** The newest answer about the network that is shown; that of the question before while this one's is on its way. */
  readonly value: NetworkAnswers[Kind] | undefined;
  readonly question: QuestionOf<Kind> | undefined;
  /** 0 to 1 while it takes longer than a moment. */
  readonly share: number | undefined;
}

type QuestionOf<Kind extends QuestionKind> = Extract<NetworkQuestion, { readonly kind: Kind }>;

/** Asks, again after every change of the question or the network, and gives the answer once it is there. */
export function useAnswer<Kind extends QuestionKind>(
  kind: Kind,
  question: QuestionOf<Kind> | undefined,
): KnownAnswer<Kind> {
  const { model, actions } = useNetwork();
  const snapshot = model.snapshot.value;
  const isComputed = snapshot?.image.activation !== undefined;
  const key = question && isComputed ? `${snapshot.revision} ${JSON.stringify(question)}` : undefined;
  useEffect(() => {
    if (key !== undefined && question) actions.ask(question);
  }, [actions, key]);
  const asked = model.asked.value.get(kind);
  const known = asked?.answer;
  if (key === undefined || known?.revision !== snapshot?.revision || known?.value.kind !== kind)
    return { value: undefined, question: undefined, share: asked?.share };
  return {
    value: known.value.value as NetworkAnswers[Kind],
    question: known.question as QuestionOf<Kind>,
    share: asked?.share,
  };
}
