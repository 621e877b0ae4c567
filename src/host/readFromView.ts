import { orientations } from '../engine/kernels/orientation';
import { presetById } from '../engine/kernels/presets';
import { type Pattern, plainPatterns } from '../engine/patterns/pattern';
import { readKeptView } from '../protocol/keptView';
import { type CellWindow, type FromView, mostRegionCells, type Role } from '../protocol/lens';
import { lookSteps, type SentLook } from '../protocol/sentLook';
import { type Act, exampleIds, maxDraftSide, type Side } from '../session/act';
import { arrangements } from '../session/planeLayout';
import { textReadings } from '../session/readingReport';
import { isCount, isRecord, readParams } from '../session/readParams';
import { readLessonAct } from './readLessonAct';

/** A message of the view, checked like a stranger's and rebuilt from its known parts; undefined for anything else. */
export function readFromView(message: unknown): FromView | undefined {
  if (!isRecord(message)) return undefined;
  switch (message.type) {
    case 'ready':
    case 'cancel':
    case 'compute':
    case 'try-end':
      return { type: message.type };
    case 'lesson': {
      const act = readLessonAct(message.act);
      return act && { type: 'lesson', act };
    }
    case 'painted':
      return isIndex(message.revision) ? { type: 'painted', revision: message.revision } : undefined;
    case 'picture-side':
      return isRole(message.role) && isPictureSide(message.side)
        ? { type: 'picture-side', role: message.role, side: message.side }
        : undefined;
    case 'region': {
      const window = readWindow(message.window);
      return window && typeof message.id === 'string' ? { type: 'region', id: message.id, window } : undefined;
    }
    case 'copy': {
      const window = readWindow(message.window);
      if (!isRole(message.role) || (message.window !== undefined && !window)) return undefined;
      return { type: 'copy', role: message.role, ...(window && { window }) };
    }
    case 'copy-as':
      return isRole(message.role) ? { type: 'copy-as', role: message.role } : undefined;
    case 'paste': {
      const window = readWindow(message.window);
      const isPlace = window && window.row >= 0 && window.col >= 0;
      return isSide(message.side) && isPlace ? { type: 'paste', side: message.side, window } : undefined;
    }
    case 'try-cell': {
      const { side, row, col, value } = message;
      return isSide(side) && isIndex(row) && isIndex(col) && typeof value === 'number'
        ? { type: 'try-cell', side, row, col, value }
        : undefined;
    }
    case 'point': {
      const { side, row, col, opens } = message;
      return isSide(side) && isIndex(row) && isIndex(col) && typeof opens === 'boolean'
        ? { type: 'point', side, row, col, opens }
        : undefined;
    }
    case 'reveal-source':
      return isSide(message.side) ? { type: 'reveal-source', side: message.side } : undefined;
    case 'read-as': {
      const as = [...textReadings, ...arrangements].find((one) => one === message.as);
      return isSide(message.side) && as ? { type: 'read-as', side: message.side, as } : undefined;
    }
    case 'reveal-note': {
      const { side, line } = message;
      return isSide(side) && isIndex(line) ? { type: 'reveal-note', side, line } : undefined;
    }
    case 'decoded':
      return readDecoded(message);
    case 'undecodable':
    case 'not-rasterised':
      return isIndex(message.id) ? { type: message.type, id: message.id } : undefined;
    case 'page':
      return readPage(message);
    case 'rasterised':
      return isIndex(message.id) && message.bytes instanceof Uint8Array
        ? { type: 'rasterised', id: message.id, bytes: message.bytes }
        : undefined;
    case 'act': {
      const act = isRecord(message.act) ? readAct(message.act) : undefined;
      return act && { type: 'act', act };
    }
    default:
      return undefined;
  }
}

function readPage({ id, view, look }: Record<string, unknown>): FromView | undefined {
  const sent = isRecord(look) ? readLook(look) : undefined;
  return sent && isIndex(id) ? { type: 'page', id, view: readKeptView(view), look: sent } : undefined;
}

/** Colours alone: what is not `#rrggbb` could be more than a colour in a file. */
function readLook(look: Record<string, unknown>): SentLook | undefined {
  const isColour = (value: unknown): value is string => typeof value === 'string' && /^#[0-9a-f]{6}$/.test(value);
  const ramp = (value: unknown, steps: number) =>
    Array.isArray(value) && value.length === steps && value.every(isColour) ? (value as readonly string[]) : undefined;
  const [tones, fills, digits] = [
    ramp(look.tones, lookSteps.tones),
    ramp(look.fills, lookSteps.fills),
    ramp(look.digits, lookSteps.fills),
  ];
  const { paper, ink, quiet, hairline, mat, accent, positive, negative } = look;
  if (!tones || !fills || !digits) return undefined;
  if (!isColour(paper) || !isColour(ink) || !isColour(quiet) || !isColour(hairline)) return undefined;
  if (!isColour(mat) || !isColour(accent) || !isColour(positive) || !isColour(negative)) return undefined;
  return { paper, ink, quiet, hairline, mat, accent, positive, negative, tones, fills, digits };
}

