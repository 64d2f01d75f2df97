import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccountMails } from '../../src/identity/index.js';
import { MailDelivery } from '../../src/mail/index.js';
import { opened } from '../handling/cases.js';
import { cast, castOn, units } from '../support/cast.js';
import { TestApp } from '../support/test-app.js';
import { MailServer } from '../mail/mail-server.js';
import { happens, type Subject, told } from './events.js';

const server = new MailServer();
let app: TestApp;
let buses: Subject;

beforeAll(async () => {
  await server.start();
  app = await TestApp.start({ smtpUrl: server.url });
  await castOn(app.db);
  buses = await opened(app, {
    parties: [
      { staffId: cast.wu.id, part: 'lead' },
      { staffId: cast.lin.id, part: 'joint' },
    ],
  });
  await app.db.query('update handling_case set leader_id = $1', [cast.fang.id]);
});
afterAll(async () => {
  await app.close();
  await server.stop();
});

describe('when a case is assigned', () => {
  it('officers and heads of each unit, the leader and the proposers are told, each with their own text', async () => {
    const event = await happens(app, buses, 'assign', cast.chen, { data: { assistingDueOn: '2026-05-07' } });

    expect(await told(app, event)).toEqual(
      [
        '吴敏: assigned',
        '林晓: assigned',
        '丁一: assigned_assisting',
        '严明: assigned_assisting',
        '方正: assigned_leader',
        '何川: assigned_lead',
        '高远: assigned_lead',
      ].toSorted(byKindAndName),
    );
  });

  it('each gets one mail, with the own deadline and a link into the inbox', async () => {
    await app.get(MailDelivery).deliverDue();

    expect(server.received).toHaveLength(7);
    expect(server.received.every(({ recipients }) => recipients.length === 1)).toBe(true);
    const [gaos] = server.to('2010044@jianglin.example');
    expect(gaos!.mail.subject).toContain('请签收主办案件：第八届三次第001号《关于增开夜间校车的提案》');
    expect(gaos!.mail.text).toContain('2026年5月28日');
    expect(gaos!.mail.text).toContain('您是主办单位的经办人');
    const [dings] = server.to('2014052@jianglin.example');
    expect(dings!.mail.text).toContain('2026年5月7日');
    expect(gaos!.mail.text).toMatch(/http:\/\/localhost:3000\/me\/messages\/[0-9a-f-]{36}/);
  });
});

describe('nobody', () => {
  it('is told of their own act', async () => {
    const event = await happens(app, buses, 'rate', cast.wu, { data: { attitude: 'satisfied', result: 'satisfied' } });

    expect(await told(app, event)).toEqual(['高远: rated']);
  });

  it('is told twice of one event, in whichever roles', async () => {
    await app.db.query(
      "insert into role_grant (id, staff_id, role, unit_id, valid_from) values (gen_random_uuid(), $1, 'unit_head', $2, '2024-01-01')",
      [cast.gao.id, units.hq.id],
    );
    const event = await happens(app, buses, 'order_second_handling', cast.chen, { note: '没有谈到周末班次' });
    await app.db.query("delete from role_grant where staff_id = $1 and role = 'unit_head'", [cast.gao.id]);

    const lines = await told(app, event);
    expect(lines.filter((line) => line.startsWith('高远'))).toEqual(['高远: second_round_duty']);
  });
});

describe('a rating', () => {
  it('that is dissatisfied reaches the secretary too', async () => {
    const event = await happens(app, buses, 'rate', cast.lin, {
      data: { attitude: 'mostly', result: 'dissatisfied' },
    });

    expect(await told(app, event)).toEqual(['唐宁: rated_dissatisfied', '高远: rated_dissatisfied']);
  });

  it('is asked for with the day until which it counts', async () => {
    const event = await happens(app, buses, 'issue_reply', cast.fang, { data: { rateBy: '2026-06-11' } });

    expect(await told(app, event)).toEqual(
      ['何川: reply_issued', '唐宁: reply_issued', '高远: reply_issued', '吴敏: replied', '林晓: replied'].toSorted(
        byKindAndName,
      ),
    );
    const [row] = await app.db.query("select due_on::text as due from notification where kind = 'replied' limit 1");
    expect(row.due).toBe('2026-06-11');
  });
});

describe('a mail about a case', () => {
  it('does not go out when its reader may no longer see the case', async () => {
    await app.get(MailDelivery).deliverDue();
    server.received.length = 0;
    await happens(app, buses, 'confirm_implemented', cast.chen);
    await app.db.query('update handling_case set audience = $1', [[`person:${cast.wu.id}`]]);

    await app.get(MailDelivery).deliverDue();

    expect(server.received.flatMap(({ recipients }) => recipients)).toEqual(['2009017@jianglin.example']);
  });
});

describe('a link to set the password', () => {
  it('is mailed, and forgotten once it is out', async () => {
    server.received.length = 0;
    const letter = {
      staffId: cast.wu.id,
      purpose: 'first' as const,
      url: 'http://localhost:3000/sign-in/link/secret',
      expiresAt: new Date('2026-04-15T09:00:00+08:00'),
    };
    await app.db.transaction((tx) => app.get(AccountMails).link(tx, letter));
    await app.get(MailDelivery).deliverDue();

    expect(server.received[0]!.mail.text).toContain('http://localhost:3000/sign-in/link/secret');
    expect(server.received[0]!.mail.text).toContain('2026年4月15日 09:00');
    expect(await app.db.query("select link from mail where kind = 'account_first'")).toEqual([{ link: null }]);
  });
});

function byKindAndName(a: string, b: string): number {
  const [[nameA, kindA], [nameB, kindB]] = [a.split(': '), b.split(': ')];
  return kindA! < kindB! ? -1 : kindA! > kindB! ? 1 : nameA! < nameB! ? -1 : 1;
}
