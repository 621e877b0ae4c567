/** A view that is hidden paints nothing, and may never answer. */
const paintMilliseconds = 500;

/** The wait for a view to have painted what it was sent. */
export class PaintWait {
  private painted: (revision: number) => void = () => undefined;

  /** Resolves once the view has said that it painted that revision or a later one, or has had time enough. */
  until(revision: number): Promise<void> {
    return new Promise((resolve) => {
      const limit = setTimeout(resolve, paintMilliseconds);
      this.painted = (painted) => {
        if (painted < revision) return;
        clearTimeout(limit);
        resolve();
      };
    });
  }

  acknowledge(revision: number): void {
    this.painted(revision);
  }

  /** Nobody needs to be waited for any more. */
  end(): void {
    this.painted(Number.POSITIVE_INFINITY);
  }
}
