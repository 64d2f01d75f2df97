import { BadRequestException } from '@nestjs/common';

/** The one character that no text in the database can hold; nobody types it, programs that look for holes do. */
export function requireReadableAddress(url: string): void {
  if (url.includes('%00')) throw new BadRequestException('the address contains a null character');
}
