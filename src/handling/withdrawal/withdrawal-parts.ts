import { WithdrawalController } from './web/withdrawal.controller.js';
import { WithdrawalDoors } from './withdrawal-doors.js';
import { WithdrawalRequest } from './withdrawal-request.entity.js';
import { WithdrawalTodos } from './withdrawal-todos.js';
import { Withdrawals } from './withdrawals.service.js';

/** What taking back adds to the room. */
export const WITHDRAWAL_ENTITIES = [WithdrawalRequest];
export const WITHDRAWAL_PROVIDERS = [Withdrawals, WithdrawalTodos, WithdrawalDoors];
export const WITHDRAWAL_CONTROLLERS = [WithdrawalController];
