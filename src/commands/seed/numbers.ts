import type { Transaction } from '../../kernel/index.js';

/** Gives many serial numbers out of the program's own series, and leaves the series where it stopped. */
export class Numbers {
  private constructor(private readonly last: Map<string, number>) {}

  static async load(tx: Transaction): Promise<Numbers> {
    await tx.query('lock table number_series in exclusive mode');
    const rows = (await tx.query('select name, last from number_series')) as { name: string; last: number }[];
    return new Numbers(new Map(rows.map(({ name, last }) => [name, last])));
  }

  next(name: string): number {
    const number = (this.last.get(name) ?? 0) + 1;
    this.last.set(name, number);
    return number;
  }

  async save(tx: Transaction): Promise<void> {
    await tx.query(
      `insert into number_series (name, last) select * from unnest($1::text[], $2::int[])
       on conflict (name) do update set last = excluded.last`,
      [[...this.last.keys()], [...this.last.values()]],
    );
  }
}
