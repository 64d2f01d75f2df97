import { SetMetadata } from '@nestjs/common';

export const PUBLIC_ROUTE = 'jianyan:public';

/** Opens a route to visitors. Every route without it needs sign-in. */
export const Public = () => SetMetadata(PUBLIC_ROUTE, true);
