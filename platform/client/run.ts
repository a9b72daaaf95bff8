import { PlatformError, restate } from '../codes/errors';
import { isThrottled, provesKeys } from '../codes/refusals';
import { openStore } from '../state/store';
import type { HttpAnswer } from '../transport/http';
import { identityOf, type Application } from '../application/application';
import { createCircuitBreaker } from './circuitBreaker';
import { openExchange, type ExchangeOptions } from './exchange';
import { createProbation } from './probation';
import { createRateLimiter, type RateLimiter, type Ticket } from './rateLimiter';
import { mayRepeat, type PlatformRequest } from './request';
import { retry } from './retry';

/** How one run of a node, or of any program, deals with the platform. */
export interface RunOptions extends ExchangeOptions {
	/** Longest single wait for flow control, in milliseconds. */
	flowControlWaitMs?: number;
	/** Told of each time that flow control has cost a request, its refusals too, in milliseconds. */
	onHeldUp?: (waitedMs: number) => void;
}

/** An application's interfaces during one run. */
export interface Platform {
	readonly application: Application;
	readonly options: Readonly<RunOptions>;
	/** What is asked for was sent before, by an earlier try, and its answer was lost. */
	readonly wasLost?: boolean;
	/** Sends a request; `read` turns the answer into a result or throws a PlatformError. */
	send<Result>(request: PlatformRequest, read: (answer: HttpAnswer) => Result): Promise<Result>;
}

const DEFAULT_FLOW_CONTROL_WAIT_MS = 60_000;

/** One rate limiter for each application, as long as it is in use; a pace is good for minutes. */
const rateLimiters = openStore<RateLimiter>({ most: 1000, lifeMs: 60 * 60_000 });

/**
 * Opens a run: every request passes the application's rate limiter, is signed anew, and is repeated
 * where that is safe. After a refusal of the application itself nothing more is sent in this run.
 */
export function openRun(application: Application, options: RunOptions = {}): Platform {
	const { signal, onHeldUp, flowControlWaitMs = DEFAULT_FLOW_CONTROL_WAIT_MS } = options;
	const rateLimiter = rateLimiters.open(identityOf(application), createRateLimiter);
	const breaker = createCircuitBreaker(application);
	const probation = createProbation();
	const exchange = openExchange(application, options);

	/** Sends once; the rate limiter and the circuit breaker are told what became of it. */
	async function once<Result>(
		request: PlatformRequest,
		read: (answer: HttpAnswer) => Result,
		ticket: Ticket,
	): Promise<Result> {
		try {
			const result = read(await exchange(request));
			ticket.accepted();
			breaker.accepted();
			return result;
		} catch (error) {
			if (!(error instanceof PlatformError)) {
				ticket.lost();
				throw error;
			}
			breaker.failed(error);
			if (error.outcome !== 'refused') ticket.lost();
			else if (!isThrottled(error)) ticket.accepted();
			throw error;
		}
	}

	/** Sends until flow control lets the request through. */
	async function atItsPace<Result>(
		request: PlatformRequest,
		read: (answer: HttpAnswer) => Result,
	): Promise<Result> {
		let inVainMs = 0;
		for (;;) {
			const ticket = await rateLimiter.pass(flowControlWaitMs, signal);
			const heldUpMs = inVainMs + ticket.waitedMs;
			if (heldUpMs > 0) onHeldUp?.(heldUpMs);
			const leftAt = performance.now();
			try {
				breaker.check();
			} catch (error) {
				ticket.lost();
				throw error;
			}
			try {
				return await once(request, read, ticket);
			} catch (error) {
				const isPace = error instanceof PlatformError && isThrottled(error);
				if (!isPace || !ticket.throttled(flowControlWaitMs, error.retryAfterMs)) throw error;
				// The way there and back was in vain, however soon the next one may leave.
				inVainMs = performance.now() - leftAt;
			}
		}
	}

	return {
		application,
		options,
		async send(request, read) {
			let wasLost = false;
			const attempt = async () => {
				try {
					return await probation.follow(async (passed) => {
						try {
							const result = await atItsPace(request, read);
							passed();
							return result;
						} catch (error) {
							if (error instanceof PlatformError && provesKeys(error)) passed();
							throw error;
						}
					});
				} catch (error) {
					if (!(error instanceof PlatformError)) throw error;
					const told = wasLost ? afterLost(error) : error;
					wasLost ||= error.outcome === 'lost';
					throw told;
				}
			};
			return await retry(attempt, (failure) => mayRepeat(failure, request.effect), signal);
		},
	};
}

/** Marks a refusal that followed a lost answer: an earlier try may have done what was asked. */
function afterLost(error: PlatformError): PlatformError {
	return restate(error, { afterLost: true });
}
