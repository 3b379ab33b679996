/** Where tests run until the first that fails: one is enough to tell a fault, and hundreds take long to describe. */
import { TestEnvironment } from 'jest-environment-node';

export default class FirstFailure extends TestEnvironment {
  #hasFailed = false;

  /** Called by the runner at each of its steps. */
  handleTestEvent({ name, test }) {
    if (name === 'test_fn_failure') this.#hasFailed = true;
    if (name === 'test_start' && this.#hasFailed) test.mode = 'skip';
  }
}
