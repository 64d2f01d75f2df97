import fs from 'node:fs';
import path from 'node:path';
import Handlebars from 'handlebars';
import type { Message } from '../../kernel/index.js';
import { dateAndTime, longDate, shortDate } from './dates.js';
import type { Catalogues, Locale } from './i18n.js';

type Template = Handlebars.TemplateDelegate;
type Options = Handlebars.HelperOptions;

export const KNOWN_HELPERS = { t: true, say: true, date: true, day: true, datetime: true, n: true };

const OPTIONS = {
  strict: true,
  preventIndent: true, // a partial's indentation would be added to every line of a textarea
  knownHelpersOnly: true,
  knownHelpers: KNOWN_HELPERS,
};

/** Compiles every template below views/ at start, so that a broken one stops the start and not a reader. */
export class ViewEngine {
  private readonly handlebars = Handlebars.create();
  private readonly templates = new Map<string, Template>();

  constructor(
    folder: string,
    private readonly catalogues: Catalogues,
  ) {
    this.registerHelpers();
    for (const file of templatesBelow(folder))
      this.add(path.relative(folder, file).replace(/\.hbs$/, ''), fs.readFileSync(file, 'utf8'));
  }

  get names(): string[] {
    return [...this.templates.keys()];
  }

  render(name: string, model: object, locale: Locale): string {
    const template = this.templates.get(name);
    if (!template) throw new Error(`no template "${name}"`);
    const page = template(model, { data: { locale } });
    this.catalogues.refuseRawKeys(page);
    return page;
  }

  private add(name: string, source: string): void {
    this.handlebars.precompile(source, OPTIONS); // `compile` alone would wait for the first reader
    const template = this.handlebars.compile(source, OPTIONS);
    this.templates.set(name, template);
    this.handlebars.registerPartial(name, template);
  }

  private registerHelpers(): void {
    const localeOf = (options: Options): Locale => options.data.locale;
    const printed =
      (print: (value: Date | string, locale: Locale) => string) => (value: Date | string | null, options: Options) =>
        value ? print(value, localeOf(options)) : '';
    this.handlebars.registerHelper({
      t: (key: string, options: Options) => this.catalogues.text(localeOf(options), key, options.hash),
      say: (message: Message | string | null, options: Options) => this.catalogues.say(localeOf(options), message),
      n: (value: number | string, options: Options) =>
        Number(value).toLocaleString(localeOf(options) === 'zh' ? 'zh-CN' : 'en-GB'),
      date: printed(longDate),
      day: printed(shortDate),
      datetime: printed(dateAndTime),
    });
  }
}

function templatesBelow(folder: string): string[] {
  const names = fs.readdirSync(folder, { recursive: true }) as string[];
  return names.filter((name) => name.endsWith('.hbs')).map((name) => path.join(folder, name));
}
