/** Collects the values of a query while its text is written; `of` answers with the placeholder. */
export class SqlParams {
  readonly values: unknown[] = [];

  of(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}
