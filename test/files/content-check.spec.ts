import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { problemWith } from '../../src/files/content-check.js';
import { tidyFileName } from '../../src/files/file-name.js';
import { DOCX, EXE, GB18030_TEXT, OLD_WORD, PDF, PNG, ZIP } from '../support/sample-files.js';

describe('looking into an uploaded file', () => {
  let folder: string;
  beforeAll(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'jianyan-content-'));
  });
  afterAll(() => fs.rmSync(folder, { recursive: true }));

  async function problem(name: string, body: Buffer | string, tooLarge = false): Promise<string | null> {
    const target = path.join(folder, 'upload');
    fs.writeFileSync(target, body);
    const upload = { path: target, name, declaredType: 'application/pdf', bytes: Buffer.from(body).length, tooLarge };
    return (await problemWith(upload, 20))?.key ?? null;
  }

  it.each([
    ['决算表.pdf', PDF],
    ['通知.DOCX', DOCX],
    ['通知.doc', OLD_WORD],
    ['报表.et', OLD_WORD],
    ['照片.png', PNG],
    ['说明.txt', '各位老师：食堂改造七月开工。\r\n'],
    ['名单.csv', GB18030_TEXT],
    ['BMI.txt', 'BM 开头的文字'],
    ['%.txt', '%PDF 不是 PDF，只是文字'],
  ])('accepts %s', async (name, body) => {
    expect(await problem(name, body)).toBeNull();
  });

  it.each([
    ['a program that calls itself PDF', '通知.pdf', EXE],
    ['an archive that calls itself Word', '通知.docx', ZIP],
    ['a PDF that calls itself a picture', '照片.jpg', PDF],
    ['a program that calls itself text', '说明.txt', EXE.fill(0, 100)],
    ['text in no known encoding', '说明.txt', Buffer.from([0xff, 0xff, 0x41, 0xff])],
  ])('refuses %s', async (_, name, body) => {
    expect(await problem(name, body)).toBe('files.errors.content');
  });

  it.each(['资料.zip', '工具.exe', '页面.html', '图.svg', '没有扩展名'])('refuses the kind of %s', async (name) => {
    expect(await problem(name, ZIP)).toBe('files.errors.kind');
  });

  it('refuses an empty file and one that is too large', async () => {
    expect(await problem('空.pdf', '')).toBe('files.errors.empty');
    expect(await problem('大.pdf', PDF, true)).toBe('files.errors.tooLarge');
  });
});

describe('the name of a file', () => {
  it('is kept in Chinese, without folders and control characters', () => {
    expect(tidyFileName('C:\\我的文档\\关于“食堂”的 通知\u202E.pdf')).toBe('关于“食堂”的 通知.pdf');
    expect(tidyFileName('../../etc/passwd')).toBe('passwd');
  });

  it('is cut before its extension', () => {
    const name = tidyFileName(`${'长'.repeat(200)}.docx`);

    expect([...name]).toHaveLength(90);
    expect(name.endsWith('长.docx')).toBe(true);
  });
});
