import { ReadingPopover } from '../report/ReadingPopover';
import { useLens } from '../state/lens';
import { CellsPopover } from './CellsPopover';
import { InputPopover } from './InputPopover';
import { KernelPopover } from './KernelPopover';
import { MorePopover } from './MorePopover';
import { SidesPopover } from './SidesPopover';
import { SizePopover } from './SizePopover';

/** The one popover that is open. */
export function Popovers() {
  const { facts, model } = useLens();
  const plan = facts.plan.value;
  switch (model.popover.value) {
    case 'kernel':
      return <KernelPopover />;
    case 'padding':
      return <SidesPopover plan={plan} />;
    case 'more':
      return <MorePopover />;
    case 'cells':
      return <CellsPopover />;
    case 'size':
      return plan ? <SizePopover plan={plan} /> : null;
    case 'input':
      return <InputPopover />;
    case 'read-input':
      return <ReadingPopover side="input" />;
    case 'read-kernel':
      return <ReadingPopover side="kernel" />;
    case undefined:
      return null;
  }
}
