import { Injectable } from '@nestjs/common';
import type { Transaction } from '../kernel/index.js';

/** Serial numbers without gaps or repeats: the counter's row is locked until the transaction ends. */
@Injectable()
export class NumberSeries {
  /** 1 for the first call with a name, then 2, 3 … */
  async next(name: string, tx: Transaction): Promise<number> {
    const rows = (await tx.query(
      'insert into number_series (name, last) values ($1, 1) on conflict (name) do update set last = number_series.last + 1 returning last',
      [name],
    )) as { last: number }[];
    return rows[0]!.last;
  }
}
