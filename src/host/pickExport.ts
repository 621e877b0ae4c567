import * as vscode from 'vscode';
import { canRepeat, isProgram, programIds } from '../export/program/programKinds';
import type { WorkedExample } from '../export/program/workedExample';
import { type ExportId, exportDetail, exportName } from '../words/exportWords';
import { countText } from '../words/numberText';

/** More cells in one matrix are no example that anybody reads. */
const mostCells = { text: 65_536, page: 10_000, link: 2 ** 18 };
/** More steps are a film that nobody waits for. */
const mostSteps = 400;

const lastKey = 'convolutionLens.lastExport';
const paperKey = 'convolutionLens.exportPaper';

const groups: readonly (readonly ExportId[])[] = [
  programIds,
  ['latex', 'markdown'],
  ['svg', 'png', 'gif', 'svgs'],
  ['link'],
];

/** Lets the person choose a form that the example can be had in, the last one first; undefined when they turn away. */
export async function pickExport(example: WorkedExample, store: vscode.Memento): Promise<ExportId | undefined> {
  const t = vscode.l10n.t;
  const last = store.get(lastKey);
  const titles = [t('Program'), t('Text'), t('Picture'), t('Share')];
  const items = groups.flatMap((ids, index) => {
    const possible = ids.filter((id) => whyNot(id, example) === undefined);
    const heading = { label: titles[index]!, kind: vscode.QuickPickItemKind.Separator, id: undefined };
    return possible.length === 0
      ? []
      : [heading, ...possible.map((id) => ({ label: exportName(t, id), description: exportDetail(t, id), id }))];
  });
  const first = items.find(({ id }) => id !== undefined && id === last);
  const ordered = first ? [first, ...items.filter((item) => item !== first)] : items;
  if (items.length === 0) {
    await vscode.window.showWarningMessage(
      t('These matrices are too large to be written out: at most {0} cells each.', countText(mostCells.text)),
    );
    return undefined;
  }
  const picked = await vscode.window.showQuickPick(ordered, { title: t('Export Worked Example') });
  if (picked?.id) void store.update(lastKey, picked.id);
  return picked?.id;
}

/** Why a form cannot be had of an example; undefined where it can. */
function whyNot(id: ExportId, example: WorkedExample): 'large' | 'long' | 'differs' | undefined {
  const { input, kernel, output, plan } = example;
  const cells = Math.max(
    input.data.length,
    kernel.data.length,
    output.data.length,
    plan.height.paddedSize * plan.width.paddedSize,
  );
  // What a link cannot hold is offered as a file.
  if (id === 'link') return Math.max(input.data.length, kernel.data.length) > mostCells.link ? 'large' : undefined;
  if (cells > (isProgram(id) || id === 'latex' || id === 'markdown' ? mostCells.text : mostCells.page)) return 'large';
  if (isProgram(id) && !canRepeat(id, example)) return 'differs';
  return (id === 'gif' || id === 'svgs') && output.data.length > mostSteps ? 'long' : undefined;
}

/** Lets the person choose the colours of pages, the last ones first. */
export async function pickPaper(store: vscode.Memento): Promise<'theme' | 'white' | undefined> {
  const t = vscode.l10n.t;
  const papers = [
    { label: t('In the colours of the theme'), paper: 'theme' as const },
    { label: t('On white paper'), paper: 'white' as const },
  ];
  const last = store.get(paperKey);
  const items = [...papers].sort((one, other) => Number(other.paper === last) - Number(one.paper === last));
  const picked = await vscode.window.showQuickPick(items, { title: t('Export Worked Example') });
  if (picked) void store.update(paperKey, picked.paper);
  return picked?.paper;
}
