/** What was asked for does not exist, or is over. The message never holds the id. */
export class NotFound extends Error {
  override readonly name = 'NotFound';

  /** @param what such as "bank login with this id" */
  constructor(what: string) {
    super(`There is no ${what}.`);
  }
}
