import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import type { FastifyInstance } from 'fastify';
import request from 'supertest';
import { DataSource } from 'typeorm';
import { AppModule } from '../../src/app.module.js';
import { readSettings, type Settings } from '../../src/config/index.js';
import { httpAdapter } from '../../src/create-app.js';
import { Actors, Sessions } from '../../src/identity/index.js';
import { type Actor, Clock } from '../../src/kernel/index.js';
import { configureWeb } from '../../src/web/index.js';
import { TestClock } from './test-clock.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

export interface Route {
  readonly method: string;
  readonly url: string;
}

/** The real application on a real database; only the clock is ours. */
export class TestApp {
  readonly clock: TestClock;
  readonly db: DataSource;
  readonly routes: Route[] = [];
  private readonly cookies = new Map<string, string>();

  private constructor(
    readonly nest: NestFastifyApplication,
    clock: TestClock,
    private readonly database: TestDatabase,
    private readonly cleanUp: () => void,
  ) {
    this.clock = clock;
    this.db = nest.get(DataSource);
  }

  /** `prepare` may add hooks before the server is ready. */
  static async start(
    overrides: Partial<Settings> = {},
    template?: TestDatabase,
    prepare: (fastify: FastifyInstance) => void = () => {},
  ): Promise<TestApp> {
    const database = await createTestDatabase(template?.name);
    const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'jianyan-data-'));
    const settings = { ...readSettings({ NODE_ENV: 'test', DATABASE_URL: database.url }), dataFolder, ...overrides };
    const clock = new TestClock();
    const module = await Test.createTestingModule({ imports: [AppModule.of(settings)] })
      .overrideProvider(Clock)
      .useValue(clock)
      .compile();
    const nest = module.createNestApplication<NestFastifyApplication>(httpAdapter(settings), {
      logger: ['error', 'warn'],
    });
    const app = new TestApp(nest, clock, database, () => fs.rmSync(dataFolder, { recursive: true, force: true }));
    const fastify = nest.getHttpAdapter().getInstance() as unknown as FastifyInstance;
    fastify.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) if (one !== 'HEAD') app.routes.push({ method: one, url });
    });
    await configureWeb(nest);
    prepare(fastify);
    await nest.init();
    await fastify.ready();
    return app;
  }

  /** Requests of somebody who has not signed in. */
  visitor(): Client {
    return new Client(this.nest, null);
  }

  /** Requests of a member of staff, signed in. */
  async as(person: { id: string }): Promise<Client> {
    let token = this.cookies.get(person.id);
    if (!token || (await this.nest.get(Sessions).admit(token)).actor.isVisitor) {
      token = await this.nest.get(Sessions).open(person.id, '127.0.0.1', 'test');
      this.cookies.set(person.id, token);
    }
    return new Client(this.nest, token);
  }

  async actor(person: { id: string }): Promise<Actor> {
    return (await this.nest.get(Actors).find(person.id))!;
  }

  get<T>(token: abstract new (...args: never[]) => T): T {
    return this.nest.get(token as never) as T;
  }

  /** Listens on a free port, for a browser; answers with the address. */
  async listen(): Promise<string> {
    await this.nest.listen(0, '127.0.0.1');
    return (await this.nest.getUrl()).replace('[::1]', 'localhost');
  }

  async close(): Promise<void> {
    await (await this.leave()).drop();
  }

  /** Ends the application; its database stays, for others to copy. */
  async leave(): Promise<TestDatabase> {
    await this.nest.close();
    this.cleanUp();
    return this.database;
  }
}

/** A browser reduced to its requests: same origin, one cookie, redirects shown and not followed. */
export class Client {
  constructor(
    private readonly nest: NestFastifyApplication,
    readonly token: string | null,
  ) {}

  get(address: string): request.Test {
    return this.prepared(request(this.nest.getHttpServer()).get(encodeURI(decodeURI(address))));
  }

  /** Sends a form as a browser does. */
  post(address: string, fields: Record<string, string | string[]> = {}): request.Test {
    return this.prepared(request(this.nest.getHttpServer()).post(encodeURI(decodeURI(address))))
      .type('form')
      .send(fields);
  }

  /** Sends a form with files. */
  upload(
    address: string,
    fields: Record<string, string>,
    files: Record<string, { name: string; body: Buffer | string }>,
  ): request.Test {
    const test = this.prepared(request(this.nest.getHttpServer()).post(encodeURI(decodeURI(address))));
    for (const [name, value] of Object.entries(fields)) void test.field(name, value);
    for (const [name, file] of Object.entries(files)) void test.attach(name, Buffer.from(file.body), file.name);
    return test;
  }

  private prepared(test: request.Test): request.Test {
    const cookie = this.token ? `session=${this.token}` : '';
    return test.set('sec-fetch-site', 'same-origin').set('accept', 'text/html').set('cookie', cookie);
  }
}