function readDecoded({ id, rows, cols, planes, levels, hasAlpha }: Record<string, unknown>): FromView | undefined {
  const isKnown = isIndex(id) && isIndex(rows) && isIndex(cols) && (planes === 1 || planes === 3);
  if (!isKnown || !(levels instanceof Uint8Array) || levels.length !== rows * cols * planes) return undefined;
  return { type: 'decoded', id, rows, cols, planes, levels, hasAlpha: hasAlpha === true };
}

function readAct(act: Record<string, unknown>): Act | undefined {
  const { kind, side, row, col, rows, cols, value, index, plane } = act;
  switch (kind) {
    case 'swap':
    case 'compute-anyway':
    case 'start-over':
    case 'undo':
    case 'redo':
      return { kind };
    case 'set-params': {
      const params = readParams(act.params);
      return params && { kind, params };
    }
    case 'use-preset':
      return typeof act.id === 'string' && presetById(act.id) ? { kind, id: act.id } : undefined;
    case 'use-candidate':
      return isSide(side) && isIndex(index) ? { kind, side, index } : undefined;
    case 'edit-cell':
      return isSide(side) && isIndex(row) && isIndex(col) && typeof value === 'number'
        ? { kind, side, row, col, value }
        : undefined;
    case 'edit-block':
      return readBlock(act);
    case 'use-example': {
      const id = exampleIds.find((one) => one === act.id);
      return id && { kind, id };
    }
    case 'use-pattern': {
      const pattern = isRecord(act.pattern) ? readPattern(act.pattern) : undefined;
      return isSide(side) && pattern ? { kind, side, pattern } : undefined;
    }
    case 'orient': {
      const orientation = orientations.find((one) => one === act.orientation);
      return isSide(side) && orientation ? { kind, side, orientation } : undefined;
    }
    case 'scale':
      return isSide(side) && typeof act.factor === 'number' && Number.isFinite(act.factor)
        ? { kind, side, factor: act.factor }
        : undefined;
    case 'normalise':
      return isSide(side) ? { kind, side } : undefined;
    case 'resize':
      return isSide(side) && isDraftSide(rows) && isDraftSide(cols) ? { kind, side, rows, cols } : undefined;
    case 'show-plane':
      return isSide(side) && isIndex(plane) ? { kind, side, plane } : undefined;
    default:
      return undefined;
  }
}

function readBlock({ side, row, col, rows, cols, values }: Record<string, unknown>): Act | undefined {
  const isPlace = isSide(side) && isIndex(row) && isIndex(col) && isIndex(rows) && isIndex(cols);
  if (!isPlace || rows * cols > maxDraftSide ** 2 || !Array.isArray(values) || values.length !== rows * cols)
    return undefined;
  const isNumbers = values.every((value) => typeof value === 'number');
  return isNumbers
    ? { kind: 'edit-block', side, row, col, rows, cols, values: values as readonly number[] }
    : undefined;
}

function readPattern({ kind, seed }: Record<string, unknown>): Pattern | undefined {
  if (kind === 'random') return isIndex(seed) ? { kind, seed } : undefined;
  const plain = plainPatterns.find((one) => one === kind);
  return plain && { kind: plain };
}

function readWindow(value: unknown): CellWindow | undefined {
  if (!isRecord(value)) return undefined;
  const { row, col, rows, cols } = value;
  const isWindow = isCount(row) && isCount(col) && isIndex(rows) && isIndex(cols) && rows * cols <= mostRegionCells;
  return isWindow ? { row, col, rows, cols } : undefined;
}

function isRole(value: unknown): value is Role {
  return isSide(value) || value === 'output';
}

/** No screen is larger. */
function isPictureSide(value: unknown): value is number {
  return isIndex(value) && value >= 1 && value <= 16_384;
}

function isSide(value: unknown): value is Side {
  return value === 'input' || value === 'kernel';
}

function isIndex(value: unknown): value is number {
  return isCount(value) && value >= 0;
}

function isDraftSide(value: unknown): value is number {
  return isIndex(value) && value >= 1 && value <= maxDraftSide;
}
