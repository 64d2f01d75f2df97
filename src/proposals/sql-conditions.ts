/** Grows a `where` clause together with its parameters. */
export class SqlConditions {
  private readonly clauses: string[] = [];
  readonly parameters: unknown[] = [];

  /** `?` stands for the value, as often as it is written. */
  add(clause: string, value: unknown): this {
    this.parameters.push(value);
    this.clauses.push(clause.replaceAll('?', `$${this.parameters.length}`));
    return this;
  }

  /** Only when something was chosen. */
  addChosen(clause: string, value: string | null | undefined): this {
    return value ? this.add(clause, value) : this;
  }

  addPlain(clause: string | undefined): this {
    if (clause) this.clauses.push(clause);
    return this;
  }

  get where(): string {
    return this.clauses.map((clause) => `(${clause})`).join(' and ');
  }
}

/** A text as part of a `like` pattern, its wildcards made harmless. */
export function containing(text: string): string {
  return text === '' ? '' : `%${text.replace(/[%_\\]/g, '\\$&')}%`;
}
