import type { LastEditor } from './lastEditor';
import type { SummaryPanel } from './summaryPanel';

/** Shows the models of the text that is edited, first the one around the caret. */
export async function showModelSummary(summary: SummaryPanel, editors: LastEditor): Promise<void> {
  const editor = editors.current;
  if (editor) await summary.show(editor.document, editor.document.offsetAt(editor.selection.active));
}
