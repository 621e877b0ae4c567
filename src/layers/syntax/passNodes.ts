import type { SyntaxNodeRef, Tree } from '@lezer/common';

/** Statements of a text itself that are passed in one step. */
const statementsPerStep = 20;

/** Passes all nodes of a tree but the topmost, those around others first, in steps. */
export function* passNodes(tree: Tree, enter: (at: SyntaxNodeRef) => void): Generator<number, void> {
  let count = 0;
  for (let child = tree.topNode.firstChild; child; child = child.nextSibling) {
    child.cursor().iterate(enter);
    if (++count % statementsPerStep === 0) yield 0;
  }
}
