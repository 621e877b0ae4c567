import { noticeText } from '../../words/problemWords';
import { useLens } from '../state/lens';

/** What the person should know about the text behind the panel; the last result stays. */
export function NoticeBar() {
  const { facts, model } = useLens();
  const snapshot = model.snapshot.value;
  return (
    <>
      {snapshot?.progress !== undefined && (
        <div
          class="progress"
          role="progressbar"
          aria-label={facts.t.value('Computing')}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(snapshot.progress * 100)}
        >
          <i style={{ width: `${snapshot.progress * 100}%` }} />
        </div>
      )}
      {snapshot?.notice && (
        <p class="notice" role="status">
          {noticeText(facts.t.value, snapshot.notice)}
        </p>
      )}
    </>
  );
}
