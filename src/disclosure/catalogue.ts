import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CatalogueClass, CatalogueItem } from './catalogue.entity.js';

/** A public notice that satisfies an item of the catalogue. */
export interface Evidence {
  readonly item: number;
  readonly indexNumber: string;
  readonly title: string;
  readonly publishedOn: string;
  /** How many there are for the item. */
  readonly total: number;
}

// The newest of each item with their number, in one pass over the published public notices.
const NEWEST_OF_EACH = `
  select item, index_number as "indexNumber", title, published_on::text as "publishedOn", total::int as total
  from (
    select catalogue_item as item, index_number, title, published_on,
           row_number() over (partition by catalogue_item order by published_at desc, id desc) as place,
           count(*) over (partition by catalogue_item) as total
    from notice where status = 'published' and audience_kind = 'public' and catalogue_item is not null
  ) as ranked
  where place <= $1 order by item, place`;

/** 信息公开事项清单: what must be published, and what of it is. */
@Injectable()
export class Catalogue {
  constructor(private readonly db: DataSource) {}

  classes(): Promise<CatalogueClass[]> {
    return this.db.manager.find(CatalogueClass, {
      relations: { items: true },
      order: { number: 'ASC', items: { number: 'ASC' } },
    });
  }

  async titleOf(number: number | null): Promise<string | null> {
    if (number === null) return null;
    return (await this.db.manager.findOneBy(CatalogueItem, { number }))?.title ?? null;
  }

  /** For every item its newest public notices, at most `most` each. */
  async evidence(most: number): Promise<Map<number, Evidence[]>> {
    const rows = (await this.db.query(NEWEST_OF_EACH, [most])) as Evidence[];
    const byItem = new Map<number, Evidence[]>();
    for (const row of rows) byItem.set(row.item, [...(byItem.get(row.item) ?? []), row]);
    return byItem;
  }
}
