import { Popover } from '../parts/Popover';
import { useLens } from '../state/lens';
import { PlayingMode } from '../transport/PlayingMode';
import { CellFields } from './CellFields';
import { DilationField } from './DilationField';
import { HistoryButtons } from './HistoryButtons';
import { KernelTools } from './KernelTools';
import { StrideField } from './StrideField';
import { UsesField } from './UsesField';

/** What has no room of its own in narrow windows. */
export function MorePopover() {
  const { facts } = useLens();
  return (
    <Popover title={facts.t.value('Stride and more')}>
      <div class="more">
        <StrideField />
        <DilationField />
        <KernelTools isInPopover />
        <UsesField />
        <CellFields />
        <PlayingMode />
        <HistoryButtons />
      </div>
    </Popover>
  );
}
