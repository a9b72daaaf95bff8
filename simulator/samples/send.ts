import { Agent } from 'undici';
import { openApplication } from '../applications/application';
import type { Application, Applications } from '../applications/application';
import { OrderError } from '../applications/orders';
import type { ResolvedOptions } from '../config/options';
import { post } from '../pushes/post';
import { signatureHeaders } from '../wire/signature';
import { sampleBody } from './bodies';
import type { SampleRequest, SampleResult } from './sample';

/** Picks the application that a sample comes from, or makes one up. */
function sampleApplication(
	request: SampleRequest,
	applications: Applications,
	options: ResolvedOptions,
	now: () => number,
): Application {
	const { mode, appKey, appSecret } = request;
	const named = appKey === undefined ? undefined : applications.get(appKey);
	if (appKey !== undefined && !named && appSecret === undefined) {
		throw new OrderError(`There is no application ${appKey}; tell its appSecret, too.`);
	}
	const origin =
		named ??
		applications.all.find((candidate) => candidate.settings.mode === mode) ??
		applications.all[0];
	const settings = {
		...(origin?.settings ?? { appKey: 'sample', appSecret: 'sample', numbers: [] }),
		mode,
		...(appKey !== undefined && { appKey }),
		...(appSecret !== undefined && { appSecret }),
	};
	return openApplication(settings, options, now, () => false);
}

/** Sends one signed sample push and waits for its answer. It is no push of the platform: never repeated. */
export async function sendSample(
	request: SampleRequest,
	applications: Applications,
	options: ResolvedOptions,
	now: () => number,
): Promise<SampleResult> {
	const application = sampleApplication(request, applications, options, now);
	const { appKey, appSecret, pushScheme = 'aksk' } = application.settings;
	const { url, scheme = pushScheme } = request;
	const body = JSON.stringify(request.body ?? sampleBody(application, request, now()));
	const headers = {
		'content-type': 'application/json;charset=UTF-8',
		...signatureHeaders({ scheme, appKey, appSecret, url, now: now() }),
	};
	const agent = new Agent({ connect: { rejectUnauthorized: false } });
	try {
		const attempt = await post(agent, url, headers, body, options.timings.answerTimeoutMs);
		return { url, headers, body, ...attempt };
	} finally {
		await agent.destroy();
	}
}
