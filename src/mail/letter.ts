import { Injectable } from '@nestjs/common';
import { Settings } from '../config/index.js';
import { longDate, type Locale, Pages } from '../web/index.js';
import type { Addressee } from './address-book.js';
import type { LetterGroup, Mail } from './mail.entity.js';

export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The parts of a letter, in words. */
export interface LetterParts {
  readonly htmlLang: string;
  readonly schoolName: string;
  readonly siteName: string;
  readonly subject: string;
  readonly greeting: string;
  readonly text: string;
  readonly due: string | null;
  readonly groups: readonly GroupInWords[];
  readonly link: string | null;
  readonly button: string;
  /** What the link of a listed message says. */
  readonly open: string;
  readonly why: string;
  readonly choose: string | null;
  readonly preferences: string;
  readonly unsubscribe: { readonly text: string; readonly href: string } | null;
}

export interface GroupInWords {
  readonly heading: string;
  readonly lines: readonly { readonly text: string; readonly due: string | null; readonly link: string }[];
}

const HTML_LANG: Record<Locale, string> = { zh: 'zh-CN', en: 'en' };

/** Writes a mail in the language of its reader, as text and as a page. */
@Injectable()
export class LetterWriter {
  constructor(
    private readonly settings: Settings,
    private readonly pages: Pages,
  ) {}

  write(mail: Mail, reader: Pick<Addressee, 'name' | 'locale'>): Letter {
    const parts = this.parts(mail, reader);
    return {
      subject: `[${parts.siteName}] ${parts.subject}`,
      text: plainText(parts),
      html: this.pages.engine.render(mail.template, parts, reader.locale),
    };
  }

  parts(mail: Mail, { name, locale }: Pick<Addressee, 'name' | 'locale'>): LetterParts {
    const { catalogues } = this.pages;
    const say = (key: string, params = {}) => catalogues.text(locale, `mail.letter.${key}`, params);
    const { text, dueOn, button, why } = mail.model;
    const unsubscribe = this.unsubscribeOf(mail);
    return {
      htmlLang: HTML_LANG[locale],
      schoolName: this.settings.schoolName,
      siteName: catalogues.text(locale, 'web.siteName'),
      subject: oneLine(catalogues.say(locale, mail.subject)),
      greeting: say('greeting', { name }),
      text: catalogues.say(locale, text),
      due: dueOn ? say('due', { date: longDate(dueOn, locale) }) : null,
      groups: (mail.model.groups ?? []).map((group) => this.inWords(group, locale)),
      link: mail.link === null ? null : this.addressOf(mail.link),
      button: button ? catalogues.say(locale, button) : say('open'),
      open: say('open'),
      why: catalogues.say(locale, why),
      choose: mail.mandatory ? null : say('choose'),
      preferences: this.preferences,
      unsubscribe: unsubscribe ? { text: say('unsubscribe'), href: unsubscribe } : null,
    };
  }

  /** Where mails like this one are ended with one click; null for mandatory ones. */
  unsubscribeOf({ mandatory, model }: Mail): string | null {
    return mandatory || !model.unsubscribe ? null : this.addressOf(model.unsubscribe);
  }

  private inWords({ heading, lines }: LetterGroup, locale: Locale): GroupInWords {
    const { catalogues } = this.pages;
    return {
      heading: catalogues.say(locale, heading),
      lines: lines.map(({ text, dueOn, link }) => ({
        text: catalogues.say(locale, text),
        due: dueOn ? catalogues.text(locale, 'mail.letter.due', { date: longDate(dueOn, locale) }) : null,
        link: this.addressOf(link),
      })),
    };
  }

  private addressOf(link: string): string {
    return new URL(link, this.settings.baseUrl).href;
  }

  /** Where a reader chooses which optional mails to get. */
  get preferences(): string {
    return `${this.settings.baseUrl}/me/messages/preferences`;
  }
}

function plainText(letter: LetterParts): string {
  const { greeting, text, due, groups, link, why, choose, preferences, unsubscribe, schoolName, siteName } = letter;
  const ways = [choose && `${choose} ${preferences}`, unsubscribe && `${unsubscribe.text} ${unsubscribe.href}`];
  const footer = [`${schoolName} · ${siteName}`, why, ...ways].filter(Boolean).join('\n');
  return (
    [greeting, text, due, ...groups.map(plainGroup), link, `-- \n${footer}`]
      .filter((part) => part !== null)
      .join('\n\n') + '\n'
  );
}

function plainGroup({ heading, lines }: GroupInWords): string {
  const said = lines.map(({ text, due, link }) =>
    [`- ${text}`, due, link].filter((part) => part !== null).join('\n  '),
  );
  return [heading, ...said].join('\n');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
