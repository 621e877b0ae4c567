import type { PerAxis } from '../../engine/convolution/conv2dParams';
import { presetById } from '../../engine/kernels/presets';
import type { ValuePlace } from '../../engine/network/valuePlace';
import { isCount, isRecord } from '../readParams';
import { type LearnStart, mostLearnedSide, mostWantedText, type WantedMap } from './learnQuestion';
import type { BackwardFrom, NetworkQuestion, QuestionOf } from './networkQuestion';

/** A question as it came from the view, rebuilt from its known parts; undefined for anything else. */
export function readQuestion(question: Record<string, unknown>): NetworkQuestion | undefined {
  switch (question.kind) {
    case 'trace': {
      const place = readPlace(question.place);
      return place && isIndex(question.stage) ? { kind: 'trace', stage: question.stage, place } : undefined;
    }
    case 'shift': {
      const { stage, channel } = question;
      const by = readPair(question.by);
      return by && isIndex(stage) && isIndex(channel) ? { kind: 'shift', by, stage, channel } : undefined;
    }
    case 'shuffle':
      return isIndex(question.seed) ? { kind: 'shuffle', seed: question.seed } : undefined;
    case 'learn':
      return readLearn(question);
    case 'backward':
      return readBackward(question);
    default:
      return undefined;
  }
}

function readLearn(question: Record<string, unknown>): QuestionOf<'learn'> | undefined {
  const { channel, share } = question;
  const wanted = readWanted(question.wanted);
  const start = readStart(question.start);
  const isShare = typeof share === 'number' && share > 0 && share <= 4;
  return wanted && start && isShare && isIndex(channel) ? { kind: 'learn', channel, wanted, start, share } : undefined;
}

function readWanted(value: unknown): WantedMap | undefined {
  if (!isRecord(value)) return undefined;
  const { kind, preset, text, side } = value;
  if (kind === 'preset') {
    const known = typeof preset === 'string' ? presetById(preset) : undefined;
    return known && { kind, preset: known.id };
  }
  if (typeof text !== 'string' || text.length > mostWantedText) return undefined;
  if (kind === 'kernel') return { kind, text };
  return kind === 'map' && isIndex(side) && side >= 1 && side <= mostLearnedSide ? { kind, text, side } : undefined;
}

function readStart(value: unknown): LearnStart | undefined {
  if (!isRecord(value)) return undefined;
  if (value.kind === 'zeros') return { kind: 'zeros' };
  return value.kind === 'seeded' && isIndex(value.seed) ? { kind: 'seeded', seed: value.seed } : undefined;
}

function readBackward(question: Record<string, unknown>): QuestionOf<'backward'> | undefined {
  const { stage, weight } = question;
  const of = readFrom(question.of);
  const cell = readPlace(question.cell);
  const place = readPlace(weight);
  const filter = isRecord(weight) ? weight.filter : undefined;
  if (!of || !cell || !place || !isIndex(stage) || !isIndex(filter)) return undefined;
  return { kind: 'backward', of, stage, weight: { filter, ...place }, cell };
}

function readFrom(value: unknown): BackwardFrom | undefined {
  if (!isRecord(value)) return undefined;
  const { kind, stage, label } = value;
  if (kind === 'loss') return isIndex(label) ? { kind, label } : undefined;
  const place = readPlace(value.place);
  return kind === 'value' && place && isIndex(stage) ? { kind, stage, place } : undefined;
}

function readPlace(value: unknown): ValuePlace | undefined {
  if (!isRecord(value)) return undefined;
  const { channel, row, col } = value;
  return isIndex(channel) && isIndex(row) && isIndex(col) ? { channel, row, col } : undefined;
}

function readPair(value: unknown): PerAxis | undefined {
  return Array.isArray(value) && value.length === 2 && isCount(value[0]) && isCount(value[1])
    ? [value[0], value[1]]
    : undefined;
}

function isIndex(value: unknown): value is number {
  return isCount(value) && value >= 0;
}
