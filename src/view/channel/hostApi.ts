import type { FromView, ToView, ViewState } from '../../protocol/lens';

/** What the view needs of its surroundings: VS Code in a webview, a fake in a fixture page or a test. */
export interface HostApi {
  readonly post: (message: FromView) => void;
  readonly getState: () => unknown;
  readonly setState: (state: ViewState) => void;
  /** Calls back for each message of the host. */
  readonly listen: (handler: (message: ToView) => void) => void;
}
