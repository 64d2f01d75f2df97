import { describe, expect, it } from '@jest/globals';
import { displayName, isMailAddress, senderOf } from '../../src/mail/mail-address.js';

describe('a mail address', () => {
  it.each(['2009017@jianglin.example', 'wu.min+gh@mail.jlu.edu.cn', "o'neill@x.cn"])('may be %s', (address) => {
    expect(isMailAddress(address)).toBe(true);
  });

  it.each([
    'a@b.cn, evil@z.cn',
    'a@b.cn;evil@z.cn',
    'x@y.cn\r\nRCPT TO:<evil@z.cn>',
    'x@y.cn\n',
    '吴敏 <wu@jlu.cn>',
    '"a b"@y.cn',
    'a@b@c.cn',
    'a(comment)@b.cn',
    '@b.cn',
    'a@',
    'a..b@c.cn',
    `${'a'.repeat(250)}@b.cn`,
    '',
  ])('may not be %j', (address) => {
    expect(isMailAddress(address)).toBe(false);
  });
});

describe('a name in a mail', () => {
  it('cannot begin a new header or a second address', () => {
    expect(displayName('吴敏\r\nBcc: evil@z.cn')).toBe('吴敏 Bcc: evil@z.cn');
    expect(displayName('吴敏" <evil@z.cn>')).toBe('吴敏 evil@z.cn');
  });

  it('of the sender is the school, unless the setting says another', () => {
    expect(senderOf('gh@jlu.cn', '江临大学')).toEqual({ name: '江临大学', address: 'gh@jlu.cn' });
    expect(senderOf('校工会 <gh@jlu.cn>', '江临大学')).toEqual({ name: '校工会', address: 'gh@jlu.cn' });
    expect(() => senderOf('gh@jlu.cn, x@y.cn', '')).toThrow('MAIL_FROM');
  });
});
