import type { Message } from '../../kernel/index.js';
import type { FieldErrors, Typed } from './read-form.js';

export interface FieldView {
  readonly name: string;
  readonly value: string;
  readonly error: Message | null;
}

export interface Option {
  readonly value: string;
  readonly text: Message | string;
  readonly hint?: Message | string;
}

export interface ChoiceView extends FieldView {
  readonly options: readonly (Option & { readonly selected: boolean; readonly checked: boolean })[];
}

/** The fields of a form as the templates' components want them: what was typed, what is wrong with it. */
export class FormView {
  constructor(
    private readonly typed: Typed = {},
    private readonly problems: FieldErrors = {},
  ) {}

  /** For `components/error-summary`. */
  get errors(): { href: string; text: Message }[] {
    return Object.entries(this.problems).map(([name, text]) => ({ href: `#${name}`, text }));
  }

  field(name: string): FieldView {
    const value = this.typed[name] ?? '';
    return { name, value: typeof value === 'string' ? value : value.join('\n'), error: this.problems[name] ?? null };
  }

  choice(name: string, options: readonly Option[]): ChoiceView {
    const value = this.typed[name] ?? '';
    const chosen = typeof value === 'string' ? [value] : value;
    return {
      ...this.field(name),
      options: options.map((option) => ({
        ...option,
        selected: chosen.includes(option.value),
        checked: chosen.includes(option.value),
      })),
    };
  }
}
