import { DomainError, type Message, NotFound } from '../kernel/index.js';
import { MOST_ATTACHMENTS } from './attachment.entity.js';

export class AttachmentNotFound extends NotFound {
  constructor() {
    super('attachment');
  }

  override get explanation(): Message {
    return { key: 'errors.NotFound' };
  }
}

export class TooManyAttachments extends DomainError {
  readonly kind = 'invalid';

  constructor() {
    super('too many attachments', { max: MOST_ATTACHMENTS });
  }
}

/** The form's controller looks at files before it hands them over; whoever forgets it ends here. */
export class FileRefused extends DomainError {
  readonly kind = 'invalid';

  constructor(readonly reason: Message) {
    super(`file refused: ${reason.key}`);
  }

  override get explanation(): Message {
    return this.reason;
  }
}
