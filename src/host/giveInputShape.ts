import * as vscode from 'vscode';
import { shapeText } from '../layers/flow/shapeText';
import { isRecord } from '../session/readParams';
import type { InputShapeMemory } from './inputShapeMemory';
import { leaveHover } from './leaveHover';

/** Asks the person for the input shape of a model or a layer, which a link of a hover names, and remembers it. */
export async function giveInputShape(memory: InputShapeMemory, argument: unknown): Promise<void> {
  if (!isRecord(argument)) return;
  const { uri, key } = argument;
  if (typeof uri !== 'string' || typeof key !== 'string') return;
  const place = vscode.Uri.parse(uri);
  const written = await vscode.window.showInputBox({
    title: vscode.l10n.t('Input shape'),
    prompt: vscode.l10n.t('Sizes without or with the batch, in the order of the library: 3x224x224 or 1, 224, 224, 3'),
    value:
      memory
        .recall(place)
        [key]?.map((size) => size ?? '?')
        .join('x') ?? '',
    validateInput: (text) =>
      shapeText(text) ? undefined : vscode.l10n.t('That is no shape: write whole numbers like 3x224x224.'),
  });
  const shape = written === undefined ? undefined : shapeText(written);
  if (!shape) return;
  memory.remember(place, key, shape);
  await leaveHover();
}
