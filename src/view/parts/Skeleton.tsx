/** What stands there until the first numbers come. */
export function Skeleton() {
  return (
    <div class="skeleton" aria-hidden="true">
      <i class="block image" />
      <i class="block middle" />
      <i class="block map" />
    </div>
  );
}
