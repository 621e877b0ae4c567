import type { FromNetworkView } from '../protocol/network';
import { readGeneratedImage } from '../session/network/generatedImage';
import type { NetworkAct } from '../session/network/networkAct';
import { readLayer } from '../session/network/readLayer';
import { readQuestion } from '../session/network/readQuestion';
import { arrangements } from '../session/planeLayout';
import { isCount, isRecord } from '../session/readParams';
import { readLessonAct } from './readLessonAct';

/** A message of the network's view, checked like a stranger's and rebuilt from its known parts; undefined for anything else. */
export function readFromNetworkView(message: unknown): FromNetworkView | undefined {
  if (!isRecord(message)) return undefined;
  switch (message.type) {
    case 'ready':
    case 'cancel':
    case 'compute':
    case 'use-selection':
      return { type: message.type };
    case 'lesson': {
      const act = readLessonAct(message.act);
      return act && { type: 'lesson', act };
    }
    case 'painted':
      return isIndex(message.revision) ? { type: 'painted', revision: message.revision } : undefined;
    case 'act': {
      const act = isRecord(message.act) ? readNetworkAct(message.act) : undefined;
      return act && { type: 'act', act };
    }
    case 'ask': {
      const { id, revision } = message;
      const question = isRecord(message.question) ? readQuestion(message.question) : undefined;
      return question && isIndex(id) && isIndex(revision) ? { type: 'ask', id, revision, question } : undefined;
    }
    default:
      return undefined;
  }
}

function readNetworkAct(act: Record<string, unknown>): NetworkAct | undefined {
  const { kind, id, at, to, on, sample } = act;
  switch (kind) {
    case 'undo':
    case 'redo':
    case 'start-over':
    case 'compute-anyway':
      return { kind };
    case 'add-layer': {
      const layer = readLayer(act.layer);
      return layer && isIndex(at) ? { kind, at, layer } : undefined;
    }
    case 'change-layer': {
      const layer = readLayer(act.layer);
      return layer && isIndex(id) ? { kind, id, layer } : undefined;
    }
    case 'remove-layer':
      return isIndex(id) ? { kind, id } : undefined;
    case 'move-layer':
      return isIndex(id) && isIndex(to) ? { kind, id, to } : undefined;
    case 'use-image': {
      const image = readGeneratedImage(act.image);
      return image && { kind, image };
    }
    case 'arrange-image': {
      const arrangement = arrangements.find((one) => one === act.arrangement);
      return arrangement && { kind, arrangement };
    }
    case 'show-sample':
      return isIndex(sample) ? { kind, sample } : undefined;
    case 'pad-everywhere':
      return typeof on === 'boolean' ? { kind, on } : undefined;
    default:
      return undefined;
  }
}

function isIndex(value: unknown): value is number {
  return isCount(value) && value >= 0;
}
