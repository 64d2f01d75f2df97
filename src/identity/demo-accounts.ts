import fs from 'node:fs';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Settings } from '../config/index.js';
import { NotFound } from '../kernel/index.js';

interface Introduction {
  readonly staff: string;
  readonly as: string;
  readonly intro: string;
  readonly introEn: string;
}

interface Person {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly unit: string;
}

export type DemoAccount = Introduction & Person;

const PEOPLE = `
  select staff.id, number, staff.name, unit.name as unit from staff join unit on unit.id = staff.unit_id
  where staff.active and number = any($1)`;

/** The people of the demo institution as whom a visitor may look around. There is no such thing in production. */
@Injectable()
export class DemoAccounts {
  private readonly introductions: readonly Introduction[];

  constructor(
    private readonly db: DataSource,
    settings: Settings,
  ) {
    this.introductions = settings.environment === 'production' ? [] : readIntroductions(settings.root);
  }

  /** In the order of the file; people who are not in the database are left out. */
  async list(): Promise<DemoAccount[]> {
    if (this.introductions.length === 0) throw new NotFound('demo');
    const people = (await this.db.query(PEOPLE, [this.introductions.map(({ staff }) => staff)])) as Person[];
    return this.introductions.flatMap((introduction) =>
      people.filter(({ number }) => number === introduction.staff).map((person) => ({ ...introduction, ...person })),
    );
  }

  async find(number: string): Promise<DemoAccount> {
    const account = (await this.list()).find((one) => one.number === number);
    if (!account) throw new NotFound('demo account');
    return account;
  }
}

function readIntroductions(root: string): Introduction[] {
  const file = path.join(root, 'demo', 'institution.json');
  if (!fs.existsSync(file)) return [];
  return (JSON.parse(fs.readFileSync(file, 'utf8')) as { accounts: Introduction[] }).accounts;
}
