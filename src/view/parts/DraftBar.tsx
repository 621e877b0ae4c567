import { SizeFields } from './SizeFields';

/** What only the playground offers: other sizes. Its actions stand in the view's title. */
export function DraftBar() {
  return (
    <div class="draft-bar">
      <SizeFields side="input" />
      <SizeFields side="kernel" />
    </div>
  );
}
